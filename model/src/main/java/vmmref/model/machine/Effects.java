package vmmref.model.machine;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.spec.Clause;

/// What an instruction changes, in order.
public record Effects(Seq<Write<?>> writes) {
    public static final Effects NONE = new Effects(Array.empty());

    public static <T> Effects of(Place<T> place, T value, Clause because) {
        return new Effects(Array.of(new Write<>(place, value, because)));
    }

    /// {@return these, then others}
    public Effects then(Effects others) {
        return writes.isEmpty() ? others : others.writes.isEmpty() ? this : new Effects(writes.appendAll(others.writes));
    }

    /// {@return these, then another one}
    public <T> Effects then(Place<T> place, T value, Clause because) {
        return new Effects(writes.append(new Write<>(place, value, because)));
    }

    /// {@return some effects, one after another}
    public static Effects all(Seq<Effects> some) {
        return some.foldLeft(NONE, Effects::then);
    }

    /// {@return which instruction comes next, if they say so}
    public Option<Position> next() {
        return !writes.isEmpty() && writes.last().value() instanceof Position next ? Option.some(next) : Option.none();
    }

    /// {@return the last one alone}
    public Effects last() {
        return new Effects(Array.of(writes.last()));
    }

    /// {@return these without the last one}
    public Effects init() {
        return new Effects(writes.init());
    }

    /// {@return a machine after them}
    Machine in(Machine machine) {
        Machine changed = machine;
        for (Write<?> write : writes) changed = write.in(changed);
        return changed;
    }
}
