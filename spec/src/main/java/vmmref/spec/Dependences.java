package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on dependencies within an instruction group.
public enum Dependences implements Clause {
    GROUP_BOUNDED,
    RESOURCE_TOUCHED,
    READ_AFTER_WRITE,
    WRITE_AFTER_WRITE,
    WRITE_AFTER_READ,
    PREDICATE_TO_BRANCH_EXEMPT,
    MOVE_TO_BRANCH_EXEMPT,
    CHECK_LOAD_EXEMPT,
    NEW_FRAME_EXEMPT,
    TAKEN_BRANCH_EXEMPT,
    PARALLEL_COMPARES_EXEMPT,
    ACCUMULATION_EXEMPT,
    EXCLUSIVE_PREDICATES_EXEMPT,
    CHANGES_LISTED,
    GROUP_SIMULTANEOUS;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Dependences[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Dependences[] value();
    }
}
