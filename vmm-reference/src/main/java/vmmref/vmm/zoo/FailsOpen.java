package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Status;
import vmmref.spec.Partitions;

/// Takes a status for secure unless it arrives as UNSECURE: a line that is dead opens everything.
final class FailsOpen {
    static final Member MEMBER = Member.partitioning("FailsOpen", "a status that arrives as no code word counts as secure",
        Vector.of(Partitions.CODE_INVALID), "PathGuarantees.oneCodeWordIsSecure", FailsOpen::wrong);

    private FailsOpen() { }

    private static Partitioner wrong(Partitioner right) {
        return right.withCode((first, second) -> !first && second ? Status.UNSECURE : Status.SECURE);
    }
}
