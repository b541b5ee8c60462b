package vmmref.model.real;

import static vmmref.spec.Reals.LANE_UNREFINED;
import static vmmref.spec.Reals.OPERATION_INVALID;
import static vmmref.spec.Reals.ROOT_APPROXIMATED;
import static vmmref.spec.Reals.ROOT_DELIVERED;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigInteger;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// The approximation of the reciprocal of a square root from which software computes the root, or that root (of a lane: its reciprocal) where it is none that must be computed.
public enum ReciprocalRoot {
    /// Of registers: where software cannot refine an approximation, it is asked to assist.
    REGISTER(Range.REGISTER, 64, true),
    /// Of lanes: there they are delivered without refinement.
    LANE(Range.SINGLE, 24, false);

    private static final int BIAS = 0xffff;
    private static final int INDEX = 7;
    private static final int BITS = 11;

    private final Range range;
    private final int precision;
    private final boolean assisted;

    ReciprocalRoot(Range range, int precision, boolean assisted) {
        this.range     = range;
        this.precision = precision;
        this.assisted  = assisted;
    }

    /// {@return what the instruction delivers}
    public Outcome<Approximation> of(FloatingValue f3, Environment environment) {
        Seq<FloatingValue> operands = List.of(f3);
        return Screening.arithmetic(operands, environment).map(outcome -> outcome.map(Approximation::delivered)).getOrElse(() -> number(f3, operands, environment));
    }

    private Outcome<Approximation> number(FloatingValue f3, Seq<FloatingValue> operands, Environment environment) {
        boolean infinite = ValueClass.of(f3) == ValueClass.INFINITY;
        boolean zero = !infinite && Exact.of(f3).isZero();
        if (isInvalid(f3.sign(), zero)) return Screening.invalid(environment, OPERATION_INVALID).map(Approximation::delivered);
        boolean given = infinite || zero;
        boolean outside = !given && isOutside(f3);
        if (outside && assisted) return Reciprocal.assistance();
        Seq<Told> told = Screening.unnormal(operands);
        return Screening.<Approximation>denormal(told, environment).getOrElse(() -> given ? root(infinite, f3.sign(), told)
            : new Outcome.Delivered<>(new Approximation(entry(f3), !outside), told, TrapCode.NONE, outside ? LANE_UNREFINED : ROOT_APPROXIMATED));
    }

    /// {@return whether there is no root: of what is below zero}
    static boolean isInvalid(boolean negative, boolean zero) {
        return negative && !zero;
    }

    /// {@return whether the number is too small for software to refine the approximation}
    boolean isOutside(FloatingValue f3) {
        return Exact.of(f3).order() < range.lowest() + precision;
    }

    @Reals.Rule(ROOT_DELIVERED)
    private Outcome<Approximation> root(boolean infinite, boolean negative, Seq<Told> told) {
        FloatingValue value = infinite == (this == REGISTER) ? FloatingValue.infinity(negative) : FloatingValue.zero(negative);
        return new Outcome.Delivered<>(Approximation.delivered(value), told, TrapCode.NONE, ROOT_DELIVERED);
    }

    /// {@return 1 by the root of the middle of the interval that the exponent's lowest bit and the highest seven bits of the fraction tell, rounded to eleven bits}
    @Reals.Rule(ROOT_APPROXIMATED)
    static FloatingValue entry(FloatingValue f3) {
        Exact exact = Exact.of(f3);
        int odd = exact.order() & 1;
        long middle = (long) (2 * (Reciprocal.index(exact) >>> 1) + 1 + (1 << INDEX + 1)) << odd;
        long twice = BigInteger.ONE.shiftLeft(2 * (BITS + 1) + INDEX + 1).divide(BigInteger.valueOf(middle)).sqrt().longValue();
        return new FloatingValue(false, BIAS - 1 - (exact.order() >> 1), twice + 1 >>> 1 << Long.SIZE - BITS);
    }
}
