package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;
import static vmmref.model.partition.Software.LEAVING;
import static vmmref.model.partition.Software.OTHER;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.spec.Partitions;

/// Lines that are stuck, as the state machine and the controllers see them.
class StickTest {
    private static final Event LEAVE = new Event.Leave(processor(C1, 0));
    private static final Place<Path> REPORT = new Place.ReportPath(C1);

    private static int register(At at) {
        return at.complex().register().secure();
    }

    private static int seen(At at, Partition partition) {
        return at.rules().seen(at.complex(), partition).secure();
    }

    private static Software software(At at) {
        return at.complex().software(processor(C1, 0));
    }

    private static Event stuck(int line, boolean level) {
        return new Event.Stick(new Event.Wire.Status(P2), line, level);
    }

    /// The two lines of place 2 on the path to partition 2: status 1 and 0 whatever is sent.
    @Test
    void oneControllerThatDoesNotKnowIsEnoughToWait() {
        At waiting = At.quick().at(C1, Phase.BLOCKED, P1).after(stuck(4, true), stuck(5, false), LEAVE);
        assertEquals(0b1000, register(waiting));
        assertEquals(0b1000, seen(waiting, P1));
        assertEquals(0b1100, seen(waiting, P2));
        assertEquals(LEAVING, software(waiting));
        At known = waiting.after(stuck(5, true));
        assertEquals(0b1000, seen(known, P2));
        assertEquals(OTHER, software(known));
        assertEquals(Partitions.LINE_STUCK, waiting.does(stuck(5, true)));
    }

    @Test
    void aLineOfAReportPathShowsAtOnceWithoutDuration() {
        Event low = new Event.Stick(new Event.Wire.Report(C1), 0, false);
        At started = At.quick().at(C0, Phase.BLOCKED, P0).at(C1, Phase.BLOCKED, P1);
        assertEquals(0b1011, register(started.after(low)));
        assertEquals(0b0111, register(started.after(new Event.Stick(new Event.Wire.Report(C1), 3, true))));
        assertEquals(0b1011, seen(started.after(low), P2));
        assertEquals(0b1011, register(started.after(low, new Event.Stick(new Event.Wire.Report(C1), 0, true))));
        assertEquals(0b1111, register(started.after(new Event.Stick(new Event.Wire.Report(C1), 0, true))));
    }

    @Test
    void aLineOfAReportPathShowsWithTheNextReportOtherwise() {
        At stuck = At.slow().at(C1, Phase.BLOCKED, P1).after(new Event.Stick(new Event.Wire.Report(C1), 0, false));
        assertEquals(new Lines(0, 1), stuck.get(REPORT).lines());
        assertEquals(0b1100, register(stuck.ticks(5)));
        assertEquals(0, register(stuck.after(LEAVE).ticks(3)));
    }

    @Test
    void aLineOfOnePathToAControllerConcernsItAlone() {
        At stuck = At.quick().at(C1, Phase.BLOCKED, P1).after(stuck(4, false));
        assertEquals(Vector.of(0b1100, 0b1100, 0b1000), Vector.of(P0, P1, P2).map(partition -> seen(stuck, partition)));
        assertEquals(0b1100, register(stuck));
        At slow = At.slow().at(C1, Phase.BLOCKED, P1).after(stuck(0, false));
        assertEquals(0b1100, seen(slow, P2));
        assertEquals(0b101000, seen(slow.after(new Event.Start(C2)).ticks(5), P2));
    }
}
