package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Walks;

/// Has a page table and does not look at it, as a published emulator did.
final class NeverWalks {
    static final Member MEMBER = Member.translating("NeverWalks", "the page table is never walked",
        Vector.of(Walks.ENTRY_UNTRANSLATED), "WalkGuarantees.untranslated", NeverWalks::wrong);

    private NeverWalks() { }

    private static Translator wrong(Translator right) {
        return right.withWalker(right.walker().withEnabling((machine, address, side) -> false));
    }
}
