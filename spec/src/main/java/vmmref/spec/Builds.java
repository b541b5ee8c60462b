package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on building and inserting code.
public enum Builds implements Clause {
    PORTIONS_JOINED,
    VALUE_REFUSED,
    DESCRIPTION_REFUSED,
    BUILT_DECODED,
    PORTION_ORDER_FREE,
    BRANCH_NEAR,
    BRANCH_FAR,
    BRANCH_REFUSED,
    BUNDLES_PACKED,
    GROUP_BROKEN,
    SLOT_TRAPPED,
    TRAP_REFUSED,
    BUNDLE_BRANCHED,
    STUB_CARRIED,
    BRANCH_PATCH_REFUSED,
    WRITES_ORDERED,
    INSERTION_REFUSED,
    ENTRY_WHOLE;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Builds[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Builds[] value();
    }
}
