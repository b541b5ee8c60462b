package vmmref.properties.guarantee;

import io.vavr.control.Option;
import java.util.function.Function;
import vmmref.model.real.Outcome;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealSingles;
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

    /// {@return the fault of an exception that is enabled, or a delivery that remembers it}
    ///
    /// @param flag 0 for no exception
    static <T> RealAnswer<T> told(int flag, int enabled, T otherwise) {
        return (flag & enabled) != 0 ? fault(flag) : of(otherwise, flag);
    }

    /// {@return what can be seen of an instruction whose lanes become two words}
    static RealAnswer<FloatingValue> joined(RealAnswer<Integer> high, RealAnswer<Integer> low) {
        if (high.fault() != 0 || low.fault() != 0) return fault(high.fault() + 16 * low.fault());
        return new RealAnswer<>(Option.some(RealSingles.pair(high.value().get(), low.value().get())), high.flags() | low.flags(), 0, high.trap() + low.trap() / 16);
    }

    static <T> RealAnswer<T> fault(int code) {
        return new RealAnswer<>(Option.none(), 0, code, 0);
    }
}
