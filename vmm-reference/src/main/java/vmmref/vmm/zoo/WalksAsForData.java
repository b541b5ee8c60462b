package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.model.translate.Walker;
import vmmref.spec.References;

/// Asks whether data are walked for where it fetches, as Xen on IA-64 did.
final class WalksAsForData {
    static final Member MEMBER = Member.translating("WalksAsForData", "the page table is walked for a fetch where it is for data, though interruptions are not collected",
        Vector.of(References.MISS_ALTERNATE), "WalkGuarantees.enabled", WalksAsForData::wrong);

    private WalksAsForData() { }

    private static Translator wrong(Translator right) {
        return right.withWalker(right.walker().withEnabling((machine, address, side) -> right.walker().enabling().isEnabled(machine, address, side == Walker.Side.FETCH ? Walker.Side.DATA : side)));
    }
}
