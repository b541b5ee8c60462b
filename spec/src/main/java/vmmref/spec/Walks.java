package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on the walker of the page table.
public enum Walks implements Clause {
    SHORT_ENTRY_ADDRESSED,
    LONG_ENTRY_ADDRESSED,
    INDEX_HASHED,
    TAG_HASHED,
    HASH_TOLD,
    TAG_TOLD,
    HASH_NAT,
    WALKER_ENABLED,
    ENTRY_UNTRANSLATED,
    ENTRY_UNREADABLE,
    ENTRY_ORDERED,
    SHORT_ENTRY_READ,
    LONG_ENTRY_READ,
    TAG_MISMATCHED,
    ENTRY_REFUSED,
    WALK_INSERTED,
    WALK_OVERLAPPED,
    WALK_ABORTED,
    HASH_COLLECTED,
    ENTRY_REGION_COLLECTED,
    WALK_FAITHFUL,
    WALK_TRANSPARENT,
    TAG_IDENTIFYING;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Walks[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Walks[] value();
    }
}
