package vmmref.model.real;

import static vmmref.spec.Reals.ASSISTANCE_REQUESTED;
import static vmmref.spec.Reals.LANE_UNREFINED;
import static vmmref.spec.Reals.OPERATION_INVALID;
import static vmmref.spec.Reals.ROOT_APPROXIMATED;
import static vmmref.spec.Reals.ROOT_DELIVERED;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigInteger;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Clause;
import vmmref.spec.Reals;

/// The approximation of the reciprocal of a square root from which software computes the root, or that root (of a lane: its reciprocal) where it is none that must be computed.
public enum ReciprocalRoot {
    REGISTER(Range.REGISTER, 64), LANE(Range.SINGLE, 24);

    private static final int BIAS = 0xffff;
    private static final int SPECIAL = 0x1ffff;
    private static final long INTEGER_BIT = 1L << 63;
    private static final int INDEX = 7;
    private static final int BITS = 11;

    private final Range range;
    private final int precision;

    ReciprocalRoot(Range range, int precision) {
        this.range     = range;
        this.precision = precision;
    }

    /// {@return what the instruction delivers}
    public Outcome<Approximation> of(FloatingValue f3, Environment environment) {
        Seq<FloatingValue> operands = List.of(f3);
        return Screening.arithmetic(operands, environment).map(outcome -> outcome.map(Approximation::delivered)).getOrElse(() -> number(f3, operands, environment));
    }

    private Outcome<Approximation> number(FloatingValue f3, Seq<FloatingValue> operands, Environment environment) {
        boolean infinite = ValueClass.of(f3) == ValueClass.INFINITY;
        boolean zero = !infinite && Exact.of(f3).isZero();
        if (f3.sign() && !zero) return Screening.invalid(environment, OPERATION_INVALID).map(Approximation::delivered);
        boolean tiny = !infinite && !zero && Exact.of(f3).order() < range.lowest() + precision;
        if (tiny && this == REGISTER) return assistance();
        Seq<Told> told = Screening.unnormal(operands);
        return Screening.<Approximation>denormal(told, environment).getOrElse(() -> infinite || zero ? root(infinite, f3.sign(), told)
            : new Outcome.Delivered<>(new Approximation(entry(f3), !tiny), told, TrapCode.NONE, because(tiny)));
    }

    private static Outcome<Approximation> assistance() {
        return new Outcome.Faulted<>(FaultCode.ASSISTANCE, ASSISTANCE_REQUESTED);
    }

    private static Clause because(boolean tiny) {
        return tiny ? LANE_UNREFINED : ROOT_APPROXIMATED;
    }

    @Reals.Rule(ROOT_DELIVERED)
    private Outcome<Approximation> root(boolean infinite, boolean negative, Seq<Told> told) {
        FloatingValue value = infinite == (this == REGISTER) ? new FloatingValue(negative, SPECIAL, INTEGER_BIT) : new FloatingValue(negative, 0, 0);
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
