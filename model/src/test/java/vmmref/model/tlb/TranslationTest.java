package vmmref.model.tlb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;

class TranslationTest {
    private static final Translation PAGE = Translation.of(new VirtualAddress(0x2000000000004abcL), 0x101, new PageSize(14), 0x55, new Pte(0x12347e1));

    private static VirtualAddress address(String hex) {
        return new VirtualAddress(Long.parseUnsignedLong(hex, 16));
    }

    @Test
    void thePageIsThatOfTheAddress() {
        assertEquals(new VirtualAddress(0x2000000000004000L), PAGE.page());
        assertEquals(new PageSize(14), PAGE.size());
        assertEquals(new Pte(0x12347e1), PAGE.entry());
        assertEquals(PAGE, new Translation(0x2000000000007fffL, 0x101, 14, 0x55, 0x12347e1));
        assertEquals("va 2000000000004000 rid 000101 ps 14 key 000055 pte 00000000012347e1", PAGE.toString());
        assertEquals(new Translation(0x2000000000004000L, 0x101, 14, 0x55, 0x12347a1), PAGE.with(new Pte(0x12347a1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2000000000004000, 101, true",
        "2000000000007fff, 101, true",
        "2000000000003fff, 101, false",
        "2000000000008000, 101, false",
        "2000000000004000, 102, false",
        "2000000000004000, 100, false",
        "e000000000005000, 101, true",
        "0000000000005000, 101, true",
        "3000000000004000, 101, false"})
    void itTranslatesItsPageInEveryRegionOfItsIdentifier(String hex, String rid, boolean covered) {
        assertEquals(covered, PAGE.covers(Integer.parseInt(rid, 16), address(hex)));
    }

    @ParameterizedTest
    @CsvSource({
        "2000000000004000, 14, 101, true",
        "2000000000007000, 12, 101, true",
        "2000000000008000, 12, 101, false",
        "2000000000003000, 12, 101, false",
        "2000000000008000, 14, 101, false",
        "2000000000000000, 16, 101, true",
        "2000000000008000, 16, 101, true",
        "2000000000010000, 16, 101, false",
        "4000000000004000, 14, 101, true",
        "2000000000004000, 14, 102, false",
        "3fffffffffffffff, 63, 101, true",
        "3000000000000000, 60, 101, false",
        "2000000000004000, 0,  101, true",
        "2000000000008000, 0,  101, false"})
    void itSharesAnAddressWithARange(String hex, int size, String rid, boolean shared) {
        assertEquals(shared, PAGE.overlaps(Integer.parseInt(rid, 16), address(hex), new PageSize(size)));
    }

    @Test
    void theOffsetInThePageIsKept() {
        assertEquals(new PhysicalAddress(0x1234000), PAGE.physical(address("2000000000004000")));
        assertEquals(new PhysicalAddress(0x1237fff), PAGE.physical(address("2000000000007fff")));
        assertEquals(new PhysicalAddress(0x1234abc), PAGE.physical(address("e000000000004abc")));
    }

    /// Bits of the ppn below the page size are ignored.
    @Test
    void theFrameIsAligned() {
        Translation large = new Translation(0, 1, 28, 0, 0x3ffffffff07e1L);
        assertEquals(new PhysicalAddress(0x3fffff0000000L), large.physical(new VirtualAddress(0)));
        assertEquals(new PhysicalAddress(0x3ffffffffffffL), large.physical(new VirtualAddress(0xfffffff)));
        Translation largest = new Translation(0, 1, 60, 0, 0x3fffffffff7e1L);
        assertEquals(new PhysicalAddress(0x0123456789abcdefL), largest.physical(new VirtualAddress(0x0123456789abcdefL)));
    }

    @Test
    void whatIsNoTranslationIsRejected() {
        assertEquals("a page has 2^12 to 2^60 bytes, not 2^11", rejected(11, 0, 0, 1));
        assertEquals("a page has 2^12 to 2^60 bytes, not 2^61", rejected(61, 0, 0, 1));
        assertEquals("region identifiers and keys have 24 bits: 1000000, 0", rejected(12, 0x1000000, 0, 1));
        assertEquals("region identifiers and keys have 24 bits: 0, 1000000", rejected(12, 0, 0x1000000, 1));
        assertEquals("region identifiers and keys have 24 bits: ffffffff, 0", rejected(12, -1, 0, 1));
        assertEquals("region identifiers and keys have 24 bits: 0, ffffffff", rejected(12, 0, -1, 1));
        assertEquals("the memory attribute 1 of a present translation is reserved", rejected(12, 0, 0, 0x05));
        assertEquals("the memory attribute 3 of a present translation is reserved", rejected(12, 0, 0, 0x0d));
    }

    private static String rejected(int size, int rid, int key, long entry) {
        return assertThrows(IllegalArgumentException.class, () -> new Translation(0, rid, size, key, entry)).getMessage();
    }

    @Test
    void theExtremesAreTranslations() {
        assertEquals(12, new Translation(0, 0xffffff, 12, 0xffffff, 1).sizeLog2());
        assertEquals(new VirtualAddress(0xf000000000000000L), new Translation(-1, 0, 60, 0, 0x1d).page());
        assertTrue(new Translation(0, 0, 12, 0, 0x04).entry().attribute().isEmpty());
    }

    @Test
    void entriesAreCachedOrPinned() {
        assertEquals(new Entry(-1, PAGE), Entry.cached(PAGE));
        assertEquals(new Entry(0, PAGE), Entry.pinned(0, PAGE));
        assertTrue(Entry.cached(PAGE).isCached());
        assertTrue(!Entry.pinned(0, PAGE).isCached());
        assertEquals("no translation register has the number -2", assertThrows(IllegalArgumentException.class, () -> new Entry(-2, PAGE)).getMessage());
    }
}
