package vmmref.model.execute;

import java.util.function.IntToLongFunction;
import vmmref.model.word.Bits;

/// The elements of a word; element 0 is the least significant.
///
/// @param width of each in bits; it divides 64
record Lanes(int width) {
    /// {@return how many there are}
    int number() {
        return 64 / width;
    }

    /// {@return an element as a number without sign}
    long unsigned(long word, int lane) {
        return word >>> lane * width & Bits.ones(width);
    }

    /// {@return an element as a two's complement number}
    long signed(long word, int lane) {
        return Bits.signExtended(word >>> lane * width, width);
    }

    long element(long word, int lane, boolean signed) {
        return signed ? signed(word, lane) : unsigned(word, lane);
    }

    /// {@return the word whose elements are the low bits of what a function says of their numbers}
    long each(IntToLongFunction function) {
        long word = 0;
        for (int lane = 0; lane < number(); lane++) word |= (function.applyAsLong(lane) & Bits.ones(width)) << lane * width;
        return word;
    }
}
