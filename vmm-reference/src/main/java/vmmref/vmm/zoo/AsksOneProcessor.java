package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Statuses;
import vmmref.spec.Partitions;

/// Takes a partition for secure when processor 0 of each of its cells is.
final class AsksOneProcessor {
    private static final int ALL = -1;

    static final Member MEMBER = Member.partitioning("AsksOneProcessor", "a partition is secure although one of its processors is not",
        Vector.of(Partitions.ACCESS_CLOSED), "AccessGuarantees.onePartitionOneStatus", AsksOneProcessor::wrong);

    private AsksOneProcessor() { }

    private static Partitioner wrong(Partitioner right) {
        return right.withAggregate((hardware, complex, partition, statuses) -> right.aggregate().of(hardware, complex, partition,
            hardware.everyCell().forAll(cell -> !complex.isIn(cell, partition) || statuses.isSecure(cell.number() * hardware.processors())) ? new Statuses(ALL) : statuses));
    }
}
