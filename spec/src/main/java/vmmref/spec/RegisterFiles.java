package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on registers.
public enum RegisterFiles implements Clause {
    STACK_RENAMED,
    GENERAL_ROTATED,
    BANK_SELECTED,
    FLOATING_ROTATED,
    PREDICATE_ROTATED,
    TARGET_ILLEGAL,
    FLOATING_TARGET_ILLEGAL,
    FLOATING_DISABLED,
    FLOATING_MODIFIED,
    LEVEL_INSUFFICIENT,
    OPERAND_NAT,
    REGISTER_VALUE_RESERVED,
    REGISTER_INDEX_ABSENT,
    INSTRUCTION_VIRTUALIZED,
    BRANCH_REGISTER_MOVED,
    POINTER_READ,
    PREDICATES_READ,
    PREDICATES_WRITTEN,
    APPLICATION_ABSENT,
    BACKING_STORE_CLOSED,
    APPLICATION_PRIVILEGED,
    APPLICATION_READ,
    APPLICATION_WRITTEN,
    STACK_LEVEL_CLAMPED,
    BACKING_STORE_MOVED,
    COLLECTION_LOST,
    CONTROL_ABSENT,
    CONTROL_COLLECTING,
    CONTROL_READ,
    CONTROL_WRITTEN,
    STATUS_READ,
    STATUS_WRITTEN,
    COLLECTION_IN_FLIGHT,
    COLLECTION_SERIALISED,
    COLLECTION_EARLY,
    USER_MASK_WRITTEN,
    BANK_SWITCHED,
    INDIRECT_READ,
    INDIRECT_WRITTEN,
    MONITOR_HIDDEN,
    MONITOR_UNASSIGNED,
    PROCESSOR_IDENTIFIED,
    ALLOCATION_ILLEGAL,
    ALLOCATION_ROTATED,
    FRAME_ALLOCATED,
    FRAME_COVERED,
    ROTATION_CLEARED,
    FENCE_PASSED,
    CONSTANTS_KEPT,
    ROTATION_COMPLETE,
    CALLER_RESTORED,
    LEVEL_KEPT;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        RegisterFiles[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        RegisterFiles[] value();
    }
}
