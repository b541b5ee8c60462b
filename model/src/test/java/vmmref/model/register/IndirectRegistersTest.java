package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.register.IndirectRegisters.File;
import vmmref.model.register.IndirectRegisters.Watch;

class IndirectRegistersTest {
    private static IndirectRegisters pair(File file, int number, long address, long mask) {
        return IndirectRegisters.RESET.with(file, number, address).with(file, number + 1, mask);
    }

    /// The odd register, an address in which the even one differs, the size, and whether the pair watches it at level 2.
    @ParameterizedTest
    @CsvSource({
        "ffffffffffffffff, 0, 8, true", "ffffffffffffffff, 7, 8, true", "ffffffffffffffff, 8, 8, false", "ffffffffffffffff, 1, 1, false", "ffffffffffffffff, 1, 2, true", "ffffffffffffffff, f, 16, true",
        "fffffffffffff000, fff, 1, true", "fffffffffffff000, 1000, 1, false", "ff00000000000000, 0123456789abcd, 1, true", "ff00000000000000, 100000000000000, 1, false",
        "ff00000000000000, 8000000000000000, 1, false", "c400000000000000, 0, 1, true", "c300000000000000, 0, 1, false", "c800000000000000, 0, 1, false", "0400000000000000, 0, 8, false"})
    void watching(String odd, String difference, int size, boolean expected) {
        long at = 0x2000000000004040L;
        long differing = at ^ Long.parseUnsignedLong(difference, 16);
        for (int pair = 0; pair < 8; pair += 2) {
            IndirectRegisters data = pair(File.DBR, pair, differing, Long.parseUnsignedLong(odd, 16));
            assertEquals(expected, data.watch(Watch.READ, at, size, 2));
            assertEquals(expected, data.watch(Watch.WRITE, at, size, 2));
            assertEquals(false, data.watch(Watch.EXECUTE, at, size, 2));
            assertEquals(expected, pair(File.IBR, pair, differing, Long.parseUnsignedLong(odd, 16)).watch(Watch.EXECUTE, at, size, 2));
        }
    }

    @Test
    void enables() {
        long levels = 0xfL << 56;
        IndirectRegisters reads  = pair(File.DBR, 2, 0, 1L << 63 | levels);
        IndirectRegisters writes = pair(File.DBR, 2, 0, 1L << 62 | levels);
        assertEquals(Vector.of(true, false), Vector.of(Watch.READ, Watch.WRITE).map(watch -> reads.watch(watch, 0, 8, 0)));
        assertEquals(Vector.of(false, true), Vector.of(Watch.READ, Watch.WRITE).map(watch -> writes.watch(watch, 0, 8, 0)));
        for (int level = 0; level < 4; level++) {
            for (int other = 0; other < 4; other++) assertEquals(level == other, pair(File.IBR, 6, 0, 1L << 63 | 1L << 56 + level).watch(Watch.EXECUTE, 0, 16, other));
        }
        assertEquals(false, IndirectRegisters.RESET.watch(Watch.READ, 0, 8, 0));
    }
}
