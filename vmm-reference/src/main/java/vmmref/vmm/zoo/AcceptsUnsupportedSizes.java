package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.FaultOrder;
import vmmref.model.translate.Translator;
import vmmref.spec.Table;
import vmmref.spec.Translations;

/// Inserts pages of every size, as a published emulator did.
final class AcceptsUnsupportedSizes {
    static final Member MEMBER = Member.translating("AcceptsUnsupportedSizes", "pages are inserted that have sizes which the machine does not have",
        Vector.of(Translations.PAGE_SIZE_UNSUPPORTED), "InsertionGuarantees.operandsAreChecked", AcceptsUnsupportedSizes::wrong);

    private AcceptsUnsupportedSizes() { }

    private static Translator wrong(Translator right) {
        Table order = Table.named("fault-order");
        return right.withOrder(FaultOrder.of(new Table(order.name(), order.rows().reject(row -> row.cell(0).equals(Translations.PAGE_SIZE_UNSUPPORTED.name())))));
    }
}
