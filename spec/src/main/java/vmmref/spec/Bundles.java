package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on bundles and templates.
public enum Bundles implements Clause {
    BUNDLE_FIELDS,
    TEMPLATE_ASSIGNED,
    TEMPLATE_RESERVED,
    LONG_INSTRUCTION_SLOTS,
    INTEGER_UNIT_EITHER,
    BUNDLE_LOSSLESS;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Bundles[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Bundles[] value();
    }
}
