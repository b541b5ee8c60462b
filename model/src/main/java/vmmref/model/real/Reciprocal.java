package vmmref.model.real;

import static vmmref.spec.Reals.ASSISTANCE_REQUESTED;
import static vmmref.spec.Reals.DIVISION_BY_ZERO;
import static vmmref.spec.Reals.LANE_UNREFINED;
import static vmmref.spec.Reals.OPERATION_INVALID;
import static vmmref.spec.Reals.QUOTIENT_DELIVERED;
import static vmmref.spec.Reals.RECIPROCAL_APPROXIMATED;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// The approximation of 1/f3 from which software computes f2/f3, or that quotient where it is none that must be computed.
public enum Reciprocal {
    /// Of registers: where software cannot refine an approximation, it is asked to assist.
    REGISTER(Range.REGISTER, 64, true),
    /// Of lanes: there they are delivered without refinement.
    LANE(Range.SINGLE, 24, false);

    private static final int BIAS = 0xffff;
    private static final int INDEX = 8;
    private static final int BITS = 11;

    private final Range range;
    private final int precision;
    private final boolean assisted;

    Reciprocal(Range range, int precision, boolean assisted) {
        this.range     = range;
        this.precision = precision;
        this.assisted  = assisted;
    }

    /// {@return what the instruction delivers}
    public Outcome<Approximation> of(FloatingValue f2, FloatingValue f3, Environment environment) {
        Seq<FloatingValue> operands = List.of(f2, f3);
        return Screening.arithmetic(operands, environment).map(outcome -> outcome.map(Approximation::delivered)).getOrElse(() -> numbers(f2, f3, operands, environment));
    }

    private Outcome<Approximation> numbers(FloatingValue f2, FloatingValue f3, Seq<FloatingValue> operands, Environment environment) {
        boolean infinite = isInfinite(f2);
        boolean zero = !infinite && Exact.of(f2).isZero();
        boolean byInfinity = isInfinite(f3);
        boolean byZero = !byInfinity && Exact.of(f3).isZero();
        boolean negative = f2.sign() ^ f3.sign();
        if (isInvalid(infinite && byInfinity, zero && byZero)) return Screening.invalid(environment, OPERATION_INVALID).map(Approximation::delivered);
        if (byZero && !infinite) return byZero(negative, environment);
        boolean given = infinite || zero || byInfinity;
        boolean outside = !given && isOutside(f2, f3);
        if (outside && assisted) return assistance();
        Seq<Told> told = Screening.unnormal(operands);
        return Screening.<Approximation>denormal(told, environment).getOrElse(() -> given ? quotient(infinite, negative, told) : outside ? unrefined(f3, told) : approximated(f3, told));
    }

    /// {@return whether infinity is divided by infinity, or zero by zero}
    static boolean isInvalid(boolean infinities, boolean zeros) {
        return infinities || zeros;
    }

    static Outcome<Approximation> assistance() {
        return new Outcome.Faulted<>(FaultCode.ASSISTANCE, ASSISTANCE_REQUESTED);
    }

    private static boolean isInfinite(FloatingValue value) {
        return ValueClass.of(value) == ValueClass.INFINITY;
    }

    @Reals.Rule(DIVISION_BY_ZERO)
    static Outcome<Approximation> byZero(boolean negative, Environment environment) {
        return environment.enables(Flag.ZERO_DIVIDE) ? new Outcome.Faulted<>(FaultCode.of(Flag.ZERO_DIVIDE), DIVISION_BY_ZERO)
            : new Outcome.Delivered<>(Approximation.delivered(end(true, negative)), List.of(new Told(Flag.ZERO_DIVIDE, DIVISION_BY_ZERO)), TrapCode.NONE, DIVISION_BY_ZERO);
    }

    @Reals.Rule(QUOTIENT_DELIVERED)
    static Outcome<Approximation> quotient(boolean infinite, boolean negative, Seq<Told> told) {
        return new Outcome.Delivered<>(Approximation.delivered(end(infinite, negative)), told, TrapCode.NONE, QUOTIENT_DELIVERED);
    }

    private static FloatingValue end(boolean infinite, boolean negative) {
        return infinite ? FloatingValue.infinity(negative) : FloatingValue.zero(negative);
    }

    /// {@return whether the numbers are too small or too great, or too far apart, for software to refine the approximation}
    @Reals.Rule(ASSISTANCE_REQUESTED)
    boolean isOutside(FloatingValue f2, FloatingValue f3) {
        return isTiny(f3) || isHuge(f3) || isApart(f2, f3);
    }

    private boolean isTiny(FloatingValue f3) {
        return Exact.of(f3).order() < range.lowest();
    }

    private boolean isHuge(FloatingValue f3) {
        return Exact.of(f3).order() >= range.highest() - 2;
    }

    private boolean isApart(FloatingValue f2, FloatingValue f3) {
        int numerator = Exact.of(f2).order();
        int quotient = numerator - Exact.of(f3).order();
        return quotient >= range.highest() || quotient <= range.lowest() + 1 || numerator < range.lowest() + precision;
    }

    private static Outcome<Approximation> approximated(FloatingValue f3, Seq<Told> told) {
        return new Outcome.Delivered<>(new Approximation(entry(f3), true), told, TrapCode.NONE, RECIPROCAL_APPROXIMATED);
    }

    /// {@return 1 by the middle of the interval that the highest eight bits of the fraction tell, rounded to eleven bits}
    @Reals.Rule(RECIPROCAL_APPROXIMATED)
    static FloatingValue entry(FloatingValue f3) {
        Exact exact = Exact.of(f3);
        int middle = 2 * index(exact) + 1 + (1 << INDEX + 1);
        int rounded = ((1 << BITS + INDEX + 2) / middle + 1) / 2;
        return new FloatingValue(f3.sign(), BIAS - 1 - exact.order(), (long) rounded << Long.SIZE - BITS);
    }

    /// {@return the eight bits after the first of a number that is not zero}
    static int index(Exact exact) {
        return exact.magnitude().shiftLeft(INDEX).shiftRight(exact.magnitude().bitLength() - 1).intValue() & (1 << INDEX) - 1;
    }

    @Reals.Rule(LANE_UNREFINED)
    private Outcome<Approximation> unrefined(FloatingValue f3, Seq<Told> told) {
        FloatingValue value = isTiny(f3) || isHuge(f3) ? end(isTiny(f3), f3.sign()) : entry(f3);
        return new Outcome.Delivered<>(Approximation.delivered(value), told, TrapCode.NONE, LANE_UNREFINED);
    }
}
