package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.tlb.Entry;
import vmmref.model.translate.Translator;
import vmmref.spec.Translations;

/// Takes the place of a translation register when the cache is full.
final class EvictsPinned {
    static final Member MEMBER = Member.translating("EvictsPinned", "while a cache is full, an insertion into it empties a translation register",
        Vector.of(Translations.TRANSLATION_MATCHED), "EvictionGuarantees.room", EvictsPinned::wrong);

    private EvictsPinned() { }

    private static Translator wrong(Translator right) {
        return right.withEviction((pressure, choice) -> {
            Seq<Entry> pinned = pressure.tlb().entries(pressure.stream()).all().reject(Entry::isCached);
            return pressure.excess() > 0 && pinned.nonEmpty() ? Vector.of(pinned.minBy(Entry::slot).get()) : right.eviction().evicted(pressure, choice);
        });
    }
}
