package vmmref.properties.guarantee;

import io.vavr.control.Option;
import java.util.function.Function;
import vmmref.model.real.Outcome;
import vmmref.spec.Clause;

/// What can be seen of an operation.
///
/// @param value what is delivered; nothing if it faults
/// @param flags what FPSR remembers
/// @param fault the code of a fault
/// @param trap  the code of a trap
record RealAnswer<T>(Option<T> value, int flags, int fault, int trap) {
    static <T> RealAnswer<T> of(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Delivered<T> delivered -> new RealAnswer<>(Option.some(delivered.value()), delivered.flags(), 0, delivered.trap().bits());
            case Outcome.Faulted<T> faulted     -> new RealAnswer<>(Option.none(), 0, faulted.code().bits(), 0);
        };
    }

    /// {@return what can be seen of an operation that delivers something else}
    <U> RealAnswer<U> map(Function<T, U> function) {
        return new RealAnswer<>(value.map(function), flags, fault, trap);
    }

    /// {@return the clause that says what comes of it, or that there is an exception}
    static Clause cause(Outcome<?> outcome) {
        return outcome instanceof Outcome.Faulted<?> faulted ? faulted.raised() : outcome.because();
    }

    /// {@return a delivery without a trap}
    static <T> RealAnswer<T> of(T value, int flags) {
        return new RealAnswer<>(Option.some(value), flags, 0, 0);
    }

    static <T> RealAnswer<T> fault(int code) {
        return new RealAnswer<>(Option.none(), 0, code, 0);
    }
}
