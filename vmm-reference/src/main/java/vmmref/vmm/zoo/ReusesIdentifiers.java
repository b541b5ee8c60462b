package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Gives region identifiers to others while the hardware still translates by them.
final class ReusesIdentifiers {
    static final Member MEMBER = Member.monitoring("ReusesIdentifiers", "region identifiers are used again without a purge",
        Vector.of(Guests.NUMBERS_RECYCLED, Guests.MAP_CHANGED), "GuestGuarantees.together", ReusesIdentifiers::wrong);

    private ReusesIdentifiers() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withFlushing(answer -> answer);
    }
}
