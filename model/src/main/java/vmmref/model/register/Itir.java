package vmmref.model.register;

import vmmref.model.memory.PageSize;
import vmmref.model.word.Bits;

/// The interruption TLB insertion register, 64 bits: page size and key of an insertion.
public record Itir(long bits) {
    public static Itir of(PageSize size, int key) {
        return new Itir((long) key << 8 | size.log2() << 2);
    }

    public PageSize size() {
        return new PageSize((int) Bits.field(bits, 7, 2));
    }

    /// {@return the key, 24 bits}
    public int key() {
        return (int) Bits.field(bits, 31, 8);
    }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
