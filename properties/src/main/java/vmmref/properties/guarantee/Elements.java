package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// A word as the list of its elements of one, two or four bytes, the most significant first.
final class Elements {
    private Elements() { }

    /// {@return the elements as numbers without sign}
    static Seq<Long> unsigned(long word, int bytes) {
        String digits = "%016x".formatted(word);
        return Vector.range(0, 8 / bytes).map(index -> Long.parseLong(digits.substring(2 * bytes * index, 2 * bytes * (index + 1)), 16));
    }

    /// {@return the elements as two's complement numbers}
    static Seq<Long> signed(long word, int bytes) {
        long half = 1L << 8 * bytes - 1;
        return unsigned(word, bytes).map(element -> element < half ? element : element - 2 * half);
    }

    /// {@return the word whose elements are numbers, as far as an element holds them}
    static long word(Seq<Long> elements, int bytes) {
        return Long.parseUnsignedLong(elements.map(element -> ("%0" + 2 * bytes + "x").formatted(Math.floorMod(element, 1L << 8 * bytes))).mkString(), 16);
    }
}
