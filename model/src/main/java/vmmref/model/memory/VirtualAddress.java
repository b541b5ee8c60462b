package vmmref.model.memory;

import vmmref.model.word.Bits;

/// A 64-bit virtual address: the region number in bits 63:61, and the offset in the region.
public record VirtualAddress(long bits) {
    /// The bits of the offset in a region.
    public static final int OFFSET_WIDTH = 61;

    private static final long OFFSET = Bits.ones(OFFSET_WIDTH);

    /// {@return the number of the region, 0 to 7}
    public int region() {
        return (int) (bits >>> OFFSET_WIDTH);
    }

    /// {@return bits 60:0}
    public long offset() {
        return bits & OFFSET;
    }

    /// {@return the address of the page of a size that holds this address}
    public VirtualAddress page(PageSize size) {
        return new VirtualAddress(bits & ~size.mask());
    }

    /// {@return whether bits 60:n all equal bit n - 1, where `n` bits are implemented}
    public boolean isImplemented(int n) {
        return bits << 64 - n >> OFFSET_WIDTH - n == bits << 3;
    }

    /// {@return the address that the region and the `n` implemented bits say: bits 60:n are like bit n - 1}
    public VirtualAddress implemented(int n) {
        return new VirtualAddress(bits & ~OFFSET | bits << 64 - n >> 64 - n & OFFSET);
    }

    /// {@return sixteen hexadecimal digits}
    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
