package vmmref.model.word;

import java.util.HexFormat;

/// Questions about the bits of a 64-bit word; bit 0 is the least significant.
public final class Bits {
    private Bits() { }

    /// {@return a word whose low `width` bits are ones; width 0 to 64}
    public static long ones(int width) {
        if (width < 0 || width > 64) throw new IllegalArgumentException("a word has 0 to 64 ones, not " + width);
        return width == 64 ? -1L : (1L << width) - 1;
    }

    /// {@return the low `width` bits of a word as a two's complement number; width 1 to 64}
    public static long signExtended(long word, int width) {
        if (width < 1 || width > 64) throw new IllegalArgumentException("a signed number has 1 to 64 bits, not " + width);
        return word << (64 - width) >> (64 - width);
    }

    /// {@return whether a bit is 1}
    public static boolean bit(long word, int number) {
        return (word >>> number & 1) != 0;
    }

    /// {@return bits `high` to `low` of a word as a number; 63 >= high >= low >= 0}
    public static long field(long word, int high, int low) {
        return word >>> low & -1L >>> 63 - high + low;
    }

    /// {@return sixteen hexadecimal digits}
    public static String hexadecimal(long word) {
        return HexFormat.of().toHexDigits(word);
    }
}
