package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.machine.Place;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Forgets the NaT collection of spilled registers when another guest goes on, as Xen on IA-64 lost NaT bits.
final class LosesNatOnSwitch {
    static final Member MEMBER = Member.monitoring("LosesNatOnSwitch", "a guest comes back with another UNAT",
        Vector.of(Guests.PROCESSOR_SWITCHED), "GuestGuarantees.together", LosesNatOnSwitch::wrong);

    private LosesNatOnSwitch() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withRestoring(place -> !place.equals(new Place.Application(RegisterNumber.UNAT)) && right.restoring().isRestored(place));
    }
}
