package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.properties.guarantee.RealKind.DENORMAL;
import static vmmref.properties.guarantee.RealKind.INFINITE;
import static vmmref.properties.guarantee.RealKind.PSEUDO_DENORMAL;
import static vmmref.properties.guarantee.RealKind.PSEUDO_ZERO;
import static vmmref.properties.guarantee.RealKind.QUIET;
import static vmmref.properties.guarantee.RealKind.SIGNALLING;
import static vmmref.properties.guarantee.RealKind.UNNORMAL;
import static vmmref.properties.guarantee.RealKind.UNSUPPORTED;
import static vmmref.spec.Reals.INTEGER_CONVERTED;
import static vmmref.spec.Reals.INTEGER_INDEFINITE;
import static vmmref.spec.Reals.INTEGER_ROUNDED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.real.Completer;
import vmmref.model.real.Environment;
import vmmref.model.real.FloatingStatus;
import vmmref.model.real.IntegerConversion;
import vmmref.model.real.Outcome;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of conversions between numbers and integers.
class RealConversionGuarantees {
    private static final Seq<RoundingMode> MODES = Vector.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING, RoundingMode.DOWN);

    @Guarantee
    @Label("a number becomes the integer that BigDecimal rounds it to, if that fits")
    @Reals.Checks({INTEGER_ROUNDED, INTEGER_INDEFINITE})
    void integers(Subject subject, @ForAll("convertible") FloatingValue value, @ForAll boolean signed, @ForAll boolean narrow, @ForAll("statuses") long status) {
        Outcome<Long> outcome = observed(new IntegerConversion(signed, narrow ? 32 : 64).of(value, Environment.of(new FloatingStatus(status), 0, Completer.NONE)));
        RealAnswer<Long> expected = expected(value, signed, narrow ? 32 : 64, status);
        assertEquals(expected, RealAnswer.of(outcome), () -> value + (signed ? " signed " : " ") + narrow);
        assertEquals(expected(value, signed, 64, status).map(FloatingValue::integer), new RealMachine(subject, status, 0).delivered(signed ? "fcvt.fx.s0 f8=f9" : "fcvt.fxu.s0 f8=f9", value), value::toString);
        assertEquals(expected(value, signed, 64, status | 3L << 10).map(FloatingValue::integer), new RealMachine(subject, status, 0).delivered(signed ? "fcvt.fx.trunc.s0 f8=f9" : "fcvt.fxu.trunc.s0 f8=f9", value), value::toString);
        Outcomes.label("because").collect(RealAnswer.cause(outcome)).coverage(checker -> Vector.of(INTEGER_ROUNDED, INTEGER_INDEFINITE).forEach(each -> checker.check(each).percentage(share -> share > 10)));
        Outcomes.label("inexact").collect((expected.flags() & 32) != 0).coverage(Combinations.each(Combinations.EITHER));
    }

    private static RealAnswer<Long> expected(FloatingValue value, boolean signed, int width, long status) {
        int enabled = (int) (~status & 0x3f);
        RealKind kind = RealKind.of(value);
        RealAnswer<Long> invalid = (enabled & 1) != 0 ? RealAnswer.fault(1) : RealAnswer.of(Long.MIN_VALUE >> 64 - width, 1);
        if (kind.isOneOf(UNSUPPORTED, SIGNALLING, QUIET, INFINITE)) return invalid;
        BigDecimal exact = decimal(Dyadic.of(value));
        BigInteger integer = exact.setScale(0, MODES.get((int) (status >>> 10 & 3))).toBigIntegerExact();
        BigInteger end = BigInteger.TWO.pow(signed ? width - 1 : width);
        if (integer.compareTo(end) >= 0 || integer.compareTo(signed ? end.negate() : BigInteger.ZERO) < 0) return invalid;
        int flags = kind.isOneOf(DENORMAL, PSEUDO_DENORMAL, PSEUDO_ZERO, UNNORMAL) ? 2 : 0;
        if ((flags & enabled) != 0) return RealAnswer.fault(2);
        int order = new BigDecimal(integer).abs().compareTo(exact.abs());
        int trap = order == 0 || (enabled & 32) == 0 ? 0 : order > 0 ? 0xc0 : 0x40;
        return new RealAnswer<>(Option.some(integer.longValue()), flags | (order == 0 ? 0 : 32), 0, trap);
    }

    /// {@return a number as a decimal one; far from integers that fit, another one that becomes the same}
    private static BigDecimal decimal(Dyadic number) {
        if (number.signum() == 0) return BigDecimal.ZERO;
        int power = number.log() > 70 ? 70 : number.log() < -70 ? -140 : number.power();
        BigDecimal units = new BigDecimal(number.log() > 70 || number.log() < -70 ? BigInteger.valueOf(number.signum()) : number.units());
        return power >= 0 ? units.multiply(new BigDecimal(BigInteger.TWO.pow(power))) : units.divide(new BigDecimal(BigInteger.TWO.pow(-power)));
    }

    @Guarantee
    @Label("an integer becomes the normal number that it is, and 0 becomes +0")
    @Reals.Checks(INTEGER_CONVERTED)
    void numbers(Subject subject, @ForAll("words") long word) {
        FloatingValue number = RealMachine.of(subject, true).value("fcvt.xf f8=f9", FloatingValue.integer(word));
        assertEquals(0, Dyadic.of(number).compareTo(new Dyadic(BigInteger.valueOf(word), 0)), number::toString);
        assertTrue(word == 0 ? number.equals(FloatingValue.ZERO) : RealKind.of(number) == RealKind.NORMAL, number::toString);
        assertEquals(FloatingValue.NATVAL, RealMachine.of(subject, true).value("fcvt.xf f8=f9", FloatingValue.NATVAL));
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Long> statuses() {
        return RealCases.statuses().map(status -> status & ~(1L << 12));
    }

    /// Values of every class but NaTVal; half of them numbers near integers that just fit, or near 0, 1/2 and 1.
    @Provide
    Arbitrary<FloatingValue> convertible() {
        return Arbitraries.oneOf(RealCases.values(), RealCases.near()).filter(value -> !value.isNatVal());
    }
}
