package vmmref.model.register;

import vmmref.model.memory.PageSize;
import vmmref.model.word.Bits;

/// A region register, 64 bits.
public record RegionRegister(long bits) {
    /// {@return whether the page table is walked for addresses of the region}
    public boolean ve() {
        return Bits.bit(bits, 0);
    }

    /// {@return the region identifier, 24 bits}
    public int identifier() {
        return (int) Bits.field(bits, 31, 8);
    }

    /// {@return the preferred page size}
    public PageSize preferredSize() {
        return new PageSize((int) Bits.field(bits, 7, 2));
    }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
