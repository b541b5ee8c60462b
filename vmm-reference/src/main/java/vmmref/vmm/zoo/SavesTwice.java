package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// Saves the scratch set at each entry, also while it holds what the monitor has left there.
final class SavesTwice {
    static final Member MEMBER = Member.monitoring("SavesTwice", "a guest reads a value of the monitor from a floating-point register",
        Vector.of(ScratchRegisters.SET_KEPT, ScratchRegisters.SET_RETURNED), "ScratchGuarantees.alike", SavesTwice::wrong);

    private SavesTwice() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withScratching(right.scratching().withMoving((presence, passage) -> passage == Passage.ENTRY ? new Presence.Move(Presence.INSIDE, Presence.Action.SAVE, Option.some(ScratchRegisters.SET_SAVED)) : right.scratching().moving().apply(presence, passage)));
    }
}
