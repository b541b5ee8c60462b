package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.memory.PhysicalAddress;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Composition;

/// Puts the guest's own frame number into the hardware.
final class LeaksGuestPhysical {
    static final Member MEMBER = Member.composing("LeaksGuestPhysical", "an entry of the hardware holds a guest-physical address",
        Vector.of(Guests.ENTRY_COMPOSED), "GuestGuarantees.alone", LeaksGuestPhysical::wrong);

    private LeaksGuestPhysical() { }

    private static Composition wrong(Composition right) {
        return right.withFraming((entry, guest, host, size) -> right.framing().framed(entry, guest, new PhysicalAddress(guest.bits()), size));
    }
}
