package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;

/// Tells a guest of a fault in a stub where the stub is.
final class TellsStubs {
    static final Member MEMBER = Member.monitoring("TellsStubs", "IIP of a fault in a stub is an address of the monitor",
        Vector.of(PatchedPages.STUB_LEFT), "PatchedPageGuarantees.alike", TellsStubs::wrong);

    private TellsStubs() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withLeaving(answer -> answer));
    }
}
