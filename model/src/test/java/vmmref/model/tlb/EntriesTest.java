package vmmref.model.tlb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;

class EntriesTest {
    private static final int RID = 0x101;

    /// A page of a size at a multiple of it.
    private static Entry page(int rid, int size, long number) {
        return Entry.cached(new Translation(number << size, rid, size, 0, 0x7e1));
    }

    private static Entries of(Seq<Entry> entries) {
        return entries.foldLeft(Entries.none(), Entries::with);
    }

    private static Set<Entry> overlapping(Entries entries, int rid, long address, int size) {
        return entries.overlapping(rid, new VirtualAddress(address), new PageSize(size)).toSet();
    }

    @Test
    void thoseOfTheCacheAreCounted() {
        Entry pinned = Entry.pinned(3, page(RID, 14, 7).translation());
        Entries some = of(Vector.range(0, 30).map(number -> page(RID, 14, number)));
        assertEquals(0, Entries.none().cachedNumber());
        assertEquals(30, some.cachedNumber());
        assertEquals(30, some.with(pinned).cachedNumber());
        assertEquals(30, some.with(pinned).without(pinned).cachedNumber());
        assertEquals(29, some.with(pinned).without(page(RID, 14, 7)).cachedNumber());
        assertEquals(30, some.without(page(RID, 14, 31)).cachedNumber());
    }

    @Test
    void theFirstOfTheCacheIsFound() {
        Comparator<Translation> byPage = Comparator.comparingLong(Translation::pageBits);
        Entries some = of(Vector.of(9, 5, 7, 30, 20).map(number -> page(RID, 14, number))).with(Entry.pinned(0, page(RID, 14, 1).translation())).with(Entry.pinned(1, page(RID, 14, 77).translation()));
        assertEquals(Option.some(page(RID, 14, 5).translation()), some.firstCached(byPage, page -> true));
        assertEquals(Option.some(page(RID, 14, 30).translation()), some.firstCached(byPage.reversed(), page -> true));
        assertEquals(Option.some(page(RID, 14, 9).translation()), some.firstCached(byPage, page -> page.pageBits() > 7 << 14));
        assertEquals(Option.none(), some.firstCached(byPage, page -> false));
        assertEquals(Option.some(page(RID, 14, 6).translation()), of(Vector.of(6, 4).map(number -> page(RID, 14, number))).firstCached((one, other) -> 0, page -> true));
        Seq<Entry> many = Vector.range(0, 100).map(number -> page(RID, 14, number));
        assertEquals(Option.some(many.get(99).translation()), of(many).firstCached(byPage.reversed(), page -> true));
        assertEquals(Option.some(many.get(0).translation()), of(many.reverse()).firstCached(byPage, page -> true));
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        assertEquals(List.empty(), Entries.none().covering(RID, new VirtualAddress(0)));
        assertEquals(HashSet.empty(), overlapping(Entries.none(), RID, 0, 60));
        assertEquals(Vector.empty(), Entries.none().all());
        assertEquals("[]", Entries.none().toString());
        assertSame(Entries.none(), Entries.none().without(page(RID, 14, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 24, 25, 48, 49, 100, 1000, 5000})
    void eachOfManyIsFoundInItsPageOnly(int number) {
        Seq<Entry> pages = Vector.range(0, number).map(index -> page(RID, 14, 2L * index));
        Entries entries = of(pages);
        assertEquals(number, entries.all().size());
        assertEquals(pages.toSet(), entries.all().toSet());
        for (int index = 0; index < number; index++) {
            long first = (2L * index) << 14;
            assertEquals(List.of(pages.get(index)), entries.covering(RID, new VirtualAddress(first)));
            assertEquals(List.of(pages.get(index)), entries.covering(RID, new VirtualAddress(7L << 61 | first + 0x3fff)));
            assertEquals(List.empty(), entries.covering(RID, new VirtualAddress(first + 0x4000)));
            assertEquals(List.empty(), entries.covering(RID + 1, new VirtualAddress(first)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 24, 25, 100, 1000})
    void whatIsRemovedIsGoneAndTheOthersStay(int number) {
        Seq<Entry> pages = Vector.range(0, number).map(index -> page(index % 3, 12 + index % 2, index));
        Entries entries = of(pages);
        for (int gone = 0; gone < number; gone += 1 + number / 20) {
            Entries rest = entries.without(pages.get(gone));
            assertEquals(number - 1, rest.all().size());
            assertEquals(pages.toSet().remove(pages.get(gone)), rest.all().toSet());
            assertEquals(entries, rest.with(pages.get(gone)));
            assertSame(rest, rest.without(pages.get(gone)));
        }
        assertEquals(Entries.none(), pages.foldLeft(entries, Entries::without));
    }

    /// After the last one is gone, a search looks at no size any more, and after another insertion at one.
    @Test
    void anEmptiedBufferIsLikeANewOne() {
        Entries emptied = Entries.none().with(page(RID, 14, 1)).without(page(RID, 14, 1));
        assertEquals(Entries.none(), emptied);
        assertEquals(Entries.none().hashCode(), emptied.hashCode());
        assertEquals(List.empty(), emptied.covering(RID, new VirtualAddress(0x4000)));
        assertEquals(List.of(page(RID, 16, 1)), emptied.with(page(RID, 16, 1)).covering(RID, new VirtualAddress(0x10000)));
    }

    @Test
    void severalMayMatch() {
        Entries entries = of(Vector.of(page(RID, 12, 4), page(RID, 14, 1), page(RID, 16, 0), page(RID, 60, 0), page(RID, 13, 3), page(0x102, 14, 1)))
            .with(Entry.pinned(0, page(RID, 14, 1).translation())).with(Entry.pinned(1, page(RID, 14, 1).translation()));
        assertEquals(HashSet.of(page(RID, 12, 4), page(RID, 14, 1), page(RID, 16, 0), page(RID, 60, 0), Entry.pinned(0, page(RID, 14, 1).translation()), Entry.pinned(1, page(RID, 14, 1).translation())),
            entries.covering(RID, new VirtualAddress(0x4000)).toSet());
        assertEquals(6, entries.covering(RID, new VirtualAddress(0x4000)).size());
        assertEquals(List.of(page(0x102, 14, 1)), entries.covering(0x102, new VirtualAddress(0x4000)));
    }

    /// Only the same translation in the same place is removed.
    @Test
    void twinsAreToldApart() {
        Translation twin = page(RID, 14, 1).translation();
        Entries entries = of(Vector.of(Entry.cached(twin), Entry.pinned(3, twin)));
        assertEquals(List.of(Entry.pinned(3, twin)), entries.without(Entry.cached(twin)).covering(RID, new VirtualAddress(0x4000)));
        assertSame(entries, entries.without(Entry.pinned(4, twin)));
        assertSame(entries, entries.without(Entry.cached(new Translation(twin.pageBits(), RID, 14, 1, twin.entryBits()))));
        assertSame(entries, entries.without(page(RID, 14, 2)));
    }

    @Test
    void equalityForgetsHistory() {
        Seq<Entry> pages = Vector.range(0, 60).map(index -> page(RID, 12 + index % 5, index));
        Entries entries = of(pages);
        Entries reversed = of(pages.reverse());
        Entries detour = of(pages.appendAll(Vector.range(100, 200).map(index -> page(RID, 14, index))));
        Entries back = Vector.range(100, 200).map(index -> page(RID, 14, index)).foldLeft(detour, Entries::without);
        assertEquals(entries, reversed);
        assertEquals(entries, back);
        assertEquals(entries.hashCode(), reversed.hashCode());
        assertEquals(entries.hashCode(), back.hashCode());
        assertNotEquals(entries, detour);
        assertNotEquals(entries, entries.without(pages.head()));
        assertNotEquals(entries, entries.without(pages.head()).with(page(RID, 14, 1000)));
        assertNotEquals(entries.hashCode(), entries.without(pages.head()).hashCode());
        assertNotEquals(entries, entries.all());
        assertEquals("[" + page(RID, 14, 1) + "]", of(Vector.of(page(RID, 14, 1))).toString());
    }

    /// Sixteen pages of four kilobytes, and the sixteenth part of a large one.
    @Test
    void rangesHoldSmallerPagesAndLieInLargerOnes() {
        Seq<Entry> small = Vector.range(0, 16).map(index -> page(RID, 12, index));
        Entry large = page(RID, 20, 0);
        Entries entries = of(small.append(large));
        assertEquals(small.toSet().add(large), overlapping(entries, RID, 0x0, 16));
        assertEquals(small.toSet().add(large), overlapping(entries, RID, 0xffff, 16));
        assertEquals(small.subSequence(4, 8).toSet().add(large), overlapping(entries, RID, 0x4000, 14));
        assertEquals(small.subSequence(4, 8).toSet().add(large), overlapping(entries, RID, 0xe000000000005678L, 14));
        assertEquals(HashSet.of(small.get(15), large), overlapping(entries, RID, 0xf000, 12));
        assertEquals(HashSet.of(small.get(15), large), overlapping(entries, RID, 0xffff, 0));
        assertEquals(HashSet.of(large), overlapping(entries, RID, 0x10000, 16));
        assertEquals(HashSet.empty(), overlapping(entries, RID, 0x100000, 20));
        assertEquals(HashSet.empty(), overlapping(entries, RID + 1, 0, 16));
    }

    /// A range of more pages than there are entries is answered by looking at all of them.
    @ParameterizedTest
    @ValueSource(ints = {28, 32, 40, 60, 61, 63})
    void largeRangesAreSearchedEntryByEntry(int size) {
        Entry small = page(RID, 12, 5);
        Entry beyond = page(RID, 12, 1L << 47);
        Entry large = page(RID, 60, 0);
        Entries entries = of(Vector.of(small, beyond, large, page(0x102, 12, 5)));
        assertEquals(size < 60 ? HashSet.of(small, large) : HashSet.of(small, beyond, large), overlapping(entries, RID, 0, size));
        assertEquals(HashSet.of(page(0x102, 12, 5)), overlapping(entries, 0x102, 0x3fff, size));
    }

    /// Just as many pages in the range as entries, and one fewer, and one more: both ways give the same.
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 8, 9})
    void bothWaysOfSearchingAgree(int number) {
        Seq<Entry> pages = Vector.range(0, number).map(index -> page(RID, 12, index));
        Entries entries = of(pages);
        assertEquals(pages.take(4).toSet(), overlapping(entries, RID, 0, 14));
        assertEquals(pages.drop(4).take(4).toSet(), overlapping(entries, RID, 0x4000, 14));
        assertEquals(pages.take(8).toSet(), overlapping(entries, RID, 0, 15));
        assertEquals(pages.drop(8).toSet(), overlapping(entries, RID, 0x8000, 15));
    }

    @Test
    void pagesOfDifferentRegionIdentifiersDoNotMeet() {
        Seq<Entry> pages = Vector.range(0, 300).map(rid -> page(rid, 14, 1));
        Entries entries = of(pages);
        for (int rid = 0; rid < 300; rid++) {
            assertEquals(List.of(pages.get(rid)), entries.covering(rid, new VirtualAddress(0x4000)));
            assertEquals(HashSet.of(pages.get(rid)), overlapping(entries, rid, 0, 28));
        }
        assertTrue(entries.covering(300, new VirtualAddress(0x4000)).isEmpty());
    }
}
