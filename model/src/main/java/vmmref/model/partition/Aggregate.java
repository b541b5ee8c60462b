package vmmref.model.partition;

import static vmmref.spec.Partitions.STATUS_OF_PARTITION;

import vmmref.spec.Partitions;

/// What the status of a partition is.
@FunctionalInterface
public interface Aggregate {
    /// @param statuses of all processors, as somebody knows them
    Status of(Hardware hardware, Complex complex, Partition partition, Statuses statuses);

    @Partitions.Rule(STATUS_OF_PARTITION)
    static Status architected(Hardware hardware, Complex complex, Partition partition, Statuses statuses) {
        boolean any = false;
        for (int number = 0; number < hardware.cells(); number++) {
            Cell cell = new Cell(number);
            if (!complex.isIn(cell, partition)) continue;
            if (!statuses.contains(hardware.of(cell))) return Status.UNSECURE;
            any = true;
        }
        return Status.of(any);
    }
}
