package vmmref.model.memory;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.word.Bits;
import vmmref.model.word.Words;

/// Physical memory: bytes, all 0 where nothing else was put. A changed memory shares what did not change with the one it was made from.
public final class Memory {
    public static final Memory ZERO = new Memory(HashMap.empty());

    private static final int PAGE_LOG2 = 10;
    private static final int WORD_LOG2 = 3;
    private static final Words ZEROS = Words.zero(1 << PAGE_LOG2 - WORD_LOG2);

    private final HashMap<Long, Words> pages;

    private Memory(HashMap<Long, Words> pages) {
        this.pages = pages;
    }

    /// {@return bytes as a little-endian number}
    ///
    /// @param size 1 to 8; the bytes lie in one aligned group of eight
    public long read(PhysicalAddress at, int size) {
        return pages.getOrElse(page(at), ZEROS).get(word(at)) >>> shift(at, size) & Bits.ones(8 * size);
    }

    /// {@return the same with other bytes, given as a little-endian number}
    ///
    /// @param size 1 to 8; the bytes lie in one aligned group of eight
    public Memory with(PhysicalAddress at, int size, long bytes) {
        int shift = shift(at, size);
        long mask = Bits.ones(8 * size) << shift;
        Words words = pages.getOrElse(page(at), ZEROS);
        return new Memory(pages.put(page(at), words.with(word(at), words.get(word(at)) & ~mask | bytes << shift & mask)));
    }

    /// {@return the addresses of the aligned groups of eight bytes that are not all 0, in their order}
    public Seq<PhysicalAddress> written() {
        return pages.toVector().sortBy(page -> page._1 << PAGE_LOG2).flatMap(page -> page._2.used().map(word -> new PhysicalAddress(page._1 << PAGE_LOG2 | (long) word << WORD_LOG2)));
    }

    private static long page(PhysicalAddress at) {
        return at.bits() >>> PAGE_LOG2;
    }

    private static int word(PhysicalAddress at) {
        return (int) (at.bits() >>> WORD_LOG2) & ZEROS.length() - 1;
    }

    private static int shift(PhysicalAddress at, int size) {
        int offset = (int) at.bits() & 7;
        if (size < 1 || offset + size > 8) throw new IllegalArgumentException(at + ": " + size + " bytes are not within one group of eight");
        return 8 * offset;
    }

    private Map<Long, Words> contents() {
        return pages.filterValues(words -> !words.isZero());
    }

    @Override public boolean equals(Object other) {
        return other instanceof Memory memory && contents().equals(memory.contents());
    }

    @Override public int hashCode() {
        return contents().hashCode();
    }

    /// {@return how much is not 0}
    @Override public String toString() {
        return written().size() + " groups of eight bytes";
    }
}
