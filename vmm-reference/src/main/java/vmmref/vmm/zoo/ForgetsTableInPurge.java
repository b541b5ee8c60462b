package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Purges;

/// Purges the translation caches, and not the host's table, out of which the walker takes the stale entry again: a stale shadow entry, the classic of its class.
final class ForgetsTableInPurge {
    static final Member MEMBER = Member.monitoring("ForgetsTableInPurge", "after a purge the host's page table still has the page",
        Vector.of(Guests.PAGE_PURGED), "GuestGuarantees.alone", ForgetsTableInPurge::wrong);

    private ForgetsTableInPurge() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPurging(Purges::cached);
    }
}
