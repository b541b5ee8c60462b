package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Pta;
import vmmref.model.register.RegionRegister;

class PageTableTest {
    private static PageTable table(Hashing hashing, int bits, long address, long pta, long region) {
        return new PageTable(hashing, bits, new Pta(pta), new RegionRegister(region), new VirtualAddress(address));
    }

    private static long word(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }

    /// Computed by a script of its own.
    @ParameterizedTest
    @CsvSource({
        "2000000000012345, 1FF800000000009D, 0000000000010039, 3FF8000000000020",
        "A000000100008000, 1FFC0000000000D1, 0000000000000741, BFF0000000080000",
        "0000000000001000, 000000000000003D, 0000000000000031, 0000000000000008",
        "2000000000012345, E000000010000161, 0000000012345639, E000000010468A40",
        "6000000FFFFFC000, E000000010000161, 0000000012345639, E000000010B97520"})
    void entries(String address, String pta, String region, String entry) {
        assertEquals(new VirtualAddress(word(entry)), table(Hashing.Known.XOR, 61, word(address), word(pta), word(region)).entry());
    }

    @Test
    void tags() {
        assertEquals(word("091A2B0000000004"), table(Hashing.Known.XOR, 61, word("2000000000012345"), 0, word("0000000012345639")).tag());
        assertEquals(word("091A2B00003FFFFF"), table(Hashing.Known.XOR, 61, word("6000000FFFFFC000"), 0, word("0000000012345639")).tag());
        assertEquals(0, Hashing.Known.XOR.tag((1L << 49) - 1, 0xffffff) >>> 63);
    }

    @Test
    void bitsThatAreNotImplementedTakeNoPart() {
        assertEquals(0x7ffffffffL, table(Hashing.Known.XOR, 51, -1, 0, 16 << 2).page());
        assertEquals(0x1fffffffffffL, table(Hashing.Known.XOR, 61, -1, 0, 16 << 2).page());
        assertEquals(1, table(Hashing.Known.XOR, 51, 1L << 52 | 1L << 16, 0, 16 << 2).page());
    }

    @Test
    void anEntryHasEightBytesOrThirtyTwo() {
        assertEquals(8, table(Hashing.Known.XOR, 61, 0, 0x3d, 0).entrySize());
        assertEquals(32, table(Hashing.Known.XOR, 61, 0, 0x13d, 0).entrySize());
    }

    @Test
    void aTableCoversWhatItsSizeSays() {
        assertEquals(new VirtualAddress(word("E00000000000FFE0")), table(Hashing.Known.XOR, 61, 0x7ffL << 12, word("E000000000008100") | 15 << 2, 12 << 2).entry());
        assertEquals(new VirtualAddress(word("FFFFFFFFFFFFFFE0")), table(Hashing.Known.OTHER, 61, 0, word("FFFFFFFFFFFF8100") | 15 << 2, 0x3ffL << 8 | 12 << 2).entry());
        assertEquals(new VirtualAddress(0), table(Hashing.Known.OTHER, 61, 0, 0x0000000000008100L | 63 << 2, 12 << 2).entry());
    }

    @Test
    void aProfileSaysHowEntriesAreFound() {
        assertEquals(Hashing.Known.XOR, Hashing.of(Profile.named("itanium2").get()));
        assertEquals(Hashing.Known.OTHER, Hashing.of(Profile.announced("mine", HashMap.of("vhpt-hash", "other"))));
        assertEquals("profile mine: vhpt-hash is xor or other, not sum",
            assertThrows(IllegalArgumentException.class, () -> Hashing.of(Profile.announced("mine", HashMap.of("vhpt-hash", "sum")))).getMessage());
        assertEquals(0x12 ^ 0x34, Hashing.Known.XOR.index(0x12, 0x34));
        assertEquals(0x12 + 0x3e, Hashing.Known.OTHER.index(0x12, 0x3e));
        assertEquals(0x12 ^ 0x3eL << 39, Hashing.Known.OTHER.tag(0x12, 0x3e));
    }

    @Test
    void theRegisterHasItsFields() {
        Pta pta = new Pta(word("E000000010000161"));
        assertEquals(word("E000000010000000"), pta.base());
        assertEquals(24, pta.sizeLog2());
        assertEquals(true, pta.ve() && pta.isLong());
        assertEquals(false, Pta.OFF.ve() || Pta.OFF.isLong() || new Pta(-1L & ~0x101).ve() || new Pta(-1L & ~0x101).isLong());
        assertEquals("e000000010000161", pta.toString());
        assertEquals(true, new RegionRegister(1).ve() && !new RegionRegister(-2).ve());
    }
}
