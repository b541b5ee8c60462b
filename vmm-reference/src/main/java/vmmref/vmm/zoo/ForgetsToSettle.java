package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Builds;
import vmmref.vmm.build.Act;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.Insertion;

/// Writes in the right order, and takes it that everybody sees it in that order.
final class ForgetsToSettle {
    static final Member MEMBER = Member.building("ForgetsToSettle", "nothing settles between the writes of an insertion",
        Vector.of(Builds.WRITES_ORDERED), "InsertGuarantees.theEntryIsNeverAMixture", ForgetsToSettle::wrong);

    private ForgetsToSettle() { }

    private static Builder wrong(Builder right) {
        return right.withInsert((at, memory, changed) -> right.insert(at, memory, changed) instanceof Insertion.Planned(var acts, var because)
            ? new Insertion.Planned(acts.reject(Act.Settle.class::isInstance), because) : right.insert(at, memory, changed));
    }
}
