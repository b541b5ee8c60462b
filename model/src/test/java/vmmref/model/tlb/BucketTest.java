package vmmref.model.tlb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {
    private static final int RID = 0x101;

    /// A page of 16 KB at a multiple of it.
    private static Entry page(int number) {
        return Entry.cached(new Translation((long) number << 14, RID, 14, 0, 0x7e1));
    }

    private static Bucket of(Seq<Entry> entries) {
        return entries.foldLeft(Bucket.EMPTY, Bucket::with);
    }

    private static List<Entry> found(Bucket bucket, int number) {
        long offset = ((long) number << 14) + 0x3abc;
        return bucket.with(Bucket.hash(RID, offset, 14), RID, offset, 14, List.empty());
    }

    @Test
    void theHashIsThatOfThePage() {
        assertEquals(Bucket.hash(RID, 0x4000, 14), Bucket.hash(RID, 0x7fff, 14));
        assertEquals(Bucket.hash(RID, 0x4000, 14), Bucket.hash(page(1)));
        assertNotEquals(Bucket.hash(RID, 0x4000, 14), Bucket.hash(RID, 0x8000, 14));
        assertNotEquals(Bucket.hash(RID, 0x4000, 14), Bucket.hash(RID + 1, 0x4000, 14));
        assertNotEquals(Bucket.hash(RID, 0, 14), Bucket.hash(RID, 0, 16));
    }

    /// Places and tags of the hash table come from different bits, and both are spread: of 4,096 neighbours each 256th part and each tag has some.
    @Test
    void hashesAreSpread() {
        Seq<Long> hashes = Vector.range(0, 4096).map(number -> Bucket.hash(page(number)));
        assertEquals(4096, hashes.distinct().size());
        assertEquals(256, hashes.map(hash -> hash >>> 24 & 0xff).distinct().size());
        assertEquals(128, hashes.map(hash -> hash >>> 56 & 0x7f).distinct().size());
    }

    @Test
    void nothingIsInAnEmptyBucket() {
        assertEquals(Vector.empty(), Bucket.EMPTY.entries());
        assertSame(Bucket.EMPTY, Bucket.EMPTY.without(page(1)));
        for (int number = 0; number < 1000; number++) assertEquals(List.empty(), found(Bucket.EMPTY, number));
    }

    /// With and without tags.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 10, 40})
    void eachEntryIsFoundAndNoOther(int number) {
        Bucket bucket = of(Vector.range(0, number).map(BucketTest::page));
        assertEquals(Vector.range(0, number).map(BucketTest::page), bucket.entries());
        for (int index = 0; index < number; index++) assertEquals(List.of(page(index)), found(bucket, index));
        for (int index = number; index < 1000; index++) assertEquals(List.empty(), found(bucket, index));
    }

    /// Among 300 pages there are hundreds of pairs with the same tag, and some whose tags differ in the lowest bit alone.
    @Test
    void equalTagsAreToldApartByTheirPages() {
        Seq<Entry> pages = Vector.range(0, 300).map(BucketTest::page);
        for (int one = 0; one < 300; one++) {
            for (int other = 0; other < one; other++) {
                Bucket bucket = of(Vector.of(pages.get(one), pages.get(other)));
                assertEquals(List.of(pages.get(one)), found(bucket, one));
                assertEquals(List.of(pages.get(other)), found(bucket, other));
            }
        }
    }

    /// The same page in twelve translation registers: eight with tags, four without.
    @Test
    void allThatMatchAreFoundBeforeThoseThatWereFoundEarlier() {
        Seq<Entry> pinned = Vector.range(0, 12).map(slot -> Entry.pinned(slot, page(3).translation()));
        assertEquals(pinned.reverse().toList(), found(of(pinned), 3));
        assertEquals(List.of(page(3), page(5)), of(Vector.of(page(3))).with(Bucket.hash(page(3)), RID, 3 << 14, 14, List.of(page(5))));
    }

    /// Region identifier, offset and size are compared even where hashes are equal.
    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void onlyAPageOfTheSizeThatHoldsTheOffsetMatches(int others) {
        Bucket bucket = of(Vector.range(100, 100 + others).map(BucketTest::page).append(page(6)));
        long hash = Bucket.hash(page(6));
        assertEquals(List.of(page(6)), bucket.with(hash, RID, 6 << 14, 14, List.empty()));
        assertEquals(List.empty(), bucket.with(hash, RID, 7 << 14, 14, List.empty()));
        assertEquals(List.empty(), bucket.with(hash, RID + 1, 6 << 14, 14, List.empty()));
        assertEquals(List.empty(), bucket.with(hash, RID, 6 << 14, 13, List.empty()));
    }

    @Test
    void anEntryIsRemovedOnce() {
        Bucket twice = of(Vector.range(0, 10).map(BucketTest::page).append(page(4)));
        assertEquals(List.of(page(4)), found(twice.without(page(4)), 4));
        assertEquals(List.empty(), found(twice.without(page(4)).without(page(4)), 4));
        assertEquals(List.of(page(9)), found(twice.without(page(4)), 9));
        assertSame(twice, twice.without(page(11)));
        assertSame(twice, twice.without(Entry.pinned(4, page(4).translation())));
    }
}
