package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;

/// Leaves registers parked when a guest is interrupted in a stub.
final class KeepsParked {
    static final Member MEMBER = Member.monitoring("KeepsParked", "a guest that is interrupted in a stub has what the stub uses in its registers",
        Vector.of(PatchedPages.REGISTERS_RETURNED), "ParkedRegisterGuarantees.alike", KeepsParked::wrong);

    private KeepsParked() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withReturning(answer -> answer));
    }
}
