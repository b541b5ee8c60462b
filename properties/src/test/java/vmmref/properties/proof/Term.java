package vmmref.properties.proof;

import static vmmref.properties.proof.Operator.BOTH;
import static vmmref.properties.proof.Operator.CHOICE;
import static vmmref.properties.proof.Operator.EITHER;
import static vmmref.properties.proof.Operator.EQUAL;
import static vmmref.properties.proof.Operator.LESS;
import static vmmref.properties.proof.Operator.LOW;
import static vmmref.properties.proof.Operator.NOT;
import static vmmref.properties.proof.Operator.WIDE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A bit vector of 32 or 64 bits, or a truth value, that depends on inputs. What the parts settle is settled when a term is made, and equal terms are the same object.
sealed interface Term {
    /// The width of a truth value.
    int TRUTH = 0;

    Term TRUE  = new Literal(1, TRUTH);
    Term FALSE = new Literal(0, TRUTH);

    int width();

    /// @param bits as [Operator] has them
    record Literal(long bits, int width) implements Term { }

    record Input(String name, int width) implements Term { }

    record Applied(Operator operator, Seq<Term> arguments, int width) implements Term {
        private static final Map<Key, Applied> ALL = new ConcurrentHashMap<>();

        private record Key(Operator operator, Seq<Term> arguments) { }

        static Applied of(Operator operator, int width, Term... arguments) {
            Vector<Term> all = Vector.of(arguments);
            return ALL.computeIfAbsent(new Key(operator, all), key -> new Applied(operator, all, width));
        }

        @Override public boolean equals(Object other) { return this == other; }
        @Override public int hashCode()               { return System.identityHashCode(this); }
    }

    static Term of(int value) {
        return new Literal(value, 32);
    }

    static Term of(long value) {
        return new Literal(value, 64);
    }

    static Term of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /// {@return two words of one width, joined by an operator that gives a word}
    static Term joined(Operator operator, Term one, Term other) {
        return one instanceof Literal(var first, var width) && other instanceof Literal(var second, var same) ? new Literal(operator.of(width, first, second), width)
            : Applied.of(operator, one.width(), one, other);
    }

    static Term equal(Term one, Term other) {
        if (one.width() != other.width()) throw new Unsupported("a word of %d bits beside one of %d".formatted(one.width(), other.width()));
        if (one.equals(other)) return TRUE;
        if (one instanceof Literal && other instanceof Literal) return FALSE;
        if (one instanceof Literal) return equal(other, one);
        if (other instanceof Literal && one instanceof Applied(var operator, var parts, var width) && operator == CHOICE && (parts.get(1) instanceof Literal || parts.get(2) instanceof Literal)) {
            return choice(parts.get(0), equal(parts.get(1), other), equal(parts.get(2), other));
        }
        return Applied.of(EQUAL, TRUTH, one, other);
    }

    /// {@return whether one word is less than another one, both with signs}
    static Term less(Term one, Term other) {
        return one instanceof Literal(var first, var width) && other instanceof Literal(var second, var same) ? of(LESS.of(width, first, second) == 1) : Applied.of(LESS, TRUTH, one, other);
    }

    static Term not(Term one) {
        return one instanceof Literal(var bits, var width) ? of(bits == 0) : one instanceof Applied(var operator, var parts, var width) && operator == NOT ? parts.head() : Applied.of(NOT, TRUTH, one);
    }

    static Term both(Term one, Term other) {
        if (one.equals(FALSE) || other.equals(FALSE) || one.equals(not(other))) return FALSE;
        if (one.equals(TRUE) || one.equals(other)) return other;
        return other.equals(TRUE) ? one : Applied.of(BOTH, TRUTH, one, other);
    }

    static Term either(Term one, Term other) {
        if (one.equals(TRUE) || other.equals(TRUE) || one.equals(not(other))) return TRUE;
        if (one.equals(FALSE) || one.equals(other)) return other;
        return other.equals(FALSE) ? one : Applied.of(EITHER, TRUTH, one, other);
    }

    static Term choice(Term condition, Term one, Term other) {
        if (condition.equals(TRUE) || one.equals(other)) return one;
        if (condition.equals(FALSE)) return other;
        if (one.width() == TRUTH && (one instanceof Literal || other instanceof Literal)) {
            return one.equals(TRUE) ? either(condition, other) : one.equals(FALSE) ? both(not(condition), other) : other.equals(TRUE) ? either(not(condition), one) : both(condition, one);
        }
        return Applied.of(CHOICE, one.width(), condition, one, other);
    }

    /// {@return the low half of 64 bits}
    static Term low(Term word) {
        return word instanceof Literal(var bits, var width) ? of((int) bits) : Applied.of(LOW, 32, word);
    }

    /// {@return 64 bits, signed as 32 are}
    static Term wide(Term word) {
        return word instanceof Literal(var bits, var width) ? of(bits) : Applied.of(WIDE, 64, word);
    }

    /// {@return a truth value as an `int`}
    static Term number(Term truth) {
        return choice(truth, of(1), of(0));
    }

    /// {@return the parts of a term and the term, each after those that it is made of}
    default Seq<Term> parts() {
        Set<Term> known = new LinkedHashSet<>();
        Deque<Term> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Term term = open.peek();
            Seq<Term> missing = term instanceof Applied applied ? applied.arguments.reject(known::contains) : Vector.empty();
            if (missing.isEmpty()) known.add(open.pop());
            else missing.forEach(open::push);
        }
        return Vector.ofAll(known);
    }

    /// {@return its bits where inputs have values}
    default long value(Map<String, Long> inputs) {
        Map<Term, Long> known = new HashMap<>();
        for (Term part : parts()) {
            known.put(part, switch (part) {
                case Literal(var bits, var width) -> bits;
                case Input(var name, var width)   -> inputs.get(name);
                case Applied applied              -> applied(applied, known);
            });
        }
        return known.get(this);
    }

    private static long applied(Applied applied, Map<Term, Long> known) {
        Seq<Long> bits = applied.arguments.map(known::get);
        if (applied.operator == CHOICE) return bits.get(bits.head() == 1 ? 1 : 2);
        return applied.operator.of(applied.arguments.head().width(), bits.head(), bits.size() == 1 ? 0 : bits.get(1));
    }
}
