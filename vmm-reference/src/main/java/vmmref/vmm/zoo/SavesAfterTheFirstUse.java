package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.monitor.Monitoring;

/// Uses the scratch set, and saves it then.
final class SavesAfterTheFirstUse {
    static final Member MEMBER = Member.monitoring("SavesAfterTheFirstUse", "what the monitor put into a floating-point register first is saved in place of the guest's",
        Vector.of(ScratchRegisters.SAVE_PRECEDES, ScratchRegisters.SET_RETURNED), "ScratchGuarantees.alike", SavesAfterTheFirstUse::wrong);

    private SavesAfterTheFirstUse() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withScratching(right.scratching().withEntering((answer, saving, using) -> right.scratching().entering().entered(using.apply(answer), saving, using)));
    }
}
