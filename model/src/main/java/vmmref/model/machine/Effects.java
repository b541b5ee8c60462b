package vmmref.model.machine;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.spec.Clause;

/// What an instruction changes, in order.
public record Effects(Seq<Write<?>> writes) {
    public static final Effects NONE = new Effects(Vector.empty());

    public static <T> Effects of(Place<T> place, T value, Clause because) {
        return new Effects(Vector.of(new Write<>(place, value, because)));
    }

    /// {@return these, then others}
    public Effects then(Effects others) {
        return new Effects(writes.appendAll(others.writes));
    }

    /// {@return some effects, one after another}
    public static Effects all(Seq<Effects> some) {
        return some.foldLeft(NONE, Effects::then);
    }
}
