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
    /// The exponent of infinities and NaNs.
    public static final int SPECIAL = 0x1ffff;
    /// The exponent of integers.
    public static final int INTEGER = 0x1003e;

    /// The number of the sign among bits 81:64.
    private static final int HEAD_SIGN = 17;

    public FloatingValue {
        if (exponent >>> 17 != 0) throw new IllegalArgumentException("an exponent has 17 bits, not %x".formatted(exponent));
    }

    /// {@return a value by its bits 81:64 and 63:0}
    public static FloatingValue of(long head, long significand) {
        return new FloatingValue(Bits.bit(head, HEAD_SIGN), (int) Bits.field(head, HEAD_SIGN - 1, 0), significand);
    }

    /// {@return bits 81:64}
    public long head() {
        return (sign ? 1L << HEAD_SIGN : 0) | exponent;
    }

    public static FloatingValue zero(boolean negative) {
        return new FloatingValue(negative, 0, 0);
    }

    public static FloatingValue infinity(boolean negative) {
        return new FloatingValue(negative, SPECIAL, ONE.significand);
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
