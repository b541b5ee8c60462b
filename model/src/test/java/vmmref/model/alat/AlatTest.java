package vmmref.model.alat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.memory.PhysicalAddress;

class AlatTest {
    private static final Alat.Tag TAG = new Alat.Tag(false, 8);
    private static final Alat.Tag OTHER = new Alat.Tag(true, 8);

    private static Alat.Range range(long start, int size) {
        return new Alat.Range(new PhysicalAddress(start), size);
    }

    @Test
    void entriesComeAndGo() {
        Alat one = Alat.EMPTY.with(TAG, Option.some(range(0x4000, 8)));
        assertTrue(Alat.EMPTY.isEmpty());
        assertFalse(one.isEmpty());
        assertEquals(Option.some(range(0x4000, 8)), one.get(TAG));
        assertEquals(Option.none(), one.get(OTHER));
        Alat two = one.with(OTHER, Option.some(range(0x5000, 4)));
        assertEquals(Option.some(range(0x5000, 4)), two.get(OTHER));
        assertEquals(one, two.with(OTHER, Option.none()));
        assertEquals(one, two.without(range(0x5003, 1)));
        assertEquals(two, two.without(range(0x5004, 1)));
        assertEquals(Alat.EMPTY, Alat.EMPTY.without(range(0x5004, 1)));
    }

    @ParameterizedTest
    @CsvSource({"0x4000, 8, true", "0x3ff8, 8, false", "0x3ff8, 9, true", "0x4008, 8, false", "0x4007, 1, true", "0x4001, 2, true", "0x3ff0, 32, true"})
    void rangesOverlap(String start, int size, boolean overlaps) {
        Alat.Range written = range(Long.decode(start), size);
        assertEquals(overlaps, range(0x4000, 8).overlaps(written));
        assertEquals(overlaps, written.overlaps(range(0x4000, 8)));
        assertEquals(overlaps, Alat.EMPTY.with(TAG, Option.some(range(0x4000, 8))).without(written).isEmpty());
    }
}
