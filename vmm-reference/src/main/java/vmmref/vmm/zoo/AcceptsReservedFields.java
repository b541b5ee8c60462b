package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Takes what is inserted and moved to region registers without a look at its reserved bits, as a published emulator did.
final class AcceptsReservedFields {
    static final Member MEMBER = Member.translating("AcceptsReservedFields", "region registers and translations keep reserved bits",
        Vector.of(Translations.FIELD_RESERVED), "InsertionGuarantees.operandsAreChecked", AcceptsReservedFields::wrong);

    private AcceptsReservedFields() { }

    private static Translator wrong(Translator right) {
        return right.withOrder(Orders.without(Translations.FIELD_RESERVED));
    }
}
