package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.tlb.Entry;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Looks for what an insertion overlaps in the caches alone, as a published emulator did.
final class OverlooksRegisters {
    static final Member MEMBER = Member.translating("OverlooksRegisters", "insertions and purges do not see translation registers",
        Vector.of(Translations.REGISTER_OVERLAPPED), "HistoryGuarantees.manyTranslations", OverlooksRegisters::wrong);

    private OverlooksRegisters() { }

    private static Translator wrong(Translator right) {
        return right.withOverlap((tlb, stream, rid, address, size) -> right.overlap().overlapping(tlb, stream, rid, address, size).filter(Entry::isCached));
    }
}
