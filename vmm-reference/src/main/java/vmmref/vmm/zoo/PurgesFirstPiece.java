package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.spec.Guests;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Monitoring;

/// Purges the first 4 KB of what it should, as a purge of Xen on IA-64 went to the first overlapping entry only.
final class PurgesFirstPiece {
    static final Member MEMBER = Member.monitoring("PurgesFirstPiece", "a purge leaves all of a page but its first 4 KB",
        Vector.of(Guests.PAGE_PURGED), "GuestGuarantees.alone", PurgesFirstPiece::wrong);

    private PurgesFirstPiece() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPurging((answer, rid, address, range) -> right.purging().purged(answer, rid, address.page(range), new PageSize(GuestMap.PAGE_LOG2)));
    }
}
