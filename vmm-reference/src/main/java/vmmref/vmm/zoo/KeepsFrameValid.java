package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Interrupts a guest while IFS is valid, as Xen on IA-64 did to one that returned.
final class KeepsFrameValid {
    static final Member MEMBER = Member.monitoring("KeepsFrameValid", "a guest that is interrupted finds a valid IFS, and returns from its handler to that frame",
        Vector.of(Guests.INTERRUPTION_REFLECTED), "GuestGuarantees.alone", KeepsFrameValid::wrong);

    private static final Place<Long> IFS = new Place.Control(RegisterNumber.IFS);
    private static final long VALID = 1L << 63;

    private KeepsFrameValid() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withReflecting((answer, believed, cause) -> Effects.of(right.reflecting().reflected(answer, believed, cause).writes().<Write<?>>map(write -> write.place().equals(IFS)
            ? new Write<>(IFS, VALID | believed.cfm().bits(), write.because()) : write)));
    }
}
