package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Purges pages of the sizes alone that can be inserted, as a published emulator did.
final class RefusesPurgeSizes {
    static final Member MEMBER = Member.translating("RefusesPurgeSizes", "a purge of a size that can only be purged ends in a machine check",
        Vector.of(Translations.CACHE_PURGED), "PurgeGuarantees.nothingIsLeft", RefusesPurgeSizes::wrong);

    private RefusesPurgeSizes() { }

    private static Translator wrong(Translator right) {
        return right.withDimensions(right.dimensions().with(right.dimensions().insertable(), right.dimensions().insertable()));
    }
}
