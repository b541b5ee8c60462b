package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Finds what a purge or an insertion overlaps only where it was inserted for the same region number.
final class ComparesRegionNumberInPurge {
    static final Member MEMBER = Member.translating("ComparesRegionNumberInPurge", "a purge does not see what was inserted for another region number with the same region identifier",
        Vector.of(Translations.REGISTER_OVERLAPPED), "HistoryGuarantees.manyTranslations", ComparesRegionNumberInPurge::wrong);

    private ComparesRegionNumberInPurge() { }

    private static Translator wrong(Translator right) {
        return right.withOverlap((tlb, stream, rid, address, size) -> right.overlap().overlapping(tlb, stream, rid, address, size)
            .filter(entry -> entry.translation().page().region() == address.region()));
    }
}
