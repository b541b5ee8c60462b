package vmmref.model.tlb;

import io.vavr.collection.HashSet;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.function.Predicate;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;

/// Entries, found by address in a time that hardly depends on their number.
///
/// The pages of one size are a hash table's keys; an address is looked for once for each size that is held. The table is cut into buckets, so that a change copies one block and not all.
public final class Entries {
    private static final int LOAD = 4;
    private static final Entries NONE = new Entries(new Bucket[] {Bucket.EMPTY}, 0, 0, 0);

    private final Bucket[] buckets;
    private final int number;
    private final int cached;
    private final long sizes;

    private Entries(Bucket[] buckets, int number, int cached, long sizes) {
        this.buckets = buckets;
        this.number  = number;
        this.cached  = cached;
        this.sizes   = sizes;
    }

    public static Entries none() {
        return NONE;
    }

    /// {@return the entries that translate an address of the region with an identifier}
    public List<Entry> covering(int rid, VirtualAddress address) {
        List<Entry> found = List.empty();
        for (long rest = sizes; rest != 0; rest &= rest - 1) {
            found = pages(rid, address.offset(), Long.numberOfTrailingZeros(rest), found);
        }
        return found;
    }

    /// {@return the entries that share an address with a range}
    public Seq<Entry> overlapping(int rid, VirtualAddress address, PageSize range) {
        long smaller = sizes & range.bytes() - 1;
        long first   = address.offset() & ~range.mask();
        if (smaller != 0 && range.bytes() >>> Long.numberOfTrailingZeros(smaller) > number) return all().filter(entry -> entry.translation().overlaps(rid, address, range));
        List<Entry> found = List.empty();
        for (long rest = sizes; rest != 0; rest &= rest - 1) {
            int size = Long.numberOfTrailingZeros(rest);
            long pages = size >= range.log2() ? 1 : range.bytes() >>> size;
            for (long page = 0; page < pages; page++) found = pages(rid, first + (page << size), size, found);
        }
        return found;
    }

    /// {@return the entries of one size whose page holds an offset, and before them others}
    private List<Entry> pages(int rid, long offset, int size, List<Entry> others) {
        long hash = Bucket.hash(rid, offset, size);
        return bucket(buckets, hash).with(hash, rid, offset, size, others);
    }

    /// {@return every entry, in no particular order}
    public Seq<Entry> all() {
        return Vector.of(buckets).flatMap(Bucket::entries);
    }

    /// {@return how many of them are in the translation cache}
    public int cachedNumber() {
        return cached;
    }

    /// {@return the translation of the cache that comes first in an order, of those for which something holds}
    public Option<Translation> firstCached(Comparator<Translation> order, Predicate<Translation> counts) {
        Option<Translation> first = Option.none();
        for (Bucket bucket : buckets) first = bucket.firstCached(order, counts, first);
        return first;
    }

    /// {@return these and one more}
    Entries with(Entry entry) {
        long hash = Bucket.hash(entry);
        Bucket[] changed = number < buckets.length * LOAD ? buckets.clone() : twice();
        changed[index(changed, hash)] = bucket(changed, hash).with(entry);
        return new Entries(changed, number + 1, entry.isCached() ? cached + 1 : cached, sizes | 1L << entry.translation().sizeLog2());
    }

    /// {@return these without an entry; the same if it is not among them}
    Entries without(Entry entry) {
        long hash = Bucket.hash(entry);
        Bucket[] changed = buckets.clone();
        changed[index(changed, hash)] = bucket(changed, hash).without(entry);
        return bucket(changed, hash) == bucket(buckets, hash) ? this : new Entries(changed, number - 1, entry.isCached() ? cached - 1 : cached, number == 1 ? 0 : sizes);
    }

    private Bucket[] twice() {
        Bucket[] larger = new Bucket[buckets.length * 2];
        java.util.Arrays.fill(larger, Bucket.EMPTY);
        for (Entry entry : all()) {
            long hash = Bucket.hash(entry);
            larger[index(larger, hash)] = bucket(larger, hash).with(entry);
        }
        return larger;
    }

    private static Bucket bucket(Bucket[] among, long hash) {
        return among[index(among, hash)];
    }

    private static int index(Bucket[] among, long hash) {
        return (int) (hash >>> 24) & among.length - 1;
    }

    @Override public boolean equals(Object other) {
        return other instanceof Entries entries && number == entries.number && HashSet.ofAll(all()).equals(HashSet.ofAll(entries.all()));
    }

    @Override public int hashCode() {
        return Iterator.ofAll(all()).map(Entry::hashCode).fold(0, Integer::sum);
    }

    @Override public String toString() {
        return all().mkString("[", ", ", "]");
    }
}
