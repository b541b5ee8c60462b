package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Purges what stands for the virtual processor that asked for it, as Xen on IA-64 passed over some.
final class PurgesRunningProcessor {
    static final Member MEMBER = Member.monitoring("PurgesRunningProcessor", "a global purge leaves the other processors of a guest what they had",
        Vector.of(Guests.PURGE_BROADCAST), "GuestGuarantees.processors", PurgesRunningProcessor::wrong);

    private PurgesRunningProcessor() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPurging((answer, rid, address, range) -> answer.monitor().regions().of(owner -> owner.processor() == answer.monitor().running()).contains(rid)
            ? right.purging().purged(answer, rid, address, range) : answer);
    }
}
