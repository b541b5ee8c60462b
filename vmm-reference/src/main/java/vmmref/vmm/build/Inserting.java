package vmmref.vmm.build;

import static vmmref.spec.Builds.INSERTION_REFUSED;
import static vmmref.spec.Builds.WRITES_ORDERED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.Builds;

/// The order of writes by which a processor that comes to the entry of a block finds the old code, or the new code, or waits there until it is new.
///
/// While it waits the entry is a branch to itself in slot 0, which with its template fits into eight bytes (model choice).
public final class Inserting {
    private static final int HALF = Long.BYTES;
    private static final int BBB = 0x16;
    private static final Act SETTLE = new Act.Settle();

    /// The lower half of a bundle that branches to itself.
    private static final long WAITING = Bundle.of(new Bundle.Fields(BBB, Written.instruction(Unit.B, "br.cond.sptk.few .+0x0").encode(), Slot.ZERO, Slot.ZERO)).low();

    private Inserting() { }

    /// {@return the acts that turn what memory holds into other code}
    ///
    /// @param memory what is there: code, or what an insertion that was not finished left
    @Builds.Rule({WRITES_ORDERED, INSERTION_REFUSED})
    public static Insertion insert(VirtualAddress at, Seq<Bundle> memory, Seq<Bundle> changed) {
        if (!Aligned.bundle(at)) return refused("a bundle lies at a multiple of 16, not at %s".formatted(at));
        if (memory.isEmpty()) return refused("there is nothing to insert");
        if (memory.size() != changed.size()) return refused("%d bundles do not take the place of %d".formatted(changed.size(), memory.size()));
        return new Insertion.Planned(acts(writes(at, memory), writes(at, changed)), WRITES_ORDERED);
    }

    private static Seq<Act> acts(Seq<Act.Write> memory, Seq<Act.Write> changed) {
        Seq<Act.Write> differing = changed.removeAll(memory);
        Act.Write waiting = new Act.Write(memory.head().at(), WAITING);
        return switch (differing.size()) {
            case 0  -> Vector.empty();
            case 1  -> alone(memory.head().equals(waiting) && differing.head().at().equals(waiting.at()), differing.head()).append(SETTLE);
            default -> guarded(memory.head(), waiting, differing.remove(changed.head()), changed.head()).append(SETTLE);
        };
    }

    /// Before an entry that waits is opened, what an insertion that was not finished has written settles.
    private static Seq<Act> alone(boolean opens, Act.Write write) {
        return opens ? Vector.of(SETTLE, write) : Vector.of(write);
    }

    private static Seq<Act> guarded(Act.Write entry, Act.Write waiting, Seq<Act.Write> others, Act.Write last) {
        Seq<Act> closing = entry.equals(waiting) ? Vector.of(SETTLE) : Vector.of(waiting, SETTLE);
        Seq<Act> opening = last.equals(waiting) ? Vector.empty() : Vector.of(SETTLE, last);
        return closing.appendAll(others).appendAll(opening);
    }

    private static Seq<Act.Write> writes(VirtualAddress at, Seq<Bundle> bundles) {
        return bundles.flatMap(bundle -> Vector.of(bundle.low(), bundle.high())).zipWithIndex((half, number) -> new Act.Write(new VirtualAddress(at.bits() + (long) number * HALF), half));
    }

    private static Insertion refused(String why) {
        return new Insertion.Refused(why, INSERTION_REFUSED);
    }
}
