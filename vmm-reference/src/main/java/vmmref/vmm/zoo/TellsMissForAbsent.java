package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.delivery.Cause;
import vmmref.model.interruption.Interruption;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Tells of a page that is not present as of one that the table does not have, as Xen on IA-64 did.
final class TellsMissForAbsent {
    static final Member MEMBER = Member.monitoring("TellsMissForAbsent", "a guest whose page table has a page that is not present is told of a miss",
        Vector.of(Guests.INTERRUPTION_REFLECTED), "GuestGuarantees.alone", TellsMissForAbsent::wrong);

    private TellsMissForAbsent() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withReflecting((answer, believed, cause) -> right.reflecting().reflected(answer, believed, cause.kind() == Interruption.PAGE_NOT_PRESENT ? missed(cause) : cause));
    }

    private static Cause missed(Cause right) {
        Interruption miss = right.reference().contains(ReferenceType.FETCH) ? Interruption.INSTRUCTION_TLB : Interruption.DATA_TLB;
        return new Cause(miss, right.others(), right.slot(), right.reference(), right.address(), right.code(), right.immediate());
    }
}
