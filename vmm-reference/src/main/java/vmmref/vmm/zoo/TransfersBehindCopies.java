package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;

/// Lets devices store to memory, and not to what is executed in its place.
final class TransfersBehindCopies {
    static final Member MEMBER = Member.monitoring("TransfersBehindCopies", "code is executed that a device has overwritten",
        Vector.of(PatchedPages.TRANSFER_FOLLOWED), "PatchedPageGuarantees.transfers", TransfersBehindCopies::wrong);

    private TransfersBehindCopies() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withFollowing((answer, host) -> answer));
    }
}
