package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on scratch registers.
public enum ScratchRegisters implements Clause {
    ENTRY_DETECTED,
    EXIT_DETECTED,
    SET_SAVED,
    SET_KEPT,
    SET_RESTORED,
    SET_UNTOUCHED,
    SAVE_PRECEDES,
    SET_DISABLED,
    USE_EMULATED,
    SET_OF_PROCESSOR,
    AREA_APART,
    SET_RETURNED;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        ScratchRegisters[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        ScratchRegisters[] value();
    }
}
