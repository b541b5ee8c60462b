package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on patched pages.
public enum PatchedPages implements Clause {
    PATCHES_APPLIED,
    ALIAS_COPIED,
    COPY_RELEASED,
    COPY_REPLACED,
    PATCH_TRAPPED,
    TRANSFER_FOLLOWED,
    PATCH_BRANCHED,
    PATCH_FALLBACK,
    STUB_MAPPED,
    STUB_LEFT,
    SLOT_ENTERED,
    IMMEDIATES_REBUILT,
    REGISTERS_PARKED,
    REGISTERS_RETURNED,
    SET_PARKING,
    USES_PATCHED,
    LEVEL_OWN,
    LEVEL_HIDDEN,
    PATCHES_UNSEEN,
    COPIES_APART,
    ALIASES_CONFLUENT,
    CONSTANTS_APART;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        PatchedPages[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        PatchedPages[] value();
    }
}
