package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on memory.
public enum Memories implements Clause {
    BYTES_ORDERED,
    IMAGE_ORDERED,
    BASE_UPDATED,
    BASE_TARGET_ILLEGAL,
    VALUE_LOADED,
    FILL_LOADED,
    WIDE_LOADED,
    WIDE_ATTRIBUTE_UNSUPPORTED,
    TARGET_DEFERRED,
    VALUE_STORED,
    SPILL_STORED,
    WIDE_STORED,
    VALUE_EXCHANGED,
    VALUE_COMPARED,
    WIDE_COMPARED,
    VALUE_ADDED,
    ALAT_ENTRY_MADE,
    ALAT_ENTRY_REFUSED,
    ALAT_ENTRY_LOST,
    ALAT_ENTRY_GONE,
    CHECK_LOAD_HIT,
    ADVANCED_CHECKED,
    CHECK_FAULTED,
    ALAT_INVALIDATED,
    FLOAT_LOADED,
    PAIR_LOADED,
    PAIR_PARITY_ILLEGAL,
    FLOAT_STORED,
    FORMAT_WIDENED,
    FORMAT_NARROWED,
    REGISTER_SET,
    REGISTER_READ,
    SIGN_MERGED,
    QUERY_ANSWERED,
    PROBE_PASSED,
    PREFETCH_EFFECTLESS,
    LINE_FLUSHED,
    NAT_CONTAINED,
    SPILL_RESTORED;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Memories[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Memories[] value();
    }
}
