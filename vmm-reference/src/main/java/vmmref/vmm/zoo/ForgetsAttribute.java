package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.memory.MemoryAttribute;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Composition;

/// Makes every page of a guest one that is cached, as Xen on IA-64 forgot an attribute when it did speculative loads.
final class ForgetsAttribute {
    static final Member MEMBER = Member.composing("ForgetsAttribute", "pages that a guest wants uncached are cached",
        Vector.of(Guests.ENTRY_COMPOSED), "GuestGuarantees.alone", ForgetsAttribute::wrong);

    private ForgetsAttribute() { }

    private static Composition wrong(Composition right) {
        return right.withPermitting((context, guest, streams) -> right.permitting().permitted(context, guest, streams).with(4, 2, MemoryAttribute.WB.encoding()));
    }
}
