package vmmref.model.register;

import vmmref.model.word.Bits;

/// What a floating-point register holds: 82 bits.
///
/// @param sign        bit 81
/// @param exponent    bits 80:64, biased by 65535
/// @param significand bits 63:0, the integer bit highest
public record FloatingValue(boolean sign, int exponent, long significand) {
    /// What f0 holds.
    public static final FloatingValue ZERO = new FloatingValue(false, 0, 0);
    /// What f1 holds.
    public static final FloatingValue ONE = new FloatingValue(false, 0xffff, 1L << 63);
    /// The value that is not a thing.
    public static final FloatingValue NATVAL = new FloatingValue(false, 0x1fffe, 0);
    /// The exponent of integers.
    public static final int INTEGER = 0x1003e;

    public FloatingValue {
        if (exponent >>> 17 != 0) throw new IllegalArgumentException("an exponent has 17 bits, not %x".formatted(exponent));
    }

    public static FloatingValue integer(long significand) {
        return new FloatingValue(false, INTEGER, significand);
    }

    public boolean isNatVal() {
        return equals(NATVAL);
    }

    /// {@return sign, exponent and significand in hexadecimal}
    @Override public String toString() {
        return (sign ? "1" : "0") + ":%05x:".formatted(exponent) + Bits.hexadecimal(significand);
    }
}
