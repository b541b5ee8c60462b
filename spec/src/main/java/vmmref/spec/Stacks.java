package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on the register stack engine.
public enum Stacks implements Clause {
    REGISTER_PLACED,
    REGISTER_STORED,
    COLLECTION_STORED,
    REGISTER_LOADED,
    COLLECTION_LOADED,
    COLLECTION_REMAINING,
    STORE_LEVEL,
    STORE_TRANSLATED,
    STORE_ORDERED,
    REFERENCE_STEPPED,
    REFERENCE_SPARED,
    STORE_EAGER,
    ALLOCATION_SPILLED,
    STACK_FLUSHED,
    LOADING_ILLEGAL,
    STACK_LOADED,
    LOADED_COLLECTION_LOST,
    FRAME_REFILLED,
    FRAME_RESUMED,
    FRAME_EMPTIED,
    FRAME_INCOMPLETE,
    CALLER_UNSOUND,
    STORE_TOLD,
    FRAME_TOLD,
    LOADING_ENDED,
    REGISTERS_SURVIVE,
    STORE_CONFINED;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Stacks[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Stacks[] value();
    }
}
