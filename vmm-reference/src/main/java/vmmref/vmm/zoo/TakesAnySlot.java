package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.FaultOrder;
import vmmref.model.translate.Translator;
import vmmref.spec.Table;
import vmmref.spec.Translations;

/// Takes the number of a translation or protection-key register for one that there is, as Xen on IA-64 did, where a guest overwrote memory of the monitor so.
final class TakesAnySlot {
    static final Member MEMBER = Member.translating("TakesAnySlot", "registers are written that there are not",
        Vector.of(Translations.INDEX_ABSENT), "InsertionGuarantees.operandsAreChecked", TakesAnySlot::wrong);

    private TakesAnySlot() { }

    private static Translator wrong(Translator right) {
        Table order = Table.named("fault-order");
        return right.withOrder(FaultOrder.of(new Table(order.name(), order.rows().reject(row -> row.cell(0).equals(Translations.INDEX_ABSENT.name())))));
    }
}
