package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.machine.Place;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Leaves stacked registers as it used them, as Xen on IA-64 showed its own to guests.
final class LeaksStacked {
    static final Member MEMBER = Member.monitoring("LeaksStacked", "a guest reads what another one left in stacked registers",
        Vector.of(Guests.PROCESSOR_SWITCHED), "GuestGuarantees.together", LeaksStacked::wrong);

    private LeaksStacked() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withRestoring(place -> !(place instanceof Place.Stacked) && right.restoring().isRestored(place));
    }
}
