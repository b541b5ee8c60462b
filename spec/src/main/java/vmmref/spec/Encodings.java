package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on instruction encodings.
public enum Encodings implements Clause {
    INTEGER_ALU_FORM,
    COMPARE_FORM,
    PARALLEL_FORM,
    SHIFT_FORM,
    BIT_TEST_FORM,
    EXTEND_FORM,
    MOVE_FORM,
    APPLICATION_REGISTER_FORM,
    LOAD_FORM,
    STORE_FORM,
    FLOAT_MEMORY_FORM,
    PREFETCH_FORM,
    SEMAPHORE_FORM,
    REGISTER_TRANSFER_FORM,
    CHECK_FORM,
    SYNCHRONISE_FORM,
    REGISTER_STACK_FORM,
    CONTROL_REGISTER_FORM,
    STATUS_REGISTER_FORM,
    PROBE_FORM,
    TRANSLATION_FORM,
    INDIRECT_REGISTER_FORM,
    BREAK_FORM,
    NOP_FORM,
    BRANCH_FORM,
    BRANCH_PREDICT_FORM,
    BRANCH_SYSTEM_FORM,
    FLOAT_MULTIPLY_FORM,
    FLOAT_COMPARE_FORM,
    FLOAT_MISCELLANEOUS_FORM,
    FLOAT_STATUS_FORM,
    LONG_IMMEDIATE_FORM,
    LONG_BRANCH_FORM,
    LATER_FORM,
    REGISTER_NUMBER,
    IMMEDIATE_SIGNED,
    IMMEDIATE_UNSIGNED,
    IMMEDIATE_SCALED,
    COUNT_BIASED,
    POSITION_COMPLEMENTED,
    VALUE_LISTED,
    TARGET_RELATIVE,
    HINT_RESERVED,
    UNUSED_BITS,
    PREDICATE_NOT_ZERO,
    UNASSIGNED_PREDICATED,
    UNASSIGNED_ALWAYS,
    UNASSIGNED_NOP,
    LONG_BRANCH_ABSENT,
    FORM_UNMODELLED,
    OPERAND_OUT_OF_RANGE,
    UNIT_MISMATCH,
    MNEMONIC_UNKNOWN,
    TEMPLATE_UNKNOWN,
    DECODE_TOTAL,
    FORMS_DISJOINT,
    IMMEDIATE_LOSSLESS,
    TEXT_LOSSLESS;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Encodings[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Encodings[] value();
    }
}
