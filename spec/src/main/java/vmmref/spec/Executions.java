package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on steps and branches.
public enum Executions implements Clause {
    BUNDLE_FETCHED,
    SLOT_FOLLOWED,
    INSTRUCTION_NULLIFIED,
    SINGLE_BITS_CLEARED,
    TEMPLATE_ILLEGAL,
    LONG_SLOT_ILLEGAL,
    ENCODING_ILLEGAL,
    ENCODING_ALWAYS_ILLEGAL,
    ENCODING_IGNORED,
    MEANING_UNMODELLED,
    NOTHING_DONE,
    BREAK_RAISED,
    BRANCH_TAKEN,
    BRANCH_INDIRECT,
    SPECULATION_CHECKED,
    BRANCH_SLOT_ILLEGAL,
    CALL_LINKED,
    CALL_FRAME,
    RETURN_FRAME,
    RETURN_LEVEL,
    LOOP_COUNTED,
    LOOP_PIPELINED,
    LOOP_PIPELINED_WHILE,
    REGISTERS_ROTATED;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Executions[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Executions[] value();
    }
}
