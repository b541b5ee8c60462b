package vmmref.model.register;

import static vmmref.model.word.Bits.bit;

import vmmref.model.word.Bits;

/// The page table address, 64 bits: where the virtual hash page table lies, how large it is, and whether it is walked.
public record Pta(long bits) {
    /// A table that is not walked.
    public static final Pta OFF = new Pta(0);

    private static final long BASE = ~Bits.ones(15);

    /// The table is walked.
    public boolean ve()     { return bit(bits, 0); }
    /// Entries have the long format, the field vf.
    public boolean isLong() { return bit(bits, 8); }

    /// {@return the logarithm of the bytes of the table}
    public int sizeLog2() {
        return (int) Bits.field(bits, 7, 2);
    }

    /// {@return bits 63:15, where the table begins}
    public long base() {
        return bits & BASE;
    }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
