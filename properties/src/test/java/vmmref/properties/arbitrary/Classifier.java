package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;
import java.util.function.Predicate;

/// A question about generated values, and the answers that there are, in the order in which they are shown.
///
/// @param question one or a few words
/// @param answers  all of them, whether they come up or not
/// @param asked    the answers for one value
/// @param kind     how they are counted and shown
record Classifier<T>(String question, Seq<String> answers, Function<T, Seq<String>> asked, Kind kind) {
    enum Kind {
        /// A value has one answer.
        ONE,
        /// A value has one answer, of more than can be shown.
        WIDE,
        /// A part of a value has one answer: shares are of the parts.
        PARTS,
        /// A value has any number of answers: shares are of the values.
        MARKS
    }

    /// {@return a question whose answers are values such as constants of an enum}
    static <T> Classifier<T> by(String question, Iterable<?> answers, Function<T, ?> asked) {
        return new Classifier<>(question, Vector.ofAll(answers).map(String::valueOf), value -> Vector.of(String.valueOf(asked.apply(value))), Kind.ONE);
    }

    /// {@return a question that is asked of each part of a value}
    static <T> Classifier<T> ofParts(String question, Iterable<?> answers, Function<T, Seq<?>> asked) {
        return new Classifier<>(question, Vector.ofAll(answers).map(String::valueOf), value -> asked.apply(value).map(String::valueOf), Kind.PARTS);
    }

    /// {@return a question to which a value has several answers, or none}
    static <T> Classifier<T> marks(String question, Iterable<?> answers, Function<T, Seq<?>> asked) {
        return new Classifier<>(question, Vector.ofAll(answers).map(String::valueOf), value -> asked.apply(value).map(String::valueOf), Kind.MARKS);
    }

    /// {@return a question that is answered by yes or no}
    static <T> Classifier<T> whether(String question, Predicate<T> asked) {
        return by(question, Vector.of("yes", "no"), value -> asked.test(value) ? "yes" : "no");
    }

    /// {@return a question with more answers than can be shown}
    Classifier<T> widely() {
        return new Classifier<>(question, answers, asked, Kind.WIDE);
    }

    /// {@return the same question about what a value contains}
    <S> Classifier<S> of(Function<S, T> part) {
        return new Classifier<>(question, answers, value -> asked.apply(part.apply(value)), kind);
    }

    /// {@return the same question in other words}
    Classifier<T> named(String other) {
        return new Classifier<>(other, answers, asked, kind);
    }
}
