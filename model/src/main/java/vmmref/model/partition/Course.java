package vmmref.model.partition;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.spec.Clause;

/// A complex in the course of an event, and what changed so far.
///
/// @param complex as it is now
/// @param last    the effects, the last first
public record Course(Complex complex, List<Effect<?>> last) {

    static Course of(Complex complex) {
        return new Course(complex, List.empty());
    }

    /// {@return the course after a place got a value; no effect where it had it before}
    <T> Course put(Place<T> place, T value, Clause because) {
        return place.of(complex).equals(value) ? this : new Course(place.with(complex, value), last.prepend(new Effect<>(place, value, because)));
    }

    /// {@return the effects in order}
    public Seq<Effect<?>> effects() {
        return last.reverse();
    }
}
