package vmmref.properties.guarantee;

import io.vavr.collection.Vector;

/// Bits that are written as the manual draws them: `4:0 29:16 63`.
///
/// @param mask the bits
record BitList(long mask) {
    static BitList of(String text) {
        return new BitList(text.isEmpty() ? 0 : Vector.of(text.split(" ")).foldLeft(0L, (mask, range) -> mask | ones(range.split(":"))));
    }

    private static long ones(String... ends) {
        long mask = 0;
        for (int bit = Integer.parseInt(ends[ends.length - 1]); bit <= Integer.parseInt(ends[0]); bit++) mask |= 1L << bit;
        return mask;
    }
}
