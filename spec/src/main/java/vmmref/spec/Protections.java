package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on access rights and protection keys.
public enum Protections implements Clause {
    RIGHTS_DENIED,
    PROBE_LEVEL,
    KEY_MISSING,
    KEY_DISABLED,
    KEY_WRITTEN,
    KEY_UNIQUE,
    KEYS_FORBID_ONLY,
    PRIVILEGE_MONOTONE;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Protections[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Protections[] value();
    }
}
