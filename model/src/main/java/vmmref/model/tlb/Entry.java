package vmmref.model.tlb;

import org.apache.commons.lang3.Validate;

/// A translation, and where it is held.
///
/// @param slot        the number of a translation register, or -1 for the translation cache
/// @param translation what is held
public record Entry(int slot, Translation translation) {
    private static final int CACHE = -1;

    public Entry {
        Validate.isTrue(slot >= CACHE, "no translation register has the number %d", slot);
    }

    public static Entry cached(Translation translation) {
        return new Entry(CACHE, translation);
    }

    public static Entry pinned(int slot, Translation translation) {
        return new Entry(slot, translation);
    }

    public boolean isCached() {
        return slot == CACHE;
    }
}
