package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Leaves in ISR what the hardware told the monitor, as Xen on IA-64 began a handler of its guest before ISR was set.
final class TellsHostIsr {
    static final Member MEMBER = Member.monitoring("TellsHostIsr", "a guest that is interrupted finds ISR of the exit, and not of its interruption",
        Vector.of(Guests.INTERRUPTION_REFLECTED), "GuestGuarantees.alone", TellsHostIsr::wrong);

    private static final Place<Long> ISR = new Place.Control(RegisterNumber.ISR);

    private TellsHostIsr() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withReflecting((answer, believed, cause) -> Effects.of(right.reflecting().reflected(answer, believed, cause).writes().<Write<?>>map(write -> write.place().equals(ISR)
            ? new Write<>(ISR, answer.machine().control(RegisterNumber.ISR), write.because()) : write)));
    }
}
