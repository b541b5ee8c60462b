package vmmref.model.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ConversionTest {

    @Test
    void onesAndSigns() {
        assertEquals(0, Bits.ones(0));
        assertEquals(0x1f, Bits.ones(5));
        assertEquals(-1, Bits.ones(64));
        assertEquals(-1, Bits.signExtended(0x1f, 5));
        assertEquals(15, Bits.signExtended(0x0f, 5));
        assertEquals(Long.MIN_VALUE, Bits.signExtended(Long.MIN_VALUE, 64));
        assertThrows(IllegalArgumentException.class, () -> Bits.ones(65));
        assertThrows(IllegalArgumentException.class, () -> Bits.ones(-1));
        assertThrows(IllegalArgumentException.class, () -> Bits.signExtended(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Bits.signExtended(0, 65));
    }

    @Test
    void eachConversionAndItsInverse() {
        both("unsigned", 8, 0xff, 255);
        both("signed", 8, 0xff, -1);
        both("signed", 8, 0x7f, 127);
        both("signed*16", 21, 0x1fffff, -16);
        both("unsigned*8", 4, 2, 16);
        both("unsigned+1", 2, 3, 4);
        both("63-unsigned", 6, 2, 61);
        both("one of 16 8 4 1 -16 -8 -4 -1", 3, 5, -8);
        both("unsigned", 64, -1, -1);
    }

    private static void both(String name, int width, long bits, long value) {
        Conversion conversion = Conversion.named(name);
        assertEquals(value, conversion.value(bits, width), name);
        assertEquals(Option.of(bits), conversion.bits(value, width), name);
    }

    @Test
    void valuesThatNoBitsStandFor() {
        none("unsigned", 8, 256);
        none("unsigned", 8, -1);
        none("signed", 8, 128);
        none("signed", 8, -129);
        none("signed*16", 21, 8);
        none("unsigned+1", 2, 0);
        none("unsigned+1", 2, 5);
        none("63-unsigned", 6, 64);
        none("63-unsigned", 6, -1);
        none("one of 0 7 15 16", 2, 8);
    }

    private static void none(String name, int width, long value) {
        assertEquals(Option.none(), Conversion.named(name).bits(value, width), name + " " + value);
    }

    @Test
    void unknownConversionsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> Conversion.named("unsigned-1"));
        assertThrows(IllegalArgumentException.class, () -> Conversion.named("squared"));
        assertThrows(IllegalArgumentException.class, () -> Conversion.named("signed*3"));
        assertThrows(IllegalArgumentException.class, () -> Conversion.named("one of 1 1"));
    }
}
