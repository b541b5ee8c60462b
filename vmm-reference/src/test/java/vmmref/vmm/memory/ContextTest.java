package vmmref.vmm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.register.Psr;

class ContextTest {
    @ParameterizedTest
    @CsvSource({"true, true, true, true, false", "true, true, false, false, true", "true, false, true, false, true", "false, true, true, false, false",
        "true, false, false, false, false", "false, true, false, false, true", "false, false, true, false, true", "false, false, false, true, false"})
    void addressesMeanTheSameOrNot(boolean it, boolean dt, boolean rt, boolean uniform, boolean split) {
        assertEquals(uniform, new Context(0, it, dt, rt).isUniform());
        assertEquals(split, new Context(0, it, dt, rt).isSplit());
    }

    @Test
    void levelsAreThoseOfTheHost() {
        assertEquals(1, new Context(0, true, true, true).real());
        assertEquals(3, new Context(3, true, true, true).real());
        assertThrows(IllegalArgumentException.class, () -> new Context(1, true, true, true));
    }

    @Test
    void itIsThatOfWhatAGuestBelieves() {
        assertEquals(new Context(0, true, false, false), Context.of(new Psr(1L << 36)));
        assertEquals(new Context(3, false, true, false), Context.of(new Psr(1L << 17).withCpl(3)));
        assertEquals(new Context(3, false, false, true), Context.of(new Psr(1L << 27).withCpl(2)));
    }
}
