package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Composition;
import vmmref.vmm.memory.GuestMap;

/// Inserts pieces that are smaller than the page of a guest in vain, and goes on as if they were there, as Xen on IA-64 did.
final class LoopsOnSmallPieces {
    static final Member MEMBER = Member.composing("LoopsOnSmallPieces", "a guest never comes past a page of which the hardware can have small pieces only",
        Vector.of(Guests.MEMORY_MAPPED), "GuestGuarantees.alone", LoopsOnSmallPieces::wrong);

    private LoopsOnSmallPieces() { }

    private static Composition wrong(Composition right) {
        return right.withFraming((entry, guest, host, size) -> right.framing().framed(entry, guest, host, size).with(0, 0, size.log2() == GuestMap.PAGE_LOG2 ? 0 : 1));
    }
}
