package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.spec.Partitions;

class LifeTest {
    private static final Event LEAVE_IT = new Event.Instruct(processor(C1, 0), P1, C1, Change.Kind.LEAVE);

    private static final Map<String, Event> EVENTS = LinkedHashMap.of("start", new Event.Start(C1), "post", new Event.Post(C1, Option.some(P1)), "release", new Event.Release(C1),
        "rendezvous", new Event.Rendezvous(C1), "hand-off", new Event.HandOff(C1), "reset", new Event.Reset(C1));

    @ParameterizedTest
    @CsvSource({
        "RESET,      start:BLOCKED,       reset:RESET,            '',          CELL_STARTED,    CELL_RESET,    ",
        "BLOCKED,    post:BLOCKED,        release:RELEASED,       reset:RESET, PROFILE_POSTED,  CELL_ADVANCED, CELL_RESET",
        "RELEASED,   rendezvous:RENDEZVOUS, reset:RESET,          '',          CELL_ADVANCED,   CELL_RESET,    ",
        "RENDEZVOUS, reset:RESET,         '',                     '',          CELL_RESET,      ,              ",
        "JOINED,     hand-off:RUNNING,    reset:RESET,            '',          CELL_HANDED_OFF, CELL_RESET,    ",
        "RUNNING,    reset:RESET,         '',                     '',          CELL_RESET,      ,              "})
    void eachPhaseHasItsEvents(Phase phase, String one, String two, String three, Partitions first, Partitions second, Partitions third) {
        At at = At.quick().at(C1, phase, P1).set(new Place.Assigned(C1), Option.some(P1));
        Vector<String> happens = Vector.of(one, two, three);
        EVENTS.forEach((name, event) -> {
            Option<String> way = happens.find(each -> each.startsWith(name + ":"));
            if (way.isEmpty()) assertEquals(Partitions.PHASE_WRONG, at.refuses(event), name);
            else {
                assertEquals(Vector.of(first, second, third).get(happens.indexOf(way.get())), at.does(event), name);
                assertEquals(name + ":" + at.after(event).complex().at(C1).phase(), way.get());
            }
        });
    }

    @Test
    void aStartedCellIsBlockedAndReportsAllSecure() {
        Complex started = At.quick().after(new Event.Start(C1)).complex();
        assertEquals(new CellState(Phase.BLOCKED, Option.none(), new Executing(0b0101), Option.none(), new Path(Lines.SOUND, new Statuses(0b11), 0, new Statuses(0b11)), false), started.at(C1));
        assertEquals(CellState.IN_RESET, started.at(C0));
        assertEquals(new Statuses(0b1100), started.register());
        assertEquals(Vector.of(0b1100, 0b1100, 0b1100), started.controllers().map(controller -> controller.status().arrived().secure()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "3, 21", "4, 85"})
    void everyProcessorStartsTrusted(int processors, int codes) {
        At at = At.on("report-lines 8; status-lines 64; processors " + processors).after(new Event.Start(C0));
        assertEquals(new Executing(codes), at.complex().at(C0).executing());
        assertEquals(new Statuses((1 << processors) - 1), at.complex().register());
    }

    @Test
    void onASlowPathTheFirstReportIsAwaited() {
        At started = At.slow().after(new Event.Start(C1));
        assertEquals(new CellState(Phase.BLOCKED, Option.none(), new Executing(0b0101), Option.none(), new Path(Lines.SOUND, new Statuses(0b11), 3, Statuses.NONE_SECURE), true),
            started.complex().at(C1));
        assertTrue(started.ticks(2).complex().at(C1).fresh());
        assertFalse(started.ticks(3).complex().at(C1).fresh());
    }

    @Test
    void theProfileAssignsABlockedCellToAPartitionOrNone() {
        At blocked = At.quick().after(new Event.Start(C1));
        At posted = blocked.after(new Event.Post(C1, Option.some(P2)));
        assertEquals(blocked.set(new Place.Assigned(C1), Option.some(P2)), posted);
        assertEquals(blocked.set(new Place.Assigned(C1), Option.some(P0)), posted.after(new Event.Post(C1, Option.some(P0))));
        assertEquals(blocked, posted.after(new Event.Post(C1, Option.none())));
    }

    @Test
    void noProfileIsPostedToACellThatIsAboutToChange() {
        At about = At.quick().at(C1, Phase.JOINED, P1).after(new Event.Reset(C1), new Event.Start(C1), LEAVE_IT);
        assertEquals(Partitions.PROFILE_BUSY, about.refuses(new Event.Post(C1, Option.some(P2))));
        assertEquals(Partitions.PROFILE_BUSY, about.refuses(new Event.Post(C1, Option.none())));
        assertEquals(Partitions.PHASE_WRONG, about.after(new Event.Release(C1)).refuses(new Event.Post(C1, Option.none())));
        assertEquals(Partitions.PROFILE_POSTED, about.after(new Event.Proceed(C1), new Event.Proceed(C1), new Event.Proceed(C1)).does(new Event.Post(C1, Option.none())));
    }

    @Test
    void aCellWithoutPartitionStaysBlocked() {
        At unassigned = At.quick().after(new Event.Start(C1));
        assertEquals(Partitions.CELL_UNASSIGNED, unassigned.refuses(new Event.Release(C1)));
        assertEquals(Partitions.CELL_UNASSIGNED, unassigned.set(new Place.PhaseOf(C1), Phase.RELEASED).refuses(new Event.Rendezvous(C1)));
    }

    @Test
    void releaseAndRendezvousChangeThePhaseAndNothingElse() {
        At posted = At.slow().after(new Event.Start(C1), new Event.Post(C1, Option.some(P1)));
        At released = posted.after(new Event.Release(C1));
        assertEquals(posted.set(new Place.PhaseOf(C1), Phase.RELEASED), released);
        assertEquals(posted.set(new Place.PhaseOf(C1), Phase.RENDEZVOUS), released.after(new Event.Rendezvous(C1)));
    }

    @Test
    void atTheHandOffTrustedProcessorsLeave() {
        At joined = At.on(At.SLOW + "; processors 4").at(C1, Phase.JOINED, P1).set(new Place.ExecutingOn(C1), new Executing(0b01_11_10_01)).set(new Place.Register(), new Statuses(0xf0));
        At handed = joined.after(new Event.HandOff(C1));
        assertEquals(Phase.RUNNING, handed.complex().at(C1).phase());
        assertEquals(new Executing(0b10_11_10_10), handed.complex().at(C1).executing());
        assertEquals(new Path(Lines.SOUND, Statuses.NONE_SECURE, 7, new Statuses(0xf)), handed.get(new Place.ReportPath(C1)));
    }

    @Test
    void atTheHandOffProcessorsThatAreKnownExecuteOtherSoftware() {
        At running = At.quick().at(C1, Phase.RUNNING, P1);
        assertEquals(new Executing(0b1111), running.complex().at(C1).executing());
        assertEquals(Statuses.NONE_SECURE, running.complex().register());
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void aResetIsPossibleInAnyPhase(Phase phase) {
        At reset = At.quick().at(C1, phase, P1).after(new Event.Reset(C1));
        assertEquals(CellState.IN_RESET.phase(), reset.complex().at(C1).phase());
        assertEquals(new Executing(0), reset.complex().at(C1).executing());
        assertEquals(Statuses.NONE_SECURE, reset.complex().register());
        assertEquals(phase.ordinal() > 1 ? Option.some(P1) : Option.none(), reset.complex().at(C1).assigned());
        assertEquals(phase.ordinal() > 3 ? new CellSet(0b10) : CellSet.NONE, reset.get(new Place.Route(P1)));
    }

    @Test
    void aResetDropsTheTransferAndTheChange() {
        At about = At.slow().at(C0, Phase.BLOCKED, P0).at(C1, Phase.RENDEZVOUS, P1)
            .after(new Event.Instruct(processor(C1, 0), P1, C1, Change.Kind.JOIN), new Event.Stick(new Event.Wire.Report(C1), 0, true), new Event.Leave(processor(C1, 0)));
        assertTrue(about.get(new Place.ReportPath(C1)).isUnderWay());
        At reset = about.after(new Event.Reset(C1));
        assertEquals(new CellState(Phase.RESET, Option.some(P1), new Executing(0), Option.none(), new Path(new Lines(1, 0), Statuses.NONE_SECURE, 0, Statuses.NONE_SECURE), false),
            reset.complex().at(C1));
        assertEquals(new Statuses(0b0011), reset.complex().register());
        assertEquals(new Path(Lines.SOUND, new Statuses(0b0011), 2, new Statuses(0b1111)), reset.get(new Place.StatusPath(P2)));
    }

    @Test
    void aReportThatWasDroppedDoesNotArrive() {
        At reset = At.slow().after(new Event.Start(C1)).ticks(2).after(new Event.Reset(C1));
        assertFalse(reset.complex().at(C1).fresh());
        assertEquals(reset, reset.ticks(5));
    }
}
