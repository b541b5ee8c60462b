package vmmref.model.partition;

import io.vavr.collection.Vector;

/// The steps of each change of routing, in their order.
///
/// @param join  of a cell that is in no route enable mask
/// @param move  of one that is in the mask of another partition
/// @param leave of one that leaves its partition
public record Itinerary(Vector<Change.Step> join, Vector<Change.Step> move, Vector<Change.Step> leave) {
    private static final Itinerary ARCHITECTED = new Itinerary(
        Vector.of(Change.Step.DETERMINE,                     Change.Step.ADD, Change.Step.CLOSE),
        Vector.of(Change.Step.DETERMINE, Change.Step.REMOVE, Change.Step.ADD, Change.Step.CLOSE),
        Vector.of(Change.Step.DETERMINE, Change.Step.REMOVE,                  Change.Step.CLOSE));

    public static Itinerary architected() {
        return ARCHITECTED;
    }

    /// {@return the step that is next in a change}
    Change.Step step(Change change) {
        return (switch (change.kind()) {
            case JOIN  -> join;
            case MOVE  -> move;
            case LEAVE -> leave;
        }).get(change.next());
    }

    public Itinerary withJoin(Vector<Change.Step> changed) {
        return new Itinerary(changed, move, leave);
    }

    public Itinerary withMove(Vector<Change.Step> changed) {
        return new Itinerary(join, changed, leave);
    }
}
