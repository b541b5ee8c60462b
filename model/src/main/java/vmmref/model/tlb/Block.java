package vmmref.model.tlb;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// A part of the hash table of [Entries]: open addressing with three quarters of the slots free at least, so that most searches end at the first one.
final class Block {
    static final Block EMPTY = new Block(0, new long[4], new Entry[4]);

    private final int number;
    private final long[] marks;
    private final Entry[] entries;

    private Block(int number, long[] marks, Entry[] entries) {
        this.number  = number;
        this.marks   = marks;
        this.entries = entries;
    }

    /// {@return a number that pages of the same region identifier, offset and size share, and others hardly ever; never 0}
    static long mark(int rid, long offset, int size) {
        long mixed = ((offset >>> size) * 64 + size ^ (long) rid << 40) * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 29 | 1L << 63;
    }

    static long mark(Entry entry) {
        Translation translation = entry.translation();
        return mark(translation.rid(), translation.page().offset(), translation.sizeLog2());
    }

    int number() {
        return number;
    }

    Seq<Entry> entries() {
        return Vector.of(entries).filter(entry -> entry != null);
    }

    /// {@return the entries of one size whose page holds an offset, and before them others}
    List<Entry> with(long mark, int rid, long offset, int size, List<Entry> others) {
        List<Entry> found = others;
        for (int at = slot(marks, mark); marks[at] != 0; at = at + 1 & marks.length - 1) {
            if (marks[at] == mark && isPage(entries[at].translation(), rid, offset, size)) found = found.prepend(entries[at]);
        }
        return found;
    }

    private static boolean isPage(Translation translation, int rid, long offset, int size) {
        return translation.sizeLog2() == size && translation.rid() == rid && (translation.page().offset() ^ offset) >>> size == 0;
    }

    Block with(long mark, Entry entry) {
        boolean full = (number + 1) * 4 > marks.length;
        long[] newMarks = full ? new long[marks.length * 2] : marks.clone();
        Entry[] newEntries = full ? new Entry[marks.length * 2] : entries.clone();
        for (int at = 0; full && at < marks.length; at++) {
            if (marks[at] != 0) put(newMarks, newEntries, marks[at], entries[at]);
        }
        put(newMarks, newEntries, mark, entry);
        return new Block(number + 1, newMarks, newEntries);
    }

    /// Later entries move up, so the block is made anew.
    Block without(Entry gone) {
        int first = entries().indexOf(gone);
        Block rest = EMPTY;
        if (first < 0) return this;
        for (Entry entry : entries().removeAt(first)) rest = rest.with(mark(entry), entry);
        return rest;
    }

    private static boolean put(long[] marks, Entry[] entries, long mark, Entry entry) {
        int at = slot(marks, mark);
        while (marks[at] != 0) at = at + 1 & marks.length - 1;
        marks[at]   = mark;
        entries[at] = entry;
        return true;
    }

    private static int slot(long[] marks, long mark) {
        return (int) mark & marks.length - 1;
    }
}
