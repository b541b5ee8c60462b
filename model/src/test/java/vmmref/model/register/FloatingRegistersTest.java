package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FloatingRegistersTest {
    private static final FloatingValue NEGATIVE = new FloatingValue(true, 0x10001, 0xc000000000000000L);

    @Test
    void twoRegistersAreNotZeroAndOneOfThemIsOne() {
        assertEquals(FloatingValue.ZERO, FloatingRegisters.RESET.get(0));
        assertEquals(FloatingValue.ONE, FloatingRegisters.RESET.get(1));
        assertEquals(FloatingValue.ZERO, FloatingRegisters.RESET.get(127));
    }

    @Test
    void aRunOfRegistersIsReplaced() {
        FloatingRegisters registers = FloatingRegisters.RESET.with(31, NEGATIVE).with(33, NEGATIVE);
        FloatingRegisters replaced = registers.with(32, 34, FloatingValue::integer);
        assertEquals(NEGATIVE, replaced.get(31));
        assertEquals(FloatingValue.integer(32), replaced.get(32));
        assertEquals(FloatingValue.integer(33), replaced.get(33));
        assertEquals(registers.get(34), replaced.get(34));
        assertEquals(NEGATIVE, registers.with(40, 41, register -> NEGATIVE).get(40));
        assertEquals(registers, registers.with(40, 40, register -> NEGATIVE));
    }
}
