package vmmref.vmm.zoo;

import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import vmmref.model.tlb.Stream;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Composition;

/// Takes a translation for instructions for one for data, too, as a unified virtual TLB of Xen on IA-64 did.
final class SharesStreams {
    static final Member MEMBER = Member.composing("SharesStreams", "data reach pages that the guest has translated for instructions only",
        Vector.of(Guests.STREAMS_DISTINCT, Guests.RIGHTS_COMPOSED), "GuestGuarantees.alone", SharesStreams::wrong);

    private SharesStreams() { }

    private static Composition wrong(Composition right) {
        return right.withPermitting((context, guest, streams) -> right.permitting().permitted(context, guest, HashSet.of(Stream.values())));
    }
}
