package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Context;
import vmmref.vmm.monitor.Monitoring;

/// Has one region 0 for what a guest translates and for what it does not, as Xen on IA-64 took a wrong one.
final class SharesRegionOfModes {
    static final Member MEMBER = Member.monitoring("SharesRegionOfModes", "region 0 of a guest that does not translate is the one that it has translated",
        Vector.of(Guests.NUMBERS_DISTINCT), "GuestGuarantees.alone", SharesRegionOfModes::wrong);

    private SharesRegionOfModes() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withOwning((answer, context, believed, region) -> right.owning().owner(answer, region == 0 ? new Context(context.level(), true, true, true) : context, believed, region));
    }
}
