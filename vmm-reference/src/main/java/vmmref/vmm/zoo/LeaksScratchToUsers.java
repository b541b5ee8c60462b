package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// Opens the scratch set to a process without restoring it, as systems did that restore floating-point registers late (CVE-2018-3665).
final class LeaksScratchToUsers {
    static final Member MEMBER = Member.monitoring("LeaksScratchToUsers", "a process reads what the monitor has left in a floating-point register",
        Vector.of(ScratchRegisters.SET_RESTORED, ScratchRegisters.SET_RETURNED), "ScratchGuarantees.alike", LeaksScratchToUsers::wrong);

    private LeaksScratchToUsers() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withScratching(right.scratching().withMoving((presence, passage) -> passage == Passage.EXIT ? new Presence.Move(Presence.OUTSIDE, Presence.Action.NOTHING, Option.some(ScratchRegisters.SET_UNTOUCHED)) : right.scratching().moving().apply(presence, passage)));
    }
}
