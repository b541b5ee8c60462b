package vmmref.model.partition;

import io.vavr.collection.Array;

/// Which software each processor of a cell executes.
///
/// @param codes two bits for each processor, the ordinal of [Software]
public record Executing(int codes) {
    /// A digit for each processor.
    private static final int ONES = 0x55;

    private static final Array<Software> ALL = Array.of(Software.values());

    static Executing all(Software software) {
        return new Executing(ONES * software.ordinal());
    }

    public Software of(int processor) {
        return ALL.get(codes >>> 2 * processor & 3);
    }

    public Executing with(int processor, Software software) {
        return new Executing(codes & ~(3 << 2 * processor) | software.ordinal() << 2 * processor);
    }

    /// {@return whether a processor is leaving: the code 2}
    boolean isAnyLeaving() {
        return (codes >>> 1 & ~codes & ONES) != 0;
    }
}
