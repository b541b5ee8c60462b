package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.spec.Partitions;

class EffectsTest {
    private static final Processor ZERO = processor(C0, 0);
    private static final Processor ONE = processor(C1, 0);

    /// Something of every kind; cell 1 joins partition 1 and moves to partition 0 later.
    private static final Vector<Event> EVENTS = Vector.of(
        new Event.Stick(new Event.Wire.Status(P2), 0, true), new Event.Stick(new Event.Wire.Report(C0), 0, true),
        new Event.Start(C0), new Event.Start(C1), new Event.Tick(), new Event.Tick(), new Event.Tick(), new Event.Tick(), new Event.Tick(), new Event.Tick(),
        new Event.Post(C1, Option.some(P1)), new Event.Post(C0, Option.some(P0)), new Event.Release(C1), new Event.Rendezvous(C1),
        new Event.Request(P0, P1), new Event.Answer(ZERO, P0, P1, true), new Event.Answer(ONE, P1, P0, true),
        new Event.Write(ONE, P1, RegisterClass.FIREWALL, new Word(0x20001)), new Event.Write(ONE, P1, RegisterClass.SHARING, new Word(0xff0001)),
        new Event.Write(ONE, P1, RegisterClass.INTERRUPT, new Word(0x10001)), new Event.Write(ONE, P1, RegisterClass.GENERAL, Word.ONES), new Event.Write(ONE, P1, RegisterClass.ROUTE, Word.ONES),
        new Event.Packet(ONE, P2, true, Word.ONES, Status.SECURE), new Event.Read(ONE, P1, RegisterClass.LINK), new Event.Read(ZERO, P1, RegisterClass.LINK),
        new Event.Instruct(ONE, P1, C1, Change.Kind.JOIN), new Event.Proceed(C1), new Event.Proceed(C1), new Event.Proceed(C1), new Event.Proceed(C1),
        new Event.Data(ONE, C1), new Event.Data(ONE, C0), new Event.Reach(ONE, P1, new Page(0)), new Event.Interrupt(ONE, P0, new InterruptVector(3)),
        new Event.Leave(processor(C1, 1)), new Event.HandOff(C1), new Event.Tick(), new Event.Tick(), new Event.Tick(), new Event.Tick(), new Event.Tick(),
        new Event.Answer(ZERO, P0, P1, false), new Event.Request(P0, P1), new Event.Expire(P0, P1),
        new Event.Reset(C1), new Event.Start(C1), new Event.Tick(), new Event.Tick(), new Event.Tick(), new Event.Post(C1, Option.some(P0)), new Event.Release(C1), new Event.Rendezvous(C1),
        new Event.Instruct(ONE, P0, C1, Change.Kind.MOVE), new Event.Proceed(C1), new Event.Leave(ONE), new Event.Tick(), new Event.Tick(), new Event.Tick(), new Event.Proceed(C1),
        new Event.Reconfigure(ZERO, P0), new Event.Tick(), new Event.Tick(), new Event.Tick());

    private static Vector<String> told(At at, Event event) {
        return at.react(event).effects().map(effect -> effect.place().getClass().getSimpleName() + " " + ((Partitions) effect.because()).name()).toVector();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells 3", At.SLOW, "report-latency 1; status-latency 2; in-transfer unsecure; gate processor", "processors 1; report-lines 2"})
    void theEffectsOfAnEventAreWhatItChanges(String differences) {
        At at = At.on(differences);
        for (Event event : EVENTS) {
            Reaction reaction = at.react(event);
            assertEquals(reaction.complex(), at.complex().with(reaction.effects()), event.toString());
            at = at.after(event);
        }
    }

    @Test
    void effectsNamePlaceValueAndClause() {
        assertEquals(Vector.of(new Effect<>(new Place.General(P0), new Word(7), Partitions.ACCESS_PERFORMED)),
            At.quick().at(C0, Phase.RELEASED, P0).react(new Event.Write(ZERO, P0, RegisterClass.GENERAL, new Word(7))).effects().toVector());
        assertEquals(Vector.of(
                new Effect<>(new Place.PhaseOf(C1), Phase.BLOCKED, Partitions.CELL_STARTED),
                new Effect<>(new Place.ExecutingOn(C1), new Executing(0b0101), Partitions.CELL_STARTED),
                new Effect<>(new Place.Fresh(C1), true, Partitions.CELL_STARTED),
                new Effect<>(new Place.ReportPath(C1), new Path(Lines.SOUND, new Statuses(0b11), 3, Statuses.NONE_SECURE), Partitions.TRANSFER_BEGUN)),
            At.slow().react(new Event.Start(C1)).effects().toVector());
    }

    @Test
    void aReportGoesOnToTheControllers() {
        assertEquals(Vector.of("PhaseOf CELL_STARTED", "ExecutingOn CELL_STARTED", "Fresh CELL_STARTED", "ReportPath TRANSFER_BEGUN", "ReportPath TRANSFER_DONE", "Fresh STATUS_KEPT",
            "Register STATUS_KEPT", "StatusPath TRANSFER_BEGUN", "StatusPath TRANSFER_DONE", "StatusPath TRANSFER_BEGUN", "StatusPath TRANSFER_DONE"), told(At.on("partitions 2"), new Event.Start(C1)));
    }

    @Test
    void whoLeavesExecutesOtherSoftwareInTheEnd() {
        At blocked = At.on("partitions 1").at(C0, Phase.BLOCKED, P0);
        assertEquals(Vector.of("ExecutingOn STATUS_LEFT", "ReportPath TRANSFER_BEGUN", "ReportPath TRANSFER_DONE", "Register STATUS_KEPT", "StatusPath TRANSFER_BEGUN", "StatusPath TRANSFER_DONE",
            "ExecutingOn LEAVING_DONE"), told(blocked, new Event.Leave(ZERO)));
    }

    @Test
    void whatDoesNotChangeIsNoEffect() {
        At assigned = At.quick().at(C0, Phase.RELEASED, P0);
        assertEquals(Vector.empty(), told(At.quick(), new Event.Tick()));
        assertEquals(Vector.empty(), told(At.quick(), new Event.Reset(C0)));
        assertEquals(Vector.empty(), told(assigned, new Event.Write(ZERO, P0, RegisterClass.GENERAL, Word.ZERO)));
        assertEquals(Vector.of("PhaseOf CELL_ADVANCED"), told(assigned, new Event.Rendezvous(C0)));
    }

    @Test
    void stepsSayWhy() {
        At joining = At.on("partitions 1").at(C0, Phase.RENDEZVOUS, P0).after(new Event.Instruct(ZERO, P0, C0, Change.Kind.JOIN));
        Event next = new Event.Proceed(C0);
        assertEquals(Vector.of("ChangeOf CHANGE_DETERMINED"), told(joining, next));
        assertEquals(Vector.of("Route ROUTE_ADDED", "ChangeOf ROUTE_ADDED"), told(joining.after(next), next));
        assertEquals(Vector.of("ChangeOf CHANGE_CLOSED", "PhaseOf CHANGE_CLOSED", "Register STATUS_CLOSED_IN", "StatusPath TRANSFER_BEGUN", "StatusPath TRANSFER_DONE"),
            told(joining.after(next, next), next));
        assertEquals(Vector.of("ChangeOf CHANGE_UNSECURE"), told(joining.after(new Event.Leave(ZERO)), next));
        assertEquals(Vector.of("ChangeOf ROUTE_CLOSED"), told(joining.after(next, new Event.Leave(ZERO)), next));
    }

    @Test
    void aReconfigurationSaysWhy() {
        At running = At.on("partitions 2; status-lines 1").at(C0, Phase.RUNNING, P0).set(new Place.Enabled(P0), new PartitionSet(0b10)).set(new Place.Enabled(P1), new PartitionSet(0b01))
            .set(new Place.General(P0), Word.ONES);
        assertEquals(Vector.of("PhaseOf PARTITION_RECONFIGURED", "ExecutingOn PARTITION_RECONFIGURED", "ExecutingOn PARTITION_RECONFIGURED",
            "Fresh PARTITION_RECONFIGURED", "ReportPath TRANSFER_BEGUN", "ReportPath TRANSFER_DONE", "Fresh STATUS_KEPT", "Register STATUS_KEPT", "Enabled PARTITION_RECONFIGURED",
            "Enabled PARTITION_RECONFIGURED", "Route PARTITION_RECONFIGURED", "General PARTITION_RECONFIGURED", "StatusPath TRANSFER_BEGUN", "StatusPath TRANSFER_BEGUN"),
            told(running, new Event.Reconfigure(ZERO, P0)));
    }

    @Test
    void codeWordsThatAreNoneAreNamed() {
        At blocked = At.on("partitions 1").at(C0, Phase.BLOCKED, P0);
        assertEquals(Vector.of("StatusPath LINE_STUCK", "StatusPath CODE_INVALID"), told(blocked, new Event.Stick(new Event.Wire.Status(P0), 0, false)));
        assertEquals(Vector.of("ReportPath LINE_STUCK"), told(blocked, new Event.Stick(new Event.Wire.Report(C0), 0, true)));
    }
}
