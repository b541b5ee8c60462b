package vmmref.model.real;

import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.spec.Clause;

/// What comes of an operation, and the clause that decided it.
///
/// @param <T> what is delivered: a value, an answer, an integer
public sealed interface Outcome<T> {
    Clause because();

    /// {@return the outcome of an operation that delivers something else}
    <U> Outcome<U> map(Function1<T, U> function);

    /// Something is delivered.
    ///
    /// @param told what FPSR remembers of it
    /// @param trap what a trap afterwards tells
    record Delivered<T>(T value, Seq<Told> told, TrapCode trap, Clause because) implements Outcome<T> {
        @Override public <U> Outcome<U> map(Function1<T, U> function) {
            return new Delivered<>(function.apply(value), told, trap, because);
        }

        /// {@return the bits of what FPSR remembers}
        public int flags() {
            return told.foldLeft(0, (all, each) -> all | each.flag().bit());
        }
    }

    /// The operation faults.
    record Faulted<T>(FaultCode code, Clause because) implements Outcome<T> {
        @Override public <U> Outcome<U> map(Function1<T, U> function) {
            return new Faulted<>(code, because);
        }
    }

    /// {@return a delivery of which nothing is told}
    static <T> Outcome<T> of(T value, Clause because) {
        return new Delivered<>(value, List.empty(), TrapCode.NONE, because);
    }
}
