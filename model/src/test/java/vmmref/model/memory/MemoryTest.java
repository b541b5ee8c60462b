package vmmref.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

    private static VirtualAddress virtual(String hex) {
        return new VirtualAddress(Long.parseUnsignedLong(hex, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0, 0000000000000000",
        "1fffffffffffffff, 0, 1fffffffffffffff",
        "2000000000000000, 1, 0000000000000000",
        "7000000000004008, 3, 1000000000004008",
        "e000000000000001, 7, 0000000000000001",
        "ffffffffffffffff, 7, 1fffffffffffffff"})
    void aVirtualAddressIsARegionAndAnOffset(String hex, int region, String offset) {
        assertEquals(region, virtual(hex).region());
        assertEquals(virtual(offset).bits(), virtual(hex).offset());
        assertEquals(hex, virtual(hex).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2000000000004fff, 12, 2000000000004000",
        "2000000000005000, 12, 2000000000005000",
        "2000000000007fff, 14, 2000000000004000",
        "2000000000008000, 14, 2000000000008000",
        "7fffffffffffffff, 60, 7000000000000000",
        "7fffffffffffffff, 0,  7fffffffffffffff",
        "ffffffffffffffff, 63, 8000000000000000"})
    void anAddressLiesInThePageOfASize(String hex, int size, String page) {
        assertEquals(virtual(page), virtual(hex).page(new PageSize(size)));
    }

    /// Bits 60:51 equal bit 50 where 51 are implemented; the region number takes no part.
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 51, true",
        "0003ffffffffffff, 51, true",
        "0004000000000000, 51, false",
        "0008000000000000, 51, false",
        "1000000000000000, 51, false",
        "1ffc000000000000, 51, true",
        "1ff8000000000000, 51, false",
        "0ffc000000000000, 51, false",
        "1ffbffffffffffff, 51, false",
        "e000000000000000, 51, true",
        "fffc000000000000, 51, true",
        "e004000000000000, 51, false",
        "0001ffffffffffff, 50, true",
        "0002000000000000, 50, false",
        "1ffe000000000000, 50, true",
        "0fffffffffffffff, 60, false",
        "07ffffffffffffff, 60, true",
        "1800000000000000, 60, true",
        "1000000000000000, 60, false",
        "1000000000000000, 61, true",
        "0fffffffffffffff, 61, true",
        "ffffffffffffffff, 61, true"})
    void theBitsAboveTheImplementedOnesRepeatTheHighestOfThem(String hex, int implemented, boolean expected) {
        assertEquals(expected, virtual(hex).isImplemented(implemented));
    }

    @ParameterizedTest
    @CsvSource({
        "0002000000000000, 50, 1ffe000000000000",
        "0001ffffffffffff, 50, 0001ffffffffffff",
        "e005000000000000, 51, fffd000000000000",
        "e00b000000000000, 51, e003000000000000",
        "5fffffffffffffff, 51, 5fffffffffffffff",
        "5fffffffffffffff, 61, 5fffffffffffffff",
        "4fffffffffffffff, 61, 4fffffffffffffff",
        "2800000000000000, 60, 3800000000000000"})
    void theImplementedBitsSayAnAddress(String hex, int implemented, String expected) {
        assertEquals(virtual(expected), virtual(hex).implemented(implemented));
        assertTrue(virtual(expected).isImplemented(implemented));
        assertEquals(virtual(hex).isImplemented(implemented), virtual(hex).equals(virtual(expected)));
    }

    @Test
    void aPhysicalAddressHas63Bits() {
        assertEquals("7fffffffffffffff", new PhysicalAddress(Long.MAX_VALUE).toString());
        assertEquals("a physical address has 63 bits: 8000000000000000", assertThrows(IllegalArgumentException.class, () -> new PhysicalAddress(Long.MIN_VALUE)).getMessage());
        assertEquals(0, new PhysicalAddress(0).bits());
        assertTrue(new PhysicalAddress((1L << 44) - 1).isImplemented(44));
        assertTrue(!new PhysicalAddress(1L << 44).isImplemented(44));
        assertTrue(new PhysicalAddress(Long.MAX_VALUE).isImplemented(63));
        assertTrue(!new PhysicalAddress(Long.MAX_VALUE).isImplemented(62));
    }

    @ParameterizedTest
    @CsvSource({
        " 0, 1", "9, 512", "10, 1K", "12, 4K", "13, 8K", "14, 16K", "16, 64K", "18, 256K", "20, 1M", "22, 4M", "24, 16M", "26, 64M", "28, 256M",
        "29, 512M", "30, 1G", "32, 4G", "40, 1T", "50, 1P", "60, 1E", "63, 8E"})
    void sizesAreToldInUnitsOf1024(int log2, String text) {
        assertEquals(text, new PageSize(log2).toString());
    }

    @Test
    void aPageSizeIsAPowerOfTwo() {
        assertEquals(0xfff, new PageSize(12).mask());
        assertEquals(0x1000, new PageSize(12).bytes());
        assertEquals(0, new PageSize(0).mask());
        assertEquals(1, new PageSize(0).bytes());
        assertEquals(Long.MAX_VALUE, new PageSize(63).mask());
        assertEquals(1L << 62, new PageSize(62).bytes());
        assertEquals("the logarithm of a page size has six bits, not the value 64", assertThrows(IllegalArgumentException.class, () -> new PageSize(64)).getMessage());
        assertEquals("the logarithm of a page size has six bits, not the value -1", assertThrows(IllegalArgumentException.class, () -> new PageSize(-1)).getMessage());
    }

    @Test
    void fiveOfEightAttributesCanBeEncoded() {
        assertEquals(Option.some(MemoryAttribute.WB), MemoryAttribute.encoded(0));
        for (int reserved : new int[] {1, 2, 3}) assertEquals(Option.none(), MemoryAttribute.encoded(reserved));
        assertEquals(Option.some(MemoryAttribute.UC), MemoryAttribute.encoded(4));
        assertEquals(Option.some(MemoryAttribute.UCE), MemoryAttribute.encoded(5));
        assertEquals(Option.some(MemoryAttribute.WC), MemoryAttribute.encoded(6));
        assertEquals(Option.some(MemoryAttribute.NATPAGE), MemoryAttribute.encoded(7));
        assertEquals(Vector.of(0, 4, 5, 6, 7, -1), Vector.of(MemoryAttribute.values()).map(MemoryAttribute::encoding));
    }

    @Test
    void attributesSayWhatMayBeDone() {
        assertEquals(Vector.of(MemoryAttribute.WB, MemoryAttribute.WBL), Vector.of(MemoryAttribute.values()).filter(MemoryAttribute::isCacheable));
        assertEquals(Vector.of(MemoryAttribute.WB, MemoryAttribute.WC), Vector.of(MemoryAttribute.values()).filter(MemoryAttribute::isSpeculative));
    }

    private static PhysicalAddress at(long bits) {
        return new PhysicalAddress(bits);
    }

    @Test
    void bytesAreLittleEndian() {
        Memory memory = Memory.ZERO.with(at(0x1008), 8, 0x8877665544332211L);
        assertEquals(0x8877665544332211L, memory.read(at(0x1008), 8));
        assertEquals(0x11, memory.read(at(0x1008), 1));
        assertEquals(0x88, memory.read(at(0x100f), 1));
        assertEquals(0x665544, memory.read(at(0x100b), 3));
        assertEquals(0, memory.read(at(0x1000), 8) | memory.read(at(0x1010), 8) | memory.read(at(0x1408), 8) | memory.read(at(0x8), 8) | memory.read(at(0x4000_0000_0000_1008L), 8));
    }

    @Test
    void otherBytesAreKept() {
        Memory memory = Memory.ZERO.with(at(0x1008), 8, 0x8877665544332211L);
        assertEquals(0x88776655443322aaL, memory.with(at(0x1008), 1, 0xaa).read(at(0x1008), 8));
        assertEquals(0xbb77665544332211L, memory.with(at(0x100f), 1, 0xbb).read(at(0x1008), 8));
        assertEquals(0x887766ccddee2211L, memory.with(at(0x100a), 3, 0xffff_ffff_ffcc_ddeeL).read(at(0x1008), 8));
        assertEquals(0x8877665544332211L, memory.with(at(0x1010), 8, -1).with(at(0x1000), 8, -1).with(at(0x1408), 8, -1).read(at(0x1008), 8));
        assertEquals(1, memory.with(at(0x1008), 8, 1).read(at(0x1008), 8));
        assertEquals(0x8877665544332211L, memory.read(at(0x1008), 8));
    }

    @ParameterizedTest
    @CsvSource({"0x1008, 0", "0x1008, 9", "0x1009, 8", "0x100f, 2", "0x100c, 5", "0x1008, -1"})
    void bytesLieInOneGroupOfEight(String address, int size) {
        String wrong = "%016x: %d bytes are not within one group of eight".formatted(Long.decode(address), size);
        assertEquals(wrong, assertThrows(IllegalArgumentException.class, () -> Memory.ZERO.read(at(Long.decode(address)), size)).getMessage());
        assertEquals(wrong, assertThrows(IllegalArgumentException.class, () -> Memory.ZERO.with(at(Long.decode(address)), size, 0)).getMessage());
    }

    @Test
    void whatIsZeroWasNeverPut() {
        Memory memory = Memory.ZERO.with(at(0x2000), 1, 7).with(at(0x1008), 8, -1).with(at(0x13f8), 2, 5).with(at(0x4000_0000_0000_0400L), 1, 1);
        assertEquals(Vector.of(at(0x1008), at(0x13f8), at(0x2000), at(0x4000_0000_0000_0400L)), memory.written().toVector());
        assertEquals("4 groups of eight bytes", memory.toString());
        Memory same = Memory.ZERO.with(at(0x4000_0000_0000_0400L), 8, 1).with(at(0x13f8), 8, 5).with(at(0x1008), 8, -1).with(at(0x3000), 8, 9).with(at(0x3000), 8, 0).with(at(0x2000), 8, 7);
        assertEquals(memory, same);
        assertEquals(memory.hashCode(), same.hashCode());
        assertNotEquals(memory, same.with(at(0x2000), 8, 8));
        assertNotEquals(memory, same.with(at(0x3000), 8, 8));
        assertNotEquals(memory.hashCode(), Memory.ZERO.hashCode());
        assertNotEquals(memory, (Object) "4 groups of eight bytes");
        assertEquals(Memory.ZERO, same.with(at(0x2000), 8, 0).with(at(0x1008), 8, 0).with(at(0x13f8), 8, 0).with(at(0x4000_0000_0000_0400L), 8, 0));
    }
}
