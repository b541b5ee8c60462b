package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.patch.Patcher;

/// Leaves `cover` to the hardware, which looks at the PSR.ic that is the monitor's.
final class ForgetsCover {
    static final Member MEMBER = Member.monitoring("ForgetsCover", "cover collects no frame while PSR.ic of the guest is 0",
        Vector.of(PatchedPages.PATCHES_APPLIED), "PatchedPageGuarantees.alike", ForgetsCover::wrong);

    private ForgetsCover() { }

    private static Monitoring wrong(Monitoring right) {
        Patcher patcher = Patcher.of(right.host().profile(), false);
        Patcher wrong = patcher.withScan((code, own) -> patcher.scan().scan(code, own).reject(found -> found.block().name().startsWith("cover")));
        return right.withPatching(right.patching().withPatching(wrong::patched));
    }
}
