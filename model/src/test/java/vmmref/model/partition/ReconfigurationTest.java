package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;
import static vmmref.model.partition.Phase.BLOCKED;
import static vmmref.model.partition.Phase.JOINED;
import static vmmref.model.partition.Phase.RELEASED;
import static vmmref.model.partition.Phase.RENDEZVOUS;
import static vmmref.model.partition.Phase.RESET;
import static vmmref.model.partition.Phase.RUNNING;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.spec.Partitions;

class ReconfigurationTest {
    private static final Cell C5 = new Cell(5);
    private static final Cell C6 = new Cell(6);
    private static final Cell C7 = new Cell(7);
    private static final Event.Reconfigure READY = new Event.Reconfigure(processor(C5, 0), P1);

    /// Cells 0 to 5 of partition 1, one in each phase; cell 6 runs in partition 0; cell 7 runs there as well, and the profile assigns it to partition 1.
    private static At every(String paths) {
        At phases = Vector.of(Phase.values()).foldLeft(At.on("cells 8; processors 1; " + paths), (at, phase) -> at.at(new Cell(phase.ordinal()), phase, P1));
        return phases.at(C6, RUNNING, P0).at(C7, RUNNING, P0)
            .set(new Place.Assigned(C0), Option.some(P1)).set(new Place.Assigned(C1), Option.some(P1)).set(new Place.Assigned(C7), Option.some(P1));
    }

    private static At every() {
        return every("report-lines 2; status-lines 16");
    }

    @Test
    void everyCellOfThePartitionThatIsNotInResetStartsAgain() {
        At after = every().after(READY);
        assertEquals(Vector.of(RESET, BLOCKED, BLOCKED, BLOCKED, BLOCKED, BLOCKED, RUNNING, BLOCKED), after.complex().cells().map(CellState::phase));
        assertEquals(Vector.of(0, 1, 1, 1, 1, 1, 3, 1), after.complex().cells().map(cell -> cell.executing().codes()));
        assertEquals(new Statuses(0b10111110), after.complex().register());
        assertEquals(Vector.of(1, 1, 1, 1, 1, 1, 0, 1).map(number -> number == 1 ? Option.some(P1) : Option.some(P0)), after.complex().cells().map(CellState::assigned));
        assertEquals(Partitions.PARTITION_RECONFIGURED, every().does(READY));
    }

    @Test
    void itsRegistersBecomeZero() {
        At before = every().set(new Place.FirewallOf(P1), new Firewall(1)).set(new Place.SharingOf(P1), new Sharing(2)).set(new Place.InterruptsOf(P1), new InterruptList(3))
            .set(new Place.General(P1), new Word(4)).set(new Place.Configuration(P1), new Word(5));
        assertEquals(new CellSet(0b110000), before.get(new Place.Route(P1)));
        At after = before.after(READY);
        assertEquals(Controller.EMPTY.withStatus(after.get(new Place.StatusPath(P1))).withConfiguration(new Word(5)), after.complex().of(P1));
    }

    @Test
    void registersOfOthersStay() {
        At before = every().set(new Place.FirewallOf(P0), new Firewall(1)).set(new Place.SharingOf(P0), new Sharing(2)).set(new Place.InterruptsOf(P0), new InterruptList(3))
            .set(new Place.General(P0), new Word(4));
        At after = before.after(READY);
        assertEquals(before.complex().of(P0).withStatus(after.get(new Place.StatusPath(P0))), after.complex().of(P0));
        assertEquals(new CellSet(0b11000000), after.get(new Place.Route(P0)));
    }

    @Test
    void everyLinkWithItEndsOnBothSides() {
        At before = every()
            .set(new Place.Enabled(P0), new PartitionSet(0b110)).set(new Place.Enabled(P1), new PartitionSet(0b001)).set(new Place.Enabled(P2), new PartitionSet(0b001))
            .set(new Place.Consented(P0), new PartitionSet(0b110)).set(new Place.Consented(P1), new PartitionSet(0b001)).set(new Place.Consented(P2), new PartitionSet(0b001))
            .set(new Place.Asked(P1), new PartitionSet(0b100)).set(new Place.Asked(P2), new PartitionSet(0b010));
        At after = before.after(READY);
        assertEquals(Vector.of(0b100, 0, 0b001), after.complex().controllers().map(controller -> controller.enabled().mask()));
        assertEquals(Vector.of(0b100, 0, 0b001), after.complex().controllers().map(controller -> controller.consented().mask()));
        assertEquals(Vector.of(0, 0, 0), after.complex().controllers().map(controller -> controller.asked().mask()));
    }

    @Test
    void aCellInTheMaskIsInThePartition() {
        At after = every().after(new Event.Reconfigure(processor(C6, 0), P0));
        assertEquals(Vector.of(RESET, BLOCKED, RELEASED, RENDEZVOUS, JOINED, RUNNING, BLOCKED, BLOCKED), after.complex().cells().map(CellState::phase));
        assertEquals(CellSet.NONE, after.get(new Place.Route(P0)));
        assertEquals(Option.some(P1), after.complex().at(C7).assigned());
    }

    @Test
    void transfersAndChangesAreDroppedAndReportsBeginAgain() {
        At before = every("report-lines 1; report-latency 2; status-lines 16; status-latency 1")
            .set(new Place.ChangeOf(C2), Option.some(new Change(Change.Kind.JOIN, P1, 1))).after(new Event.Leave(processor(C2, 0))).ticks(1);
        assertEquals(2, before.get(new Place.ReportPath(C2)).left());
        assertEquals(new Statuses(0b0001110), before.complex().register());
        At after = before.after(READY);
        assertEquals(Statuses.NONE_SECURE, after.complex().register());
        assertEquals(new CellState(BLOCKED, Option.some(P1), new Executing(1), Option.none(), new Path(Lines.SOUND, new Statuses(1), 3, Statuses.NONE_SECURE), true), after.complex().at(C2));
        assertEquals(new Statuses(0b10111110), after.ticks(3).complex().register());
        assertEquals(new Statuses(0b10111110), after.ticks(4).rules().seen(after.ticks(4).complex(), P2));
    }

    @Test
    void onlyAProcessorOfThePartitionMakesItReady() {
        assertEquals(Partitions.ACCESS_IDLE, every().refuses(new Event.Reconfigure(processor(C0, 0), P1)));
        assertEquals(Partitions.ACCESS_IDLE, every().refuses(new Event.Reconfigure(processor(C0, 0), P2)));
        assertEquals(Partitions.ACCESS_FOREIGN, every().refuses(new Event.Reconfigure(processor(C6, 0), P1)));
        assertEquals(Partitions.PARTITION_RECONFIGURED, every().does(new Event.Reconfigure(processor(C1, 0), P1)));
        assertEquals(Partitions.PARTITION_RECONFIGURED, every().does(new Event.Reconfigure(processor(C7, 0), P0)));
    }
}
