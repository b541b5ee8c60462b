package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.memory.PhysicalAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.patch.Copies;

/// Reads the copy for a guest that reads its own code.
final class ReadsPatches {
    static final Member MEMBER = Member.monitoring("ReadsPatches", "a guest that reads its code finds patches there",
        Vector.of(PatchedPages.PATCH_TRAPPED, PatchedPages.PATCHES_UNSEEN), "PatchedPageGuarantees.alike", ReadsPatches::wrong);

    private ReadsPatches() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withShowing(ReadsPatches::copied));
    }

    private static PhysicalAddress copied(Copies copies, PhysicalAddress host) {
        return copies.made().find(each -> each._1.frame() == host.bits() / GuestMap.PAGE).map(each -> new PhysicalAddress(copies.at(each._2).bits() + host.bits() % GuestMap.PAGE)).getOrElse(host);
    }
}
