package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on translation.
public enum Translations implements Clause {
    TRANSLATION_MATCHED,
    OFFSET_KEPT,
    PHYSICAL_ADDRESSED,
    MATCHES_SEVERAL,
    REGION_COMPARED,
    CACHE_ENTRY_GONE,
    CACHE_ENTRY_EVICTED,
    COLLECTION_ENABLED,
    INDEX_ABSENT,
    PAGE_SIZE_UNSUPPORTED,
    FIELD_RESERVED,
    ATTRIBUTE_RESERVED,
    FIELD_UNIMPLEMENTED,
    ABSENT_FIELDS_IGNORED,
    OPERAND_UNIMPLEMENTED,
    REGISTER_INSERTED,
    CACHE_INSERTED,
    OVERLAP_PURGED,
    REGISTER_OVERLAPPED,
    REPLACED_KEPT,
    CACHE_PURGED,
    CACHE_EMPTIED,
    REGISTER_PURGED,
    PURGE_SIZE_UNSUPPORTED,
    REGION_WRITTEN,
    PAGE_CONTAINED,
    PURGE_COMPLETE,
    INSERTION_FOUND,
    UNRELATED_IRRELEVANT;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Translations[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Translations[] value();
    }
}
