package vmmref.model.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.register.FloatingValue;
import vmmref.model.word.Image;

class FloatFormatTest {
    @ParameterizedTest
    @CsvSource({
        "SINGLE,   0,                0,    0, 00000, 0",
        "SINGLE,   80000000,         0,    1, 00000, 0",
        "SINGLE,   3f800000,         0,    0, 0ffff, 8000000000000000",
        "SINGLE,   c0490fdb,         0,    1, 10000, c90fdb0000000000",
        "SINGLE,   00000001,         0,    0, 0ff81, 0000010000000000",
        "SINGLE,   807fffff,         0,    1, 0ff81, 7fffff0000000000",
        "SINGLE,   00800000,         0,    0, 0ff81, 8000000000000000",
        "SINGLE,   7f7fffff,         0,    0, 1007e, ffffff0000000000",
        "SINGLE,   7f800000,         0,    0, 1ffff, 8000000000000000",
        "SINGLE,   ffc00001,         0,    1, 1ffff, c000010000000000",
        "DOUBLE,   0,                0,    0, 00000, 0",
        "DOUBLE,   8000000000000000, 0,    1, 00000, 0",
        "DOUBLE,   3ff0000000000000, 0,    0, 0ffff, 8000000000000000",
        "DOUBLE,   c00921fb54442d18, 0,    1, 10000, c90fdaa22168c000",
        "DOUBLE,   0000000000000001, 0,    0, 0fc01, 0000000000000800",
        "DOUBLE,   800fffffffffffff, 0,    1, 0fc01, 7ffffffffffff800",
        "DOUBLE,   0010000000000000, 0,    0, 0fc01, 8000000000000000",
        "DOUBLE,   7fefffffffffffff, 0,    0, 103fe, fffffffffffff800",
        "DOUBLE,   7ff0000000000000, 0,    0, 1ffff, 8000000000000000",
        "DOUBLE,   fff8000000000001, 0,    1, 1ffff, c000000000000800",
        "EXTENDED, 0,                0,    0, 00000, 0",
        "EXTENDED, 8000000000000000, 3fff, 0, 0ffff, 8000000000000000",
        "EXTENDED, 8123456789abcdef, c000, 1, 10000, 8123456789abcdef",
        "EXTENDED, 0000000000000001, 8000, 1, 00000, 0000000000000001",
        "EXTENDED, 8000000000000000, 0001, 0, 0c001, 8000000000000000",
        "EXTENDED, ffffffffffffffff, 7ffe, 0, 13ffe, ffffffffffffffff",
        "EXTENDED, 8000000000000000, 7fff, 0, 1ffff, 8000000000000000",
        "EXTENDED, c000000000000000, ffff, 1, 1ffff, c000000000000000",
        "INTEGER,  0123456789abcdef, 0,    0, 1003e, 0123456789abcdef",
        "INTEGER,  0,                0,    0, 1003e, 0",
        "SPILLED,  0,                1fffe, 0, 1fffe, 0",
        "SPILLED,  0123456789abcdef, 2ffff, 1, 0ffff, 0123456789abcdef",
        "SPILLED,  8000000000000000, 10000, 0, 10000, 8000000000000000"})
    void imagesAndValues(FloatFormat format, String low, String high, int sign, String exponent, String significand) {
        Image image = new Image(Long.parseUnsignedLong(low, 16), Long.parseLong(high, 16));
        FloatingValue value = new FloatingValue(sign == 1, Integer.parseInt(exponent, 16), Long.parseUnsignedLong(significand, 16));
        assertEquals(value, format.value(image));
        assertEquals(image, format.image(value));
    }

    @Test
    void imagesLeaveOutWhatTheyHaveNoRoomFor() {
        FloatingValue value = new FloatingValue(true, 0x0ab55, 0xffffffffffffffffL);
        assertEquals(new Image(0xd5L << 23 & 0x3f800000 | 0x807fffffL, 0), FloatFormat.SINGLE.image(value));
        assertEquals(new Image(0xb55fffffffffffffL & ~(1L << 62), 0), FloatFormat.DOUBLE.image(value));
        assertEquals(new Image(-1, 0xab55), FloatFormat.EXTENDED.image(value));
        assertEquals(new Image(-1, 0x2ab55), FloatFormat.SPILLED.image(value));
        FloatingValue unnormal = new FloatingValue(false, 0x1ab55, 0x7fffffffffffffffL);
        assertEquals(new Image(0x7fffff, 0), FloatFormat.SINGLE.image(unnormal));
        assertEquals(new Image(0xfffffffffffffL, 0), FloatFormat.DOUBLE.image(unnormal));
        assertEquals(new Image(Long.MAX_VALUE, 0x6b55), FloatFormat.EXTENDED.image(unnormal));
        FloatingValue zero = new FloatingValue(false, 0x1ab55, 0);
        assertEquals(new Image(0, 0), FloatFormat.SINGLE.image(zero));
        assertEquals(new Image(0, 0), FloatFormat.DOUBLE.image(zero));
        assertEquals(new FloatingValue(true, 0x1ab55, 1), FloatFormat.SPILLED.value(new Image(1, 0xfffffffffffb_ab55L)));
    }

    @Test
    void sizes() {
        assertEquals(Vector.of(4, 8, 10, 8, 16), Vector.of(FloatFormat.values()).map(FloatFormat::bytes));
        assertEquals(Vector.of(4, 8, 16, 8, 16), Vector.of(FloatFormat.values()).map(FloatFormat::alignment));
    }
}
