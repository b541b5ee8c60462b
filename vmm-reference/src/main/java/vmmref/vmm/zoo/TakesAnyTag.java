package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.translate.Translator;
import vmmref.spec.Walks;

/// Inserts what stands in the place of an entry in the long format, whatever page it is of.
final class TakesAnyTag {
    static final Member MEMBER = Member.translating("TakesAnyTag", "the tag of an entry in the long format is not looked at, unless its bit ti is 1",
        Vector.of(Walks.TAG_MISMATCHED), "WalkGuarantees.mismatched", TakesAnyTag::wrong);

    private TakesAnyTag() { }

    private static Translator wrong(Translator right) {
        return right.withWalker(right.walker().withTagging((word, tag) -> word >= 0));
    }
}
