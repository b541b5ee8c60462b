package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Slot;
import vmmref.model.word.Bits;
import vmmref.spec.Builds;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.Built;
import vmmref.vmm.build.RawDescription;

/// Joins whatever is supplied: what a value has above its portion goes into the portions beside it.
final class SmearsWideValues {
    static final Member MEMBER = Member.building("SmearsWideValues", "a supplied value that does not fit is not refused, and changes its neighbours",
        Vector.of(Builds.VALUE_REFUSED), "BuildGuarantees.valuesThatDoNotFitAreRefused", SmearsWideValues::wrong);

    private SmearsWideValues() { }

    private static Builder wrong(Builder right) {
        return right.withJoin((block, values) -> right.build(block, values) instanceof Built.Refused(var why, var because) && because == Builds.VALUE_REFUSED && areSupplied(block.instructions(), values)
            ? new Built.Done(block.instructions().map(description -> joined(description, values)), Builds.PORTIONS_JOINED)
            : right.build(block, values));
    }

    private static boolean areSupplied(Seq<RawDescription> block, Seq<Long> values) {
        return block.flatMap(RawDescription::portions).forAll(portion -> portion.index() < values.size());
    }

    private static Slot joined(RawDescription description, Seq<Long> values) {
        return description.portions().foldLeft(new Slot(description.constant(), description.constantL()), (slot, portion) -> {
            long moved = values.get(portion.index()) << portion.shift() & Bits.ones(Slot.WIDTH);
            return slot.or(portion.inL() ? new Slot(0, moved) : Slot.of(moved));
        });
    }
}
