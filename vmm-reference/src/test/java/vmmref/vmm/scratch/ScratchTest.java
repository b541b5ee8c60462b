package vmmref.vmm.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.memory.PhysicalAddress;

class ScratchTest {
    @ParameterizedTest
    @CsvSource({"PRIVILEGED_INSTRUCTION, 0, 0, ENTRY", "PRIVILEGED_INSTRUCTION, 3, 0, ENTRY", "PRIVILEGED_INSTRUCTION, 0, 3, EXIT", "PRIVILEGED_INSTRUCTION, 3, 3, NONE", "EXECUTION_CAUGHT, 0, 0, ENTRY", "EXECUTION_CAUGHT, 3, 3, NONE",
        "EXECUTION_CAUGHT, 0, 3, NONE", "PRIVILEGE_DECREASE, 0, 3, EXIT", "PRIVILEGE_DECREASE, 0, 0, NONE"})
    void passages(Detector told, int before, int after, Passage passage) {
        assertEquals(passage, Detectors.ALL.passage(told, before, after));
    }

    @Test
    void whatIsNotLookedAtTellsNothing() {
        Detectors few = new Detectors(HashSet.of(Detector.EXECUTION_CAUGHT), HashSet.of(Detector.PRIVILEGE_DECREASE));
        assertEquals(Passage.NONE, few.passage(Detector.PRIVILEGED_INSTRUCTION, 0, 0));
        assertEquals(Passage.NONE, few.passage(Detector.PRIVILEGED_INSTRUCTION, 0, 3));
        assertEquals(Passage.ENTRY, few.passage(Detector.EXECUTION_CAUGHT, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Detectors(HashSet.empty(), HashSet.of(Detector.PRIVILEGE_DECREASE)));
        assertThrows(IllegalArgumentException.class, () -> new Detectors(HashSet.of(Detector.EXECUTION_CAUGHT), HashSet.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Detectors(HashSet.of(Detector.PRIVILEGE_DECREASE), HashSet.of(Detector.PRIVILEGE_DECREASE)));
        assertThrows(IllegalArgumentException.class, () -> new Detectors(HashSet.of(Detector.EXECUTION_CAUGHT), HashSet.of(Detector.EXECUTION_CAUGHT)));
    }

    @ParameterizedTest
    @CsvSource({"OUTSIDE, ENTRY, INSIDE, SAVE, SET_SAVED", "INSIDE, ENTRY, INSIDE, NOTHING, SET_KEPT", "OUTSIDE, EXIT, OUTSIDE, NOTHING, SET_UNTOUCHED", "INSIDE, EXIT, OUTSIDE, RESTORE, SET_RESTORED", "OUTSIDE, NONE, OUTSIDE, NOTHING, ''", "INSIDE, NONE, INSIDE, NOTHING, ''"})
    void moves(Presence presence, Passage passage, Presence next, Presence.Action action, String because) {
        Presence.Move move = presence.on(passage);
        assertEquals(next, move.next());
        assertEquals(action, move.action());
        assertEquals(because, move.because().map(Object::toString).getOrElse(""));
    }

    @Test
    void setsAreOfRegistersThatThereAre() {
        assertEquals(Vector.range(32, 128), ScratchSet.HIGH.registers());
        assertTrue(ScratchSet.HIGH.isHigh() && !ScratchSet.HIGH.isLow() && !ScratchSet.HIGH.isEmpty());
        assertTrue(ScratchSet.NONE.isEmpty() && !ScratchSet.NONE.isHigh() && !ScratchSet.NONE.isLow());
        ScratchSet both = new ScratchSet(31, 33);
        assertTrue(both.isLow() && both.isHigh() && both.has(31) && both.has(32));
        assertFalse(both.has(30) || both.has(33));
        assertTrue(ScratchSet.HIGH.hasUpper() && new ScratchSet(2, 128).hasUpper());
        assertFalse(ScratchSet.NONE.hasUpper() || new ScratchSet(33, 128).hasUpper() || new ScratchSet(2, 127).hasUpper());
        assertFalse(new ScratchSet(2, 32).isHigh());
        assertFalse(new ScratchSet(40, 40).isHigh());
        assertThrows(IllegalArgumentException.class, () -> new ScratchSet(1, 5));
        assertEquals("floating-point registers from 5 to 3 are no set: f2 to f127 can be", assertThrows(IllegalArgumentException.class, () -> new ScratchSet(5, 4)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ScratchSet(5, 129));
    }

    @Test
    void eachRegisterOfEachProcessorHasRoom() {
        SaveArea area = new SaveArea(new PhysicalAddress(0x10000), 2);
        assertEquals(new PhysicalAddress(0x10020), area.of(0, 2));
        assertEquals(new PhysicalAddress(0x10ff0), area.of(1, 127));
        assertEquals(new PhysicalAddress(0x11000), area.end());
        assertThrows(IllegalArgumentException.class, () -> area.of(2, 2));
    }
}
