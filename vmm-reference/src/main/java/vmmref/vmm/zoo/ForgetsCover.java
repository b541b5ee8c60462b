package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.build.Builder;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.patch.Patcher;
import vmmref.vmm.recognize.Recognizer;
import vmmref.vmm.recognize.Scan;

/// Leaves `cover` to the hardware, which looks at the PSR.ic that is the monitor's.
final class ForgetsCover {
    static final Member MEMBER = Member.monitoring("ForgetsCover", "cover collects no frame while PSR.ic of the guest is 0",
        Vector.of(PatchedPages.PATCHES_APPLIED), "PatchedPageGuarantees.alike", ForgetsCover::wrong);

    private ForgetsCover() { }

    private static Monitoring wrong(Monitoring right) {
        Scan scan = Recognizer.reference(right.host().profile()).sensitive(false);
        Patcher patcher = new Patcher((code, own) -> scan.scan(code, own).reject(found -> found.block().name().startsWith("cover")), Builder.reference(right.host().profile()));
        return right.withPatching(right.patching().withPatching(patcher::patched));
    }
}
