package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Inserts pages of every size, as a published emulator did.
final class AcceptsUnsupportedSizes {
    static final Member MEMBER = Member.translating("AcceptsUnsupportedSizes", "pages are inserted that have sizes which the machine does not have",
        Vector.of(Translations.PAGE_SIZE_UNSUPPORTED), "InsertionGuarantees.operandsAreChecked", AcceptsUnsupportedSizes::wrong);

    private AcceptsUnsupportedSizes() { }

    private static Translator wrong(Translator right) {
        return right.withOrder(Orders.without(Translations.PAGE_SIZE_UNSUPPORTED));
    }
}
