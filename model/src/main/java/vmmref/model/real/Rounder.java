package vmmref.model.real;

import static vmmref.spec.Reals.INEXACT_TOLD;
import static vmmref.spec.Reals.OVERFLOW_REPLACED;
import static vmmref.spec.Reals.OVERFLOW_WRAPPED;
import static vmmref.spec.Reals.PRECISION_CHOSEN;
import static vmmref.spec.Reals.RANGE_CHOSEN;
import static vmmref.spec.Reals.RESULT_FLUSHED;
import static vmmref.spec.Reals.RESULT_ROUNDED;
import static vmmref.spec.Reals.UNDERFLOW_DENORMALIZED;
import static vmmref.spec.Reals.UNDERFLOW_WRAPPED;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Clause;
import vmmref.spec.Reals;

/// The one rounding of an exact result.
public final class Rounder {
    private static final int BIAS = 0xffff;
    private static final int SINGLE_BIAS = 0x7f;
    private static final int LANE = 0xff80;

    private final Exact exact;
    private final Environment environment;
    private final Seq<Told> before;
    /// Which clause says what the exact number is.
    private final Clause computed;
    private final Format format;
    /// The result as if every exponent were possible.
    private final Cut cut;

    private Rounder(Exact exact, Environment environment, Seq<Told> before, Clause computed) {
        this.exact       = exact;
        this.environment = environment;
        this.before      = before;
        this.computed    = computed;
        this.format      = environment.format();
        this.cut         = Cut.at(exact, exact.order() - format.precision() + 1, environment.rounding());
    }

    /// {@return what is delivered of an exact number that is not zero}
    ///
    /// @param before   what is told of the operands
    /// @param computed the clause that decides if nothing has to be rounded
    static Outcome<FloatingValue> rounded(Exact exact, Environment environment, Seq<Told> before, Clause computed) {
        return new Rounder(exact, environment, before, computed).delivered();
    }

    private Outcome<FloatingValue> delivered() {
        if (cut.order() > format.range().highest()) return environment.enables(Flag.OVERFLOW) ? overflowWrapped() : overflowReplaced();
        if (cut.order() >= format.range().lowest()) return inside();
        return environment.enables(Flag.UNDERFLOW) ? underflowWrapped() : environment.flushing() ? flushed() : denormalized();
    }

    /// {@return a number of the range: of one that had to be rounded, the precision says what it became}
    private Outcome<FloatingValue> inside() {
        Clause because = cut.inexact() ? RESULT_ROUNDED : computed;
        return new Outcome.Delivered<>(placed(cut, cut.order() + BIAS), before.appendAll(inexact(cut)), TrapCode.of(false, false, trapped(cut), cut.increased()), because, cut.inexact() ? PRECISION_CHOSEN : because);
    }

    @Reals.Rule(INEXACT_TOLD)
    static Seq<Told> inexact(Cut cut) {
        return cut.inexact() ? List.of(new Told(Flag.INEXACT, INEXACT_TOLD)) : List.empty();
    }

    private boolean trapped(Cut some) {
        return some.inexact() && environment.enables(Flag.INEXACT);
    }

    @Reals.Rule(OVERFLOW_REPLACED)
    private Outcome<FloatingValue> overflowReplaced() {
        boolean infinite = environment.rounding().infinite(exact.negative());
        FloatingValue value = infinite ? FloatingValue.infinity(exact.negative())
            : new FloatingValue(exact.negative(), format.range().highest() + BIAS, -1L << Long.SIZE - format.precision());
        return of(value, List.of(new Told(Flag.OVERFLOW, OVERFLOW_REPLACED), new Told(Flag.INEXACT, OVERFLOW_REPLACED)),
            TrapCode.of(false, false, environment.enables(Flag.INEXACT), infinite), OVERFLOW_REPLACED);
    }

    @Reals.Rule(OVERFLOW_WRAPPED)
    private Outcome<FloatingValue> overflowWrapped() {
        return of(placed(cut, wrapped()), inexact(cut).prepend(new Told(Flag.OVERFLOW, OVERFLOW_WRAPPED)), TrapCode.of(true, false, cut.inexact(), cut.increased()), OVERFLOW_WRAPPED);
    }

    @Reals.Rule(UNDERFLOW_WRAPPED)
    private Outcome<FloatingValue> underflowWrapped() {
        return of(placed(cut, wrapped()), inexact(cut).prepend(new Told(Flag.UNDERFLOW, UNDERFLOW_WRAPPED)), TrapCode.of(false, true, cut.inexact(), cut.increased()), UNDERFLOW_WRAPPED);
    }

    @Reals.Rule(RESULT_FLUSHED)
    private Outcome<FloatingValue> flushed() {
        return of(FloatingValue.zero(exact.negative()), List.of(new Told(Flag.UNDERFLOW, RESULT_FLUSHED), new Told(Flag.INEXACT, RESULT_FLUSHED)),
            TrapCode.of(false, false, environment.enables(Flag.INEXACT), false), RESULT_FLUSHED);
    }

    @Reals.Rule(UNDERFLOW_DENORMALIZED)
    private Outcome<FloatingValue> denormalized() {
        int lowest = format.range().lowest();
        Cut tiny = Cut.at(exact, lowest - format.precision() + 1, environment.rounding());
        Seq<Told> told = tiny.inexact() ? inexact(tiny).prepend(new Told(Flag.UNDERFLOW, UNDERFLOW_DENORMALIZED)) : List.empty();
        FloatingValue value = tiny.isZero() ? FloatingValue.zero(exact.negative())
            : new FloatingValue(exact.negative(), tiny.order() < lowest && format.range() == Range.EXTENDED ? 0 : lowest + BIAS, tiny.significand(lowest));
        return of(value, told, TrapCode.of(false, false, trapped(tiny), tiny.increased()), UNDERFLOW_DENORMALIZED);
    }

    /// {@return a number with an exponent as registers hold it}
    private FloatingValue placed(Cut some, int exponent) {
        return new FloatingValue(exact.negative(), exponent, some.significand(some.order()));
    }

    /// {@return as many low bits of the exponent as there are}
    private int wrapped() {
        return format.lane() ? LANE + (cut.order() + SINGLE_BIAS & 0xff) : cut.order() + BIAS & FloatingValue.SPECIAL;
    }

    /// {@return what is too great or too small for the range}
    private Outcome<FloatingValue> of(FloatingValue value, Seq<Told> told, TrapCode trap, Clause because) {
        return new Outcome.Delivered<>(value, before.appendAll(told), trap, because, RANGE_CHOSEN);
    }
}
