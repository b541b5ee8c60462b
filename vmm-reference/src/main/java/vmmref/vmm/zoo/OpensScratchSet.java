package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.patch.Patcher;

/// Leaves instructions to the hardware that use the scratch set while it is the monitor's.
final class OpensScratchSet {
    static final Member MEMBER = Member.monitoring("OpensScratchSet", "at level 0 a guest finds in f32 to f127 what the monitor has there",
        Vector.of(PatchedPages.USES_PATCHED), "ParkedRegisterGuarantees.alike", OpensScratchSet::wrong);

    private OpensScratchSet() { }

    private static Monitoring wrong(Monitoring right) {
        Patcher patcher = Patcher.of(right.host().profile(), false).withUses((code, own) -> Vector.empty());
        return right.withPatching(right.patching().withPatching(patcher::patched));
    }
}
