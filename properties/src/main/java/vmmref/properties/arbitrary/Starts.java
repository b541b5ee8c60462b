package vmmref.properties.arbitrary;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import vmmref.model.register.Cfm;
import vmmref.model.register.Psr;

/// Generators of starts of machines.
public final class Starts {
    /// PSR.ic, without translation, at level 0.
    public static final Psr PLAIN = new Psr(1L << 13);

    private Starts() { }

    /// {@return frames whose fields fit each other: a third of them empty or full, half of them without rotation; they shrink to the empty frame}
    public static Arbitrary<Cfm> frames() {
        Arbitrary<Integer> sof = Arbitraries.oneOf(Arbitraries.of(0, 96), Arbitraries.integers().between(0, 96), Arbitraries.integers().between(8, 40));
        return sof.flatMap(size -> Combinators.combine(Arbitraries.integers().between(0, size), Arbitraries.integers().between(0, size / 8), Arbitraries.of(false, true),
                Arbitraries.integers().between(0, 95), Arbitraries.integers().between(0, 95), Arbitraries.integers().between(0, 47))
            .as((sol, sor, rotated, gr, fr, pr) -> rotated ? Cfm.of(size, sol, sor).rotated(sor == 0 ? 0 : gr % (8 * sor), fr, pr) : Cfm.of(size, sol, sor)));
    }

    /// {@return PSR with any of be, ac, mfl, mfh, ic, bn and the privilege level, all translation on or off, and dfl and dfh set in an eighth of the cases; no traps; shrinks to [#PLAIN]}
    public static Arbitrary<Psr> statuses() {
        return Combinators.combine(Arbitraries.integers().between(0, 255), Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 63)).as((bits, level, disabled) ->
            new Psr((bits & 1L) << 1 | (bits >> 1 & 1L) << 3 | (bits >> 2 & 1L) << 4 | (bits >> 3 & 1L) << 5 | (~bits >> 4 & 1L) << 13 | (bits >> 5 & 1L) << 44
                | ((bits >> 6 & 1) != 0 ? 1L << 17 | 1L << 27 | 1L << 36 : 0) | ((disabled & 7) == 7 ? 1L << 18 : 0) | (disabled >> 3 == 7 ? 1L << 19 : 0)).withCpl(level));
    }

    /// {@return starts with any seed, frame and base, and a status of [#statuses()]}
    public static Arbitrary<Started> starts() {
        return Combinators.combine(Arbitraries.longs().withDistribution(RandomDistribution.uniform()), statuses(), frames(), Arbitraries.integers().between(0, 95)).as(Started::new);
    }
}
