package vmmref.properties.arbitrary;

import vmmref.model.register.FloatingValue;

/// Single values: the words that memory holds, and what a register holds of them.
public final class RealSingles {
    private static final int LEAST = 0xff81;
    private static final int SPECIAL = 0x1ffff;
    private static final long INTEGER_BIT = 1L << 63;

    private RealSingles() { }

    /// {@return a word as a register holds it after a load}
    public static FloatingValue value(int word) {
        int exponent = word >>> 23 & 0xff;
        long fraction = (word & 0x7fffffL) << 40;
        if (exponent == 0) return new FloatingValue(word < 0, fraction == 0 ? 0 : LEAST, fraction);
        return new FloatingValue(word < 0, exponent == 0xff ? SPECIAL : exponent + LEAST - 1, fraction | INTEGER_BIT);
    }

    /// {@return the word that a value of the range of single ones is; an exponent that was wrapped counts with its low 8 bits}
    public static int word(FloatingValue value) {
        int exponent = value.significand() >= 0 ? 0 : value.exponent() == SPECIAL ? 0xff : value.exponent() - LEAST + 1;
        return (value.sign() ? 1 << 31 : 0) | exponent << 23 | (int) (value.significand() >>> 40) & 0x7fffff;
    }

    /// {@return the word of one of two lanes}
    public static int lane(FloatingValue register, boolean high) {
        return (int) (high ? register.significand() >>> 32 : register.significand());
    }

    /// {@return two words as a register holds them}
    public static FloatingValue pair(int high, int low) {
        return new FloatingValue(false, 0x1003e, (long) high << 32 | Integer.toUnsignedLong(low));
    }
}
