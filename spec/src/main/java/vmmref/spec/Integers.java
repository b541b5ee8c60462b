package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on integer instructions.
public enum Integers implements Clause {
    NAT_PROPAGATED,
    SUM_FORMED,
    DIFFERENCE_FORMED,
    BITS_COMBINED,
    SUM_SHIFTED,
    POINTER_FORMED,
    IMMEDIATE_MOVED,
    RELATION_TESTED,
    RELATION_NARROWED,
    BIT_TESTED,
    NAT_TESTED,
    ANSWER_COMPLEMENTED,
    ANSWER_CONJOINED,
    ANSWER_DISJOINED,
    ANSWER_ALTERNATED,
    ANSWER_NAT,
    PREDICATES_CLEARED,
    PREDICATES_EQUAL,
    PREDICATE_ZERO_KEPT,
    WORD_SHIFTED,
    PAIR_SHIFTED,
    FIELD_EXTRACTED,
    FIELD_DEPOSITED,
    FIELD_EXTENDED,
    ZERO_FOUND,
    ONES_COUNTED,
    ELEMENTS_ADDED,
    ELEMENT_SATURATED,
    ELEMENTS_AVERAGED,
    ELEMENTS_COMPARED,
    ELEMENTS_CHOSEN,
    DIFFERENCES_ADDED,
    ELEMENTS_MULTIPLIED,
    PRODUCTS_SHIFTED,
    ELEMENTS_SHIFTED,
    SHIFTED_ADDED,
    COUNT_UNASSIGNED,
    ELEMENTS_MIXED,
    ELEMENTS_UNPACKED,
    ELEMENTS_PACKED,
    ELEMENTS_PERMUTED,
    RESULT_ALONE;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Integers[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Integers[] value();
    }
}
