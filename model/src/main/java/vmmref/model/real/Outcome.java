package vmmref.model.real;

import static vmmref.spec.Reals.EXCEPTION_ENABLED;

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
    /// @param by   the clause that says why it is this value: most often the one that decided
    record Delivered<T>(T value, Seq<Told> told, TrapCode trap, Clause because, Clause by) implements Outcome<T> {
        Delivered(T value, Seq<Told> told, TrapCode trap, Clause because) {
            this(value, told, trap, because, because);
        }

        @Override public <U> Outcome<U> map(Function1<T, U> function) {
            return new Delivered<>(function.apply(value), told, trap, because, by);
        }

        /// {@return the same, whose value another clause explains}
        Delivered<T> by(Clause other) {
            return new Delivered<>(value, told, trap, because, other);
        }

        /// {@return the bits of what FPSR remembers}
        public int flags() {
            return told.foldLeft(0, (all, each) -> all | each.flag().bit());
        }
    }

    /// The operation faults, because the exception is enabled, or because assistance is requested.
    ///
    /// @param raised the clause that says that there is an exception, or a request
    record Faulted<T>(FaultCode code, Clause raised) implements Outcome<T> {
        @Override public Clause because() {
            return code.isAssistance() ? raised : EXCEPTION_ENABLED;
        }

        @Override public <U> Outcome<U> map(Function1<T, U> function) {
            return new Faulted<>(code, raised);
        }
    }

    /// {@return a delivery of which nothing is told}
    static <T> Outcome<T> of(T value, Clause because) {
        return new Delivered<>(value, List.empty(), TrapCode.NONE, because);
    }
}
