package vmmref.model.partition;

import static vmmref.spec.Partitions.STATUS_CLOSED_IN;

import vmmref.spec.Partitions;

/// What the end of a change leaves of the statuses.
@FunctionalInterface
public interface Closing {
    Statuses of(Hardware hardware, Cell cell, Statuses register);

    @Partitions.Rule(STATUS_CLOSED_IN)
    static Statuses architected(Hardware hardware, Cell cell, Statuses register) {
        return register.without(hardware.of(cell));
    }
}
