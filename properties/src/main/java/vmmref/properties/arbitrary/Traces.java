package vmmref.properties.arbitrary;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Wiring;
import vmmref.model.profile.Profile;

/// Generators of what happens to complexes.
public final class Traces {
    /// The hardware of the named profiles, the smallest first.
    public static final Seq<Hardware> NAMED = Vector.of("minimal", "merced", "itanium2", "montecito", "maximal").flatMap(Profile::named).map(Hardware::of);

    private static final int MOST_CELLS = 8;

    /// For jqwik, how many cases a generator should expect to make.
    private static final int EXPECTED = 1000;

    private Traces() { }

    /// {@return the hardware of a named profile, each alike, in half of all cases with other paths: lines of 1, 2, 3, 8 or 64, latencies of 0 to 3, alike}
    public static Arbitrary<Hardware> hardware() {
        return Combinators.combine(Arbitraries.of(NAMED.asJava()), Arbitraries.of(false, true), wiring(), wiring())
            .as((named, other, reports, statuses) -> other ? named.withPaths(reports, statuses) : named);
    }

    /// {@return what paths may be made of}
    public static Arbitrary<Wiring> wiring() {
        return Combinators.combine(Arbitraries.of(64, 8, 3, 2, 1), Arbitraries.of(0, 1, 2, 3)).as(Wiring::new);
    }

    /// {@return traces: the cells are first brought to phases, each alike, on the way to partitions, all at once, and then come 0 to `longest` events, every number alike, of which half bring a cell on,
    /// a twelfth are ticks, and the others anything}
    ///
    /// Lines of one path are stuck at one level. Shrinks to fewer events, each of them a tick, and to cells in reset.
    public static Arbitrary<Trace> traces(int longest) {
        return traces(hardware(), longest);
    }

    /// {@return such traces of some hardware}
    public static Arbitrary<Trace> traces(Arbitrary<Hardware> of, int longest) {
        Lazy<RandomGenerator<Hardware>> hardware = Lazy.of(() -> of.generator(EXPECTED, false));
        return Arbitraries.fromGenerator(random -> new Sown(hardware.get().next(random), words(random, MOST_CELLS), words(random, random.nextInt(longest + 1))));
    }

    private static Vector<Long> words(Random random, int number) {
        return Vector.fill(number, random::nextLong);
    }
}
