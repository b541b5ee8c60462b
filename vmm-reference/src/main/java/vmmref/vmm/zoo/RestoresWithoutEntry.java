package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// Restores the scratch set whenever code is left, also from an area that is old.
final class RestoresWithoutEntry {
    static final Member MEMBER = Member.monitoring("RestoresWithoutEntry", "floating-point registers go back to what they held at an earlier exit",
        Vector.of(ScratchRegisters.SET_UNTOUCHED, ScratchRegisters.SET_RETURNED), "ScratchGuarantees.alike", RestoresWithoutEntry::wrong);

    private RestoresWithoutEntry() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withScratching(right.scratching().withMoving((presence, passage) -> passage == Passage.EXIT ? new Presence.Move(Presence.OUTSIDE, Presence.Action.RESTORE, Option.some(ScratchRegisters.SET_RESTORED)) : right.scratching().moving().apply(presence, passage)));
    }
}
