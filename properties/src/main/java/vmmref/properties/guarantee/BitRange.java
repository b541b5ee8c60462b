package vmmref.properties.guarantee;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;

/// Ranges of bits as the manual's drawings number them: `40:37`, or `33` for a single bit.
final class BitRange {
    private BitRange() { }

    /// {@return a word in which the bits of some ranges, separated by spaces, are ones}
    static long mask(String ranges) {
        return Vector.of(ranges.split(" ")).map(range -> (-1L >>> 63 - high(range)) & -1L << low(range)).fold(0L, (one, other) -> one | other);
    }

    /// {@return mask and value of a condition such as `40:37=12`}
    static Tuple2<Long, Long> condition(String text) {
        String[] sides = text.split("=");
        return Tuple.of(mask(sides[0]), Long.parseLong(sides[1]) << low(sides[0]));
    }

    private static int high(String range) {
        return Integer.parseInt(range.split(":")[0]);
    }

    private static int low(String range) {
        String[] ends = range.split(":");
        return Integer.parseInt(ends[ends.length - 1]);
    }
}
