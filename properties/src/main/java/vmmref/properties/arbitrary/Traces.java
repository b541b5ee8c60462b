package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Wiring;
import vmmref.model.profile.Profile;

/// Generators of what happens to complexes.
public final class Traces {
    /// The hardware of the named profiles, the smallest first.
    public static final Seq<Hardware> NAMED = Vector.of("minimal", "merced", "itanium2", "montecito", "maximal").flatMap(Profile::named).map(Hardware::of);

    private static final Partitioner RULES = Partitioner.architected(Profile.named("itanium2").get());

    private static final int MOST_CELLS = 8;

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

    /// {@return traces: each cell is first brought to a phase, each alike, on the way to a partition, and then come 0 to `longest` events, every number alike, of which half bring a cell on, a
    /// twelfth are ticks, and the others anything}
    ///
    /// Lines of one path are stuck at one level. Shrinks to fewer events, each of them a tick, and to cells in reset.
    public static Arbitrary<Trace> traces(int longest) {
        return traces(hardware(), longest);
    }

    /// {@return such traces of some hardware}
    public static Arbitrary<Trace> traces(Arbitrary<Hardware> of, int longest) {
        return Combinators.combine(of, words().list().ofSize(MOST_CELLS), words().list().ofMaxSize(longest))
            .as((hardware, phases, words) -> trace(hardware, begun(hardware, Vector.ofAll(phases)), Vector.ofAll(words)));
    }

    private static Arbitrary<Long> words() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform()).withoutEdgeCases();
    }

    private static Staged begun(Hardware hardware, Seq<Long> phases) {
        return hardware.everyCell().zip(phases).foldLeft(Staged.of(hardware), (staged, each) -> {
            Lot lot = new Lot(each._2);
            return staged.at(each._1, lot.of(Phase.values()), new Partition(lot.below(hardware.partitions())));
        });
    }

    private static Trace trace(Hardware hardware, Staged begun, Seq<Long> words) {
        Partitioner rules = RULES.on(hardware);
        Events next = new Events(hardware);
        Complex complex = begun.complex();
        Vector<Event> all = begun.events();
        for (long word : words) {
            Event event = next.next(complex, word);
            complex = rules.react(complex, event).complex();
            all = all.append(event);
        }
        return new Trace(hardware, all);
    }
}
