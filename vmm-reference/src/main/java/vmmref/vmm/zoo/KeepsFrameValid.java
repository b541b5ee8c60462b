package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Leaves IFS as it is when it interrupts a guest: valid, if the guest was about to return, as Xen on IA-64 did.
final class KeepsFrameValid {
    static final Member MEMBER = Member.monitoring("KeepsFrameValid", "a guest that is interrupted finds a valid IFS, and returns from its handler to another frame",
        Vector.of(Guests.INTERRUPTION_REFLECTED), "GuestGuarantees.alone", KeepsFrameValid::wrong);

    private static final Place<Long> IFS = new Place.Control(RegisterNumber.IFS);

    private KeepsFrameValid() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withReflecting((answer, believed, cause) -> Effects.of(right.reflecting().reflected(answer, believed, cause).writes().reject(write -> write.place().equals(IFS))));
    }
}
