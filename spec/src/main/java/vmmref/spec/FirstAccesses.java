package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on first accesses.
public enum FirstAccesses implements Clause {
    STATE_PERMITS,
    STATE_MOVED,
    CODE_SCANNED,
    STORE_FOLLOWED,
    BYTES_OWN,
    PIECES_NARROWED,
    PAGE_REUSED,
    DOMAIN_KEYED,
    DOMAIN_RIGHTS,
    DOMAIN_PRESENT,
    EXECUTION_CAUGHT,
    ACCESS_OPENED,
    KEYS_FEW,
    POLICY_HIDDEN,
    DOMAINS_ALIKE;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        FirstAccesses[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        FirstAccesses[] value();
    }
}
