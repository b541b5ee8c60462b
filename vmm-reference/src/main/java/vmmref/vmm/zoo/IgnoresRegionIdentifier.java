package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Finds translations by their offset, whatever region they are of, as a buffer that is emptied at each switch might.
final class IgnoresRegionIdentifier {
    static final Member MEMBER = Member.translating("IgnoresRegionIdentifier", "a translation of another region identifier is found",
        Vector.of(Translations.TRANSLATION_MATCHED), "TranslationGuarantees.matchingIsByRegionIdentifierAndOffset", IgnoresRegionIdentifier::wrong);

    private IgnoresRegionIdentifier() { }

    private static Translator wrong(Translator right) {
        return right.withSearch((tlb, stream, rid, address, choice) -> tlb.entries(stream).all().map(entry -> entry.translation().rid()).distinct()
            .flatMap(any -> right.search().matching(tlb, stream, any, address, choice)));
    }
}
