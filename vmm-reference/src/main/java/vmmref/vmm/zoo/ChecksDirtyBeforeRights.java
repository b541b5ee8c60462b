package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Protections;
import vmmref.spec.References;

/// Looks at the dirty bit of a page before it looks at its access rights.
final class ChecksDirtyBeforeRights {
    static final Member MEMBER = Member.translating("ChecksDirtyBeforeRights", "a write that a clean page forbids is reported as the first write to it",
        Vector.of(Protections.RIGHTS_DENIED), "OrderGuarantees.adjacentPriorities", ChecksDirtyBeforeRights::wrong);

    private ChecksDirtyBeforeRights() { }

    private static Translator wrong(Translator right) {
        return right.withOrder(Orders.with(References.DIRTY_BIT_CLEAR, Protections.RIGHTS_DENIED));
    }
}
