package vmmref.model.machine;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.NoSuchElementException;
import vmmref.spec.Clause;

/// What an instruction changes, in order: nothing, or a last write after others. The last one is the one that is looked at, and there are hardly ever more than two.
public sealed interface Effects {
    Effects NONE = None.NONE;

    /// Nothing changes.
    enum None implements Effects {
        NONE;

        @Override public Effects then(Effects others) {
            return others;
        }

        @Override public Seq<Write<?>> writes() {
            return List.empty();
        }

        @Override public Write<?> last() {
            throw new NoSuchElementException("nothing is written");
        }

        @Override public <T> Effects thenBeforeLast(Place<T> place, T value, Clause because) {
            throw new NoSuchElementException("nothing is written, before which " + place + " could be");
        }

        @Override public Option<Position> next() {
            return Option.none();
        }

        @Override public Machine in(Machine machine) {
            return machine;
        }
    }

    /// A write after others.
    record Then(Effects before, Write<?> write) implements Effects {
        private static final int DEEP = 8;

        @Override public Effects then(Effects others) {
            return others == NONE ? this : others instanceof Then(var earlier, var only) && earlier == NONE ? new Then(this, only) : others.writes().foldLeft(this, Then::new);
        }

        @Override public Seq<Write<?>> writes() {
            List<Write<?>> all = List.of(write);
            for (Effects rest = before; rest instanceof Then(var earlier, var last); rest = earlier) all = all.prepend(last);
            return all;
        }

        @Override public Write<?> last() {
            return write;
        }

        @Override public <T> Effects thenBeforeLast(Place<T> place, T value, Clause because) {
            return new Then(new Then(before, new Write<>(place, value, because)), write);
        }

        @Override public Option<Position> next() {
            return write.value() instanceof Position next ? Option.some(next) : Option.none();
        }

        @Override public Machine in(Machine machine) {
            return isDeep() ? writes().foldLeft(machine, (changed, each) -> each.in(changed)) : write.in(before.in(machine));
        }

        /// {@return whether there are so many that a recursion may not follow them}
        private boolean isDeep() {
            int count = 0;
            for (Effects rest = this; count < DEEP && rest instanceof Then(var earlier, var last); rest = earlier) count++;
            return count == DEEP;
        }

        @Override public boolean equals(Object other) {
            return other instanceof Then then && writes().equals(then.writes());
        }

        @Override public int hashCode() {
            return writes().hashCode();
        }

        @Override public String toString() {
            return writes().toString();
        }
    }

    static <T> Effects of(Place<T> place, T value, Clause because) {
        return new Then(NONE, new Write<>(place, value, because));
    }

    /// {@return the effects that are these writes}
    static Effects of(Seq<Write<?>> writes) {
        return writes.foldLeft(NONE, Then::new);
    }

    /// {@return some effects, one after another}
    static Effects all(Seq<Effects> some) {
        return some.foldLeft(NONE, Effects::then);
    }

    /// {@return these, then others}
    Effects then(Effects others);

    /// {@return these, then another one}
    default <T> Effects then(Place<T> place, T value, Clause because) {
        return new Then(this, new Write<>(place, value, because));
    }

    /// {@return all writes, the first one first}
    Seq<Write<?>> writes();

    /// {@return the last write}
    /// @throws NoSuchElementException if there is none
    Write<?> last();

    /// {@return the same with another write before the last}
    /// @throws NoSuchElementException if there is none
    <T> Effects thenBeforeLast(Place<T> place, T value, Clause because);

    /// {@return which instruction comes next, if they say so}
    Option<Position> next();

    /// {@return a machine after them}
    Machine in(Machine machine);
}
