package vmmref.model.translate;

import vmmref.spec.Clause;
import vmmref.spec.Memories;
import vmmref.spec.References;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Stacks;
import vmmref.spec.Translations;
import vmmref.spec.Walks;

/// A freedom that the architecture leaves to an implementation each time anew. It is taken or not.
public enum Freedom {
    SEARCH(Translations.REGION_COMPARED, "search", "offset", "region"),
    CACHE(Translations.CACHE_ENTRY_GONE, "cache", "kept", "gone"),
    REPLACED(Translations.REPLACED_KEPT, "replaced", "dropped", "kept"),
    PURGE_SIZE(Translations.PURGE_SIZE_UNSUPPORTED, "purge-size", "machine-check", "purged"),
    MISALIGNED(References.MISALIGNED_PERFORMED, "misaligned", "faults", "performed"),
    ALAT(Memories.ALAT_ENTRY_GONE, "alat", "kept", "gone"),
    CHECK(Memories.CHECK_FAULTED, "check", "branches", "faults"),
    IN_FLIGHT(RegisterFiles.COLLECTION_EARLY, "in-flight", "open", "over"),
    WALKER(Walks.WALK_ABORTED, "walker", "walks", "aborts"),
    STACK(Stacks.STORE_EAGER, "stack", "lazy", "eager"),
    EVICTION(Translations.CACHE_ENTRY_EVICTED, "eviction", "lowest", "highest");

    private final Clause clause;
    private final String text;
    private final String usual;
    private final String other;

    Freedom(Clause clause, String text, String usual, String other) {
        this.clause = clause;
        this.text   = text;
        this.usual  = usual;
        this.other  = other;
    }

    /// {@return the clause that grants it}
    public Clause clause() {
        return clause;
    }

    /// {@return what people call it}
    public String text() {
        return text;
    }

    /// {@return what people call the way that is chosen if it is taken, and the one if it is not}
    public String way(boolean taken) {
        return taken ? other : usual;
    }
}
