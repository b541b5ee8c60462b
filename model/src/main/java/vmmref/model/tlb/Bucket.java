package vmmref.model.tlb;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;

/// The few entries that share a place in the hash table of [Entries].
///
/// Each of the first eight has a tag, 8 bits of its hash and never 0, and one comparison of a word finds those with a certain tag. What comes after them has none.
final class Bucket {
    static final Bucket EMPTY = new Bucket(0, new Translation[0], new int[0]);

    private static final int TAG_WIDTH = 8;
    private static final int TAGGED = 64 / TAG_WIDTH;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = LOW_BITS << TAG_WIDTH - 1;

    private final long tags;
    private final Translation[] translations;
    private final int[] slots;

    private Bucket(long tags, Translation[] translations, int[] slots) {
        this.tags         = tags;
        this.translations = translations;
        this.slots        = slots;
    }

    /// {@return a number that pages of the same region identifier, offset and size share, and others hardly ever}
    static long hash(int rid, long offset, int size) {
        long mixed = ((offset >>> size) * 64 + size ^ (long) rid << 40) * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 29;
    }

    static long hash(Entry entry) {
        Translation translation = entry.translation();
        return hash(translation.rid(), translation.page().offset(), translation.sizeLog2());
    }

    private static long tag(long hash) {
        return hash >>> 64 - TAG_WIDTH | 1L << TAG_WIDTH - 1;
    }

    Seq<Entry> entries() {
        return Vector.range(0, translations.length).map(this::entry);
    }

    private Entry entry(int number) {
        return new Entry(slots[number], translations[number]);
    }

    /// {@return the entries of one size whose page holds an offset, and before them others}
    List<Entry> with(long hash, int rid, long offset, int size, List<Entry> others) {
        List<Entry> found = others;
        for (long rest = equal(tags, tag(hash)); rest != 0; rest &= rest - 1) {
            int number = Long.numberOfTrailingZeros(rest) / TAG_WIDTH;
            if (isPage(translations[number], rid, offset, size)) found = found.prepend(entry(number));
        }
        for (int number = TAGGED; number < translations.length; number++) {
            if (isPage(translations[number], rid, offset, size)) found = found.prepend(entry(number));
        }
        return found;
    }

    /// {@return the highest bit of each tag that equals a tag, and perhaps of a few others above one that does}
    private static long equal(long tags, long tag) {
        long different = tags ^ tag * LOW_BITS;
        return different - LOW_BITS & ~different & HIGH_BITS;
    }

    private static boolean isPage(Translation translation, int rid, long offset, int size) {
        return translation.sizeLog2() == size && translation.rid() == rid && (translation.page().offset() ^ offset) >>> size == 0;
    }

    /// {@return the translation of the cache that comes first in an order, of another one and those here for which something holds}
    Option<Translation> firstCached(Comparator<Translation> order, Predicate<Translation> counts, Option<Translation> other) {
        Option<Translation> first = other;
        for (int number = 0; number < translations.length; number++) {
            Translation here = translations[number];
            if (entry(number).isCached() && (first.isEmpty() || order.compare(here, first.get()) < 0) && counts.test(here)) first = Option.some(here);
        }
        return first;
    }

    Bucket with(Entry entry) {
        int number = translations.length;
        Translation[] more = Arrays.copyOf(translations, number + 1);
        int[] moreSlots = Arrays.copyOf(slots, number + 1);
        more[number]      = entry.translation();
        moreSlots[number] = entry.slot();
        return new Bucket(number < TAGGED ? tags | tag(hash(entry)) << number * TAG_WIDTH : tags, more, moreSlots);
    }

    /// {@return these without an entry; the same if it is not among them}
    Bucket without(Entry gone) {
        return entries().contains(gone) ? entries().remove(gone).foldLeft(EMPTY, Bucket::with) : this;
    }
}
