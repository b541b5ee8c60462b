package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.register.Pte;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Composition;

/// Lets a guest write pages that it may only read.
final class WritesReadOnly {
    static final Member MEMBER = Member.composing("WritesReadOnly", "read-only pages of a guest can be written",
        Vector.of(Guests.RIGHTS_COMPOSED), "GuestGuarantees.alone", WritesReadOnly::wrong);

    private WritesReadOnly() { }

    private static Composition wrong(Composition right) {
        return right.withPermitting((context, guest, streams) -> {
            Pte entry = right.permitting().permitted(context, guest, streams);
            return entry.ar() < 2 ? entry.with(11, 9, entry.ar() + 2) : entry;
        });
    }
}
