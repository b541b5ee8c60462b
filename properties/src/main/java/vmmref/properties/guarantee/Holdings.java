package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Event;
import vmmref.model.partition.Opening;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Processor;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Reply;
import vmmref.model.partition.Software;
import vmmref.model.partition.Word;
import vmmref.properties.arbitrary.Division;

/// What partitions have when software begins, and all that they may ever have.
///
/// @param start the complex then
record Holdings(Division division, Complex start) {
    static Holdings of(Division division, Complex start) {
        return new Holdings(division, start);
    }

    /// Asserts that an event has given nobody more, and shown nobody what is closed to him.
    void assertKept(Happened happened) {
        Observed.observed(happened.reaction());
        if (!happened.reaction().effects().isEmpty()) assertStanding(happened);
        if (Estate.actor(happened.event()).exists(actor -> happened.before().software(actor) == Software.OTHER)) assertHidden(happened);
        assertGranted(happened);
    }

    private void assertStanding(Happened happened) {
        for (Partition partition : division.hardware().everyPartition()) assertKept(happened, partition);
        for (Processor processor : division.hardware().everyProcessor()) assertTrue(happened.after().software(processor) != Software.OTHER || !happened.after().register().isSecure(division.hardware().place(processor)), () -> processor + " is secure after " + happened.event());
    }

    private void assertKept(Happened happened, Partition partition) {
        Controller before = happened.before().of(partition);
        Controller now = happened.after().of(partition);
        Controller then = start.of(partition);
        Seq<Cell> added = division.hardware().everyCell().filter(cell -> now.route().has(cell) && !before.route().has(cell));
        assertTrue(division.cells(partition).containsAll(added), () -> added + " came into " + partition + " by " + happened.event());
        assertTrue(added.forAll(cell -> isTrusted(happened.before(), cell)), () -> added + " runs other software and came into " + partition + " by " + happened.event());
        assertEquals(then.configuration(), now.configuration(), () -> happened.event().toString());
        assertEquals(0, now.enabled().mask() & ~then.enabled().mask(), () -> "a link by " + happened.event());
        kept(RegisterClass.FIREWALL, then.firewall().bits(), now.firewall().bits(), happened);
        kept(RegisterClass.SHARING, then.sharing().bits(), now.sharing().bits(), happened);
        kept(RegisterClass.INTERRUPT, then.interrupt().bits(), now.interrupt().bits(), happened);
        kept(RegisterClass.GENERAL, then.general().bits(), now.general().bits(), happened);
    }

    private boolean isTrusted(Complex complex, Cell cell) {
        return division.hardware().everyProcessor().filter(processor -> processor.cell().equals(cell)).forAll(processor -> complex.software(processor) != Software.OTHER);
    }

    /// Asserts that a register which is open to trusted software alone is as it was, or empty since its partition was reconfigured.
    private void kept(RegisterClass register, long then, long now, Happened happened) {
        assertTrue(now == then || now == 0 || unsecure().isWritable(register), () -> register + " holds " + Long.toHexString(now) + " after " + happened.event());
    }

    private Opening unsecure() {
        return division.hardware().unsecure();
    }

    /// Asserts that other software has read nothing that is closed to it.
    private void assertHidden(Happened happened) {
        if (!(happened.event() instanceof Event.Read read)) return;
        boolean open = unsecure().isReadable(read.register()) && division.cells(read.partition()).contains(read.processor().cell());
        assertTrue(open || !(happened.reaction().reply() instanceof Reply.Value(var word)) || word.equals(Word.ONES), () -> read + " shows " + happened.reaction().reply());
    }

    /// Asserts that what has crossed was granted.
    private void assertGranted(Happened happened) {
        if (!(happened.event() instanceof Event.Sending sending) || happened.event() instanceof Event.Packet) return;
        Seq<Partition> senders = division.hardware().everyPartition().filter(partition -> division.cells(partition).contains(sending.processor().cell()));
        boolean granted = senders.exists(from -> isGranted(from, sending));
        assertTrue(granted || happened.reaction().refused(), () -> "not granted, and not refused: " + sending);
    }

    private boolean isGranted(Partition from, Event.Sending sending) {
        return switch (sending) {
            case Event.Packet packet       -> true;
            case Event.Reach reach         -> reach.partition().equals(from) || division.permits(from, reach.partition(), reach.page());
            case Event.Interrupt interrupt -> interrupt.partition().equals(from) || division.permits(from, interrupt.partition(), interrupt.vector());
            case Event.Data data           -> division.cells(from).contains(data.cell()) || division.hardware().everyPartition().exists(to -> division.cells(to).contains(data.cell()) && division.permits(from, to));
        };
    }
}
