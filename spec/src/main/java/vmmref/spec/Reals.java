package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on floating point.
public enum Reals implements Clause {
    VALUE_CLASSIFIED,
    EXPONENT_ZERO_READ,
    PRECISION_CHOSEN,
    RANGE_CHOSEN,
    EXCEPTION_ENABLED,
    FLAGS_ACCUMULATED,
    CONTROLS_SET,
    FLAGS_CLEARED,
    FLAGS_CHECKED,
    NATVAL_PROPAGATED,
    OPERAND_INVALID,
    NAN_PROPAGATED,
    OPERATION_INVALID,
    DEFAULT_NAN_DELIVERED,
    UNNORMAL_TOLD,
    FAULT_TOLD,
    PRODUCT_ADDED,
    PRODUCT_ALONE,
    INFINITY_DELIVERED,
    ZERO_SIGNED,
    RESULT_ROUNDED,
    INEXACT_TOLD,
    OVERFLOW_REPLACED,
    OVERFLOW_WRAPPED,
    UNDERFLOW_DENORMALIZED,
    UNDERFLOW_WRAPPED,
    RESULT_FLUSHED,
    TRAP_TOLD,
    NUMBERS_COMPARED,
    VALUES_UNORDERED,
    COMPARISON_INVALID,
    EXTREME_CHOSEN,
    ANSWER_MISSING,
    CLASS_TESTED,
    INTEGER_ROUNDED,
    INTEGER_INDEFINITE,
    INTEGER_CONVERTED,
    INTEGERS_MULTIPLIED,
    SIGNIFICANDS_COMBINED,
    HALVES_PLACED,
    SINGLES_PACKED,
    LANES_COMPUTED,
    LANES_COMPARED,
    LANES_MERGED,
    APPROXIMATION_NULLIFIED,
    DIVISION_BY_ZERO,
    QUOTIENT_DELIVERED,
    ASSISTANCE_REQUESTED,
    RECIPROCAL_APPROXIMATED,
    ROOT_APPROXIMATED,
    ROOT_DELIVERED,
    LANE_UNREFINED,
    REAL_RESULT_ALONE;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Reals[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Reals[] value();
    }
}
