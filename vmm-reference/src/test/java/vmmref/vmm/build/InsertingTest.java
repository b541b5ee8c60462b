package vmmref.vmm.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Builds.INSERTION_REFUSED;
import static vmmref.spec.Builds.WRITES_ORDERED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;

/// Code takes the place of code; the writes are worked out by hand.
class InsertingTest {
    private static final VirtualAddress AT = new VirtualAddress(0x4000);
    private static final long WAIT = 0x0000100000000016L;
    private static final Act SETTLE = new Act.Settle();

    private static Act write(long at, long bits) {
        return new Act.Write(new VirtualAddress(at), bits);
    }

    private static Seq<Bundle> bundles(long... halves) {
        return Vector.ofAll(halves).grouped(2).map(two -> new Bundle(two.get(0), two.get(1))).toVector();
    }

    private static Insertion planned(Act... acts) {
        return new Insertion.Planned(Vector.of(acts), WRITES_ORDERED);
    }

    @Test
    void theEntryWaitsWhileTheRestIsWritten() {
        assertEquals(planned(write(0x4000, WAIT), SETTLE, write(0x4008, 6), SETTLE, write(0x4000, 5), SETTLE), Inserting.insert(AT, bundles(1, 2), bundles(5, 6)));
        assertEquals(planned(write(0x4000, WAIT), SETTLE, write(0x4008, 6), write(0x4018, 8), SETTLE, write(0x4000, 5), SETTLE), Inserting.insert(AT, bundles(1, 2, 3, 4), bundles(5, 6, 3, 8)));
    }

    @Test
    void oneWriteNeedsNoWaiting() {
        assertEquals(planned(), Inserting.insert(AT, bundles(1, 2), bundles(1, 2)));
        assertEquals(planned(write(0x4000, 5), SETTLE), Inserting.insert(AT, bundles(1, 2), bundles(5, 2)));
        assertEquals(planned(write(0x4018, 5), SETTLE), Inserting.insert(AT, bundles(1, 2, 3, 4), bundles(1, 2, 3, 5)));
    }

    @Test
    void anEntryThatStaysWaitsAllTheSame() {
        assertEquals(planned(write(0x4000, WAIT), SETTLE, write(0x4010, 5), write(0x4018, 6), SETTLE, write(0x4000, 1), SETTLE), Inserting.insert(AT, bundles(1, 2, 3, 4), bundles(1, 2, 5, 6)));
    }

    @Test
    void anEntryThatWaitsAlreadyIsNotWritten() {
        assertEquals(planned(SETTLE, write(0x4008, 6), SETTLE, write(0x4000, 5), SETTLE), Inserting.insert(AT, bundles(WAIT, 2), bundles(5, 6)));
        assertEquals(planned(write(0x4000, WAIT), SETTLE, write(0x4008, 6), SETTLE), Inserting.insert(AT, bundles(1, 2), bundles(WAIT, 6)));
        assertEquals(planned(SETTLE, write(0x4000, 5), SETTLE), Inserting.insert(AT, bundles(WAIT, 2, 3, 4), bundles(5, 2, 3, 4)));
        assertEquals(planned(write(0x4008, 6), SETTLE), Inserting.insert(AT, bundles(WAIT, 2), bundles(WAIT, 6)));
        assertEquals(planned(SETTLE, write(0x4008, 6), write(0x4018, 8), SETTLE), Inserting.insert(AT, bundles(WAIT, 2, 3, 4), bundles(WAIT, 6, 3, 8)));
    }

    @Test
    void anUnfinishedInsertionIsTakenBack() {
        Seq<Bundle> old = bundles(1, 2, 3, 4);
        Insertion.Planned plan = (Insertion.Planned) Inserting.insert(AT, old, bundles(5, 6, 7, 8));
        assertEquals(planned(), Inserting.insert(AT, plan.after(AT, old, 0), old));
        assertEquals(planned(SETTLE, write(0x4000, 1), SETTLE), Inserting.insert(AT, plan.after(AT, old, 2), old));
        assertEquals(bundles(WAIT, 6, 7, 4), plan.after(AT, old, 4));
        assertEquals(planned(SETTLE, write(0x4008, 2), write(0x4010, 3), SETTLE, write(0x4000, 1), SETTLE), Inserting.insert(AT, plan.after(AT, old, 4), old));
        assertEquals(bundles(5, 6, 7, 8), plan.after(AT, old, 7));
        assertEquals(planned(write(0x4000, WAIT), SETTLE, write(0x4008, 2), write(0x4010, 3), write(0x4018, 4), SETTLE, write(0x4000, 1), SETTLE), Inserting.insert(AT, plan.after(AT, old, 7), old));
    }

    @Test
    void whatHasNoPlaceIsRefused() {
        assertEquals(new Insertion.Refused("a bundle lies at a multiple of 16, not at 0000000000004008", INSERTION_REFUSED), Inserting.insert(new VirtualAddress(0x4008), bundles(1, 2), bundles(3, 4)));
        assertEquals(new Insertion.Refused("there is nothing to insert", INSERTION_REFUSED), Inserting.insert(AT, bundles(), bundles()));
        assertEquals(new Insertion.Refused("1 bundles do not take the place of 2", INSERTION_REFUSED), Inserting.insert(AT, bundles(1, 2, 3, 4), bundles(3, 4)));
    }
}
