package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.processor;

import org.junit.jupiter.api.Test;

class HandOffTest {
    /// Both processors left before, and the report of the second is under way.
    @Test
    void aHandOffAtWhichNobodyLeavesSendsNoFrame() {
        At left = At.slow().at(C1, Phase.JOINED, P1).after(new Event.Leave(processor(C1, 0)), new Event.Leave(processor(C1, 1))).ticks(1);
        assertEquals(new Path(Lines.SOUND, Statuses.NONE_SECURE, 2, new Statuses(0b11)), left.get(new Place.ReportPath(C1)));
        assertEquals(left.set(new Place.PhaseOf(C1), Phase.RUNNING), left.after(new Event.HandOff(C1)));
    }
}
