package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Takes the number of a translation or protection-key register for one that there is, as Xen on IA-64 did, where a guest overwrote memory of the monitor so.
final class TakesAnySlot {
    static final Member MEMBER = Member.translating("TakesAnySlot", "registers are written that there are not",
        Vector.of(Translations.INDEX_ABSENT), "InsertionGuarantees.operandsAreChecked", TakesAnySlot::wrong);

    private TakesAnySlot() { }

    private static Translator wrong(Translator right) {
        return right.withOrder(Orders.without(Translations.INDEX_ABSENT));
    }
}
