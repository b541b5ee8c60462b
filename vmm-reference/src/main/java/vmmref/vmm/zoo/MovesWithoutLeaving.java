package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.partition.Change.Step;
import vmmref.model.partition.Partitioner;
import vmmref.spec.Partitions;

/// Adds a cell that moves to the new mask and leaves the old one as it is.
final class MovesWithoutLeaving {
    static final Member MEMBER = Member.partitioning("MovesWithoutLeaving", "a cell that moved is still in the mask of its old partition",
        Vector.of(Partitions.ROUTE_REMOVED), "RoutingGuarantees.stepsInTheirOrder", MovesWithoutLeaving::wrong);

    private MovesWithoutLeaving() { }

    private static Partitioner wrong(Partitioner right) {
        return right.withItinerary(right.itinerary().withMove(Vector.of(Step.DETERMINE, Step.ADD, Step.CLOSE)));
    }
}
