package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an annotation that ties a method to clauses. Its member `value` holds the clauses.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Tie {
    Kind value();

    /// What the method is to the clause.
    enum Kind {
        /// The one method that carries the clause.
        RULE,
        /// A property that checks the clause.
        CHECKS
    }
}
