package vmmref.model.translate;

import static vmmref.spec.Translations.CACHE_ENTRY_GONE;
import static vmmref.spec.Translations.REGION_COMPARED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.Seq;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.spec.Translations;

/// The question which translations match a reference.
@FunctionalInterface
public interface Search {
    /// {@return the entries of a stream that match an address of the region with an identifier}
    Seq<Entry> matching(Tlb tlb, Stream stream, int rid, VirtualAddress address, Choice choice);

    /// {@return what the architecture defines}
    @Translations.Rule({TRANSLATION_MATCHED, REGION_COMPARED, CACHE_ENTRY_GONE})
    static Seq<Entry> architected(Tlb tlb, Stream stream, int rid, VirtualAddress address, Choice choice) {
        Seq<Entry> matching = tlb.matching(stream, rid, address);
        return choice.equals(Choice.USUAL) ? matching : matching
            .filter(entry -> !choice.takes(Freedom.SEARCH) || entry.translation().page().region() == address.region())
            .filter(entry -> !choice.takes(Freedom.CACHE) || !entry.isCached());
    }
}
