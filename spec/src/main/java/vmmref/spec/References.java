package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on references and the order of faults.
public enum References implements Clause {
    PRIVILEGED_OPERATION,
    NAT_CONSUMED,
    OPERATION_VIRTUALIZED,
    ADDRESS_UNIMPLEMENTED,
    MISS_NESTED,
    MISS_ALTERNATE,
    PAGE_ABSENT,
    NAT_PAGE_CONSUMED,
    DIRTY_BIT_CLEAR,
    ACCESS_BIT_CLEAR,
    BREAKPOINT_HIT,
    ADDRESS_MISALIGNED,
    MISALIGNED_PERFORMED,
    ATTRIBUTE_UNSUPPORTED,
    PROBE_ANSWERED,
    ADDRESS_TOLD,
    KEY_TOLD,
    PREFETCH_DROPPED,
    LOAD_DEFERRED,
    LOAD_DEFERRED_ALWAYS,
    PRIORITY_ADJACENT;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        References[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        References[] value();
    }
}
