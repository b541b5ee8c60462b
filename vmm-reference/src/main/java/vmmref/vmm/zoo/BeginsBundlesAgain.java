package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;

/// Sends a guest that goes on in the middle of a bundle to the branch that stands at its beginning.
final class BeginsBundlesAgain {
    static final Member MEMBER = Member.monitoring("BeginsBundlesAgain", "rfi to slot 2 of a bundle that is branched around executes slot 0 again",
        Vector.of(PatchedPages.SLOT_ENTERED), "PatchedPageGuarantees.alike", BeginsBundlesAgain::wrong);

    private BeginsBundlesAgain() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withEntering((answer, real, at) -> at));
    }
}
