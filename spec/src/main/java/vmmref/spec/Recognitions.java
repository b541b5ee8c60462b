package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on the recognition of instructions.
public enum Recognitions implements Clause {
    PATTERN_MATCHED,
    PATTERN_DIFFERS,
    BLOCK_MATCHED,
    BINDING_DIFFERS,
    BLOCK_CUT,
    OWN_PASSED,
    SENSITIVE_PATCHED,
    SENSITIVE_EMULATED,
    SENSITIVE_PROTECTED,
    SCAN_COMPLETE,
    SENSITIVE_DISJOINT,
    RECOGNISED_REBUILT;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Recognitions[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Recognitions[] value();
    }
}
