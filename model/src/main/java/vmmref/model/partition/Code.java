package vmmref.model.partition;

import static vmmref.spec.Partitions.CODE_INVALID;

import vmmref.spec.Partitions;

/// What a receiver takes two bits of a frame for.
@FunctionalInterface
public interface Code {
    /// @param first  is 1 for SECURE
    /// @param second is 1 for UNSECURE
    Status status(boolean first, boolean second);

    @Partitions.Rule(CODE_INVALID)
    static Status architected(boolean first, boolean second) {
        return Status.of(first && !second);
    }
}
