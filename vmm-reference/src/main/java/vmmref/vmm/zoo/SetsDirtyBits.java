package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Composition;

/// Says in the hardware that every page was written, so that the guest never sees a Dirty Bit fault.
final class SetsDirtyBits {
    static final Member MEMBER = Member.composing("SetsDirtyBits", "a guest is not told of the first store to a page",
        Vector.of(Guests.ENTRY_COMPOSED), "GuestGuarantees.alone", SetsDirtyBits::wrong);

    private SetsDirtyBits() { }

    private static Composition wrong(Composition right) {
        return right.withPermitting((context, guest, streams) -> right.permitting().permitted(context, guest, streams).with(6, 6, guest.p() ? 1 : 0));
    }
}
