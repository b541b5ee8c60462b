package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Begins the handler of a guest before ISR is set, as Xen on IA-64 did.
final class ForgetsCause {
    static final Member MEMBER = Member.monitoring("ForgetsCause", "a guest is interrupted and finds the old ISR",
        Vector.of(Guests.INTERRUPTION_REFLECTED), "GuestGuarantees.alone", ForgetsCause::wrong);

    private static final Place<Long> ISR = new Place.Control(RegisterNumber.ISR);

    private ForgetsCause() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withReflecting((answer, believed, cause) -> Effects.of(right.reflecting().reflected(answer, believed, cause).writes().reject(write -> write.place().equals(ISR))));
    }
}
