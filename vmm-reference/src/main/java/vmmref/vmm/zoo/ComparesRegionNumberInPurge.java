package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Finds what a purge or an insertion overlaps only where it was inserted for the same region number.
final class ComparesRegionNumberInPurge {
    static final Member MEMBER = Member.translating("ComparesRegionNumberInPurge", "a translation survives the purge of its region identifier under another region number",
        Vector.of(Translations.CACHE_PURGED), "PurgeGuarantees.nothingIsLeft", ComparesRegionNumberInPurge::wrong);

    private ComparesRegionNumberInPurge() { }

    private static Translator wrong(Translator right) {
        return right.withOverlap((tlb, stream, rid, address, size) -> right.overlap().overlapping(tlb, stream, rid, address, size)
            .filter(entry -> entry.translation().page().region() == address.region()));
    }
}
