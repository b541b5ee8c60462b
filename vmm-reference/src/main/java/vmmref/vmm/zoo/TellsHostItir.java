package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Reflects a miss with the page size and key of the host's region, as Xen on IA-64 once left the key of ITIR.
final class TellsHostItir {
    static final Member MEMBER = Member.monitoring("TellsHostItir", "a reflected miss tells ITIR of the hardware",
        Vector.of(Guests.INTERRUPTION_REFLECTED), "GuestGuarantees.alone", TellsHostItir::wrong);

    private static final Place<Long> ITIR = new Place.Control(RegisterNumber.ITIR);

    private TellsHostItir() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withReflecting((answer, believed, cause) -> Effects.of(right.reflecting().reflected(answer, believed, cause).writes().<Write<?>>map(write -> write.place().equals(ITIR)
            ? new Write<>(ITIR, answer.machine().control(RegisterNumber.ITIR), write.because()) : write)));
    }
}
