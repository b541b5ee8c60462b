package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.partition.Change.Step;
import vmmref.model.partition.Partitioner;
import vmmref.spec.Partitions;

/// Adds a cell to the route enable mask first, whatever its status, and determines the status afterwards.
final class RoutesBeforeItLooks {
    static final Member MEMBER = Member.partitioning("RoutesBeforeItLooks", "a cell is in the mask before its status is looked at",
        Vector.of(Partitions.CHANGE_DETERMINED), "RoutingGuarantees.stepsInTheirOrder", RoutesBeforeItLooks::wrong);

    private RoutesBeforeItLooks() { }

    private static Partitioner wrong(Partitioner right) {
        return right.withItinerary(right.itinerary().withJoin(Vector.of(Step.ADD, Step.DETERMINE, Step.CLOSE))).withGate((hardware, cell, seen) -> true);
    }
}
