package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on interruptions.
public enum Interruptions implements Clause {
    STATUS_COLLECTED,
    RESTART_COLLECTED,
    LAST_COLLECTED,
    FRAME_INVALIDATED,
    ADDRESS_COLLECTED,
    INSERTION_COLLECTED,
    IMMEDIATE_COLLECTED,
    COLLECTION_DISABLED,
    NESTED_SILENT,
    STATUS_ENTERED,
    VECTOR_ENTERED,
    CAUSE_COLLECTED,
    CODE_TOLD,
    SLOT_TOLD,
    NESTING_TOLD,
    FETCH_TOLD,
    ACCESS_TOLD,
    QUERY_TOLD,
    SPECULATION_TOLD,
    DEFERRAL_TOLD,
    DISABLED_HALVES_TOLD,
    SPECULATION_KIND_TOLD,
    TRAPS_ORDERED,
    TRAPS_TOLD,
    TRAP_SLOT_TOLD,
    TARGET_TRAPPED,
    FETCH_UNIMPLEMENTED,
    LEVEL_TRAPPED,
    BRANCH_TRAPPED,
    STEP_TRAPPED,
    SLOT_FETCHED_AGAIN,
    STATUS_RESTORED,
    POSITION_RESTORED,
    FRAME_RESTORED,
    RETURN_UNSTOPPED,
    RETURN_RESERVED,
    CALLER_PRIVILEGED,
    LEVEL_PROMOTED,
    INTERRUPTS_ENABLED,
    INTERRUPT_TAKEN,
    INTERRUPT_PRIORITY,
    INTERRUPT_MASKED,
    INTERRUPT_SERVED,
    INTERRUPT_ACKNOWLEDGED,
    INTERRUPT_SPURIOUS,
    SERVICE_ENDED,
    INTERRUPT_RAISED,
    TIME_PASSED,
    TIMER_EXPIRED,
    MEMORY_WRITTEN,
    MEMORY_SHARED,
    PURGE_SHARED;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Interruptions[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Interruptions[] value();
    }
}
