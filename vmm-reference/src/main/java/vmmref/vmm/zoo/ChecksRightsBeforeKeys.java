package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Protections;

/// Looks at the access rights of a page before it looks for its key.
final class ChecksRightsBeforeKeys {
    static final Member MEMBER = Member.translating("ChecksRightsBeforeKeys", "a reference that neither key nor rights permit is reported for the rights",
        Vector.of(Protections.KEY_MISSING, Protections.KEY_DISABLED), "OrderGuarantees.adjacentPriorities", ChecksRightsBeforeKeys::wrong);

    private ChecksRightsBeforeKeys() { }

    private static Translator wrong(Translator right) {
        return right.withOrder(Orders.with(Protections.RIGHTS_DENIED, Protections.KEY_MISSING));
    }
}
