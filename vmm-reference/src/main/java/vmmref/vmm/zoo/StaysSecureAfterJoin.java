package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.partition.Partitioner;
import vmmref.spec.Partitions;

/// Leaves the statuses of a cell as they are when it has joined.
final class StaysSecureAfterJoin {
    static final Member MEMBER = Member.partitioning("StaysSecureAfterJoin", "a cell that joined a partition is still secure",
        Vector.of(Partitions.STATUS_CLOSED_IN), "RoutingGuarantees.everyChangeEndsUnsecure", StaysSecureAfterJoin::wrong);

    private StaysSecureAfterJoin() { }

    private static Partitioner wrong(Partitioner right) {
        return right.withClosing((hardware, cell, register) -> register);
    }
}
