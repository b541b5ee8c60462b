package vmmref.properties.arbitrary;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Phase;
import vmmref.model.profile.Profile;

/// A trace while it is made, and the complex to which the rules bring it. Many are made in a campaign, so it changes in place.
final class Grown {
    private static final Partitioner RULES = Partitioner.architected(Profile.named("itanium2").get());
    private static final Event TICK = new Event.Tick();

    private final Hardware hardware;
    private final Partitioner rules;
    private final List<Event> events = new ArrayList<>();
    private Complex complex;

    private Grown(Hardware hardware) {
        this.hardware = hardware;
        this.rules    = RULES.on(hardware);
        this.complex  = Complex.reset(hardware);
    }

    static Grown of(Hardware hardware, Vector<Long> phases, Vector<Long> words) {
        Grown grown = new Grown(hardware);
        grown.boot(phases);
        Events next = new Events(hardware);
        for (long word : words) grown.add(next.next(grown.complex, word));
        return grown;
    }

    /// All cells go through the phases together, each as far as its word says.
    private void boot(Vector<Long> words) {
        for (Phase phase : Phase.values()) {
            for (int number = 0; number < hardware.cells(); number++) {
                Lot lot = new Lot(words.get(number));
                if (lot.of(Phase.values()).compareTo(phase) <= 0) continue;
                for (Event event : Staged.onward(phase, new Cell(number), new Partition(lot.below(hardware.partitions())))) add(event);
            }
            while (Staged.isAnyUnderWay(complex)) add(TICK);
        }
    }

    private void add(Event event) {
        complex = rules.react(complex, event).complex();
        events.add(event);
    }

    Trace trace() {
        return new Trace(hardware, Vector.ofAll(events));
    }
}
