package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;

/// Leaves stubs as they are when a guest changes what they have as an immediate.
final class KeepsImmediates {
    static final Member MEMBER = Member.monitoring("KeepsImmediates", "a move from a kernel register gives what the register held when its page was patched",
        Vector.of(PatchedPages.IMMEDIATES_REBUILT), "PatchedPageGuarantees.alike", KeepsImmediates::wrong);

    private KeepsImmediates() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withRebuilding((answer, changed) -> answer));
    }
}
