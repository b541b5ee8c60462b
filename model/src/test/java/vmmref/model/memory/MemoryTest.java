package vmmref.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
