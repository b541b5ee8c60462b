package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.spec.Reals.INTEGER_CONVERTED;
import static vmmref.spec.Reals.INTEGER_INDEFINITE;
import static vmmref.spec.Reals.INTEGER_ROUNDED;
import static vmmref.spec.Reals.REAL_RESULT_ALONE;

import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of conversions between numbers and integers.
class RealConversionGuarantees {
    @Guarantee
    @Label("a number becomes the integer that BigDecimal rounds it to, if that fits")
    @Reals.Checks({INTEGER_ROUNDED, INTEGER_INDEFINITE, REAL_RESULT_ALONE})
    void integers(Subject subject, @ForAll("convertible") FloatingValue value, @ForAll boolean signed, @ForAll boolean truncating, @ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field) {
        RealOracle oracle = RealOracle.of(status, field, "");
        int mode = truncating ? 3 : oracle.mode();
        RealAnswer<Long> expected = new RealIntegers(signed, 64, mode, oracle.enabled()).of(value);
        String text = "fcvt.%s%s.s%d f8=f9".formatted(signed ? "fx" : "fxu", truncating ? ".trunc" : "", field);
        assertEquals(expected.map(FloatingValue::integer), new RealMachine(subject, status, field).delivered(text, value), () -> text + " " + value);
        assertEquals(RealAnswer.of(FloatingValue.NATVAL, 0), new RealMachine(subject, status, field).delivered(text, FloatingValue.NATVAL), text);
        Outcomes.label("invalid").collect(expected.flags() == 1 || expected.fault() == 1).coverage(Combinations.above(10, Combinations.EITHER));
        Outcomes.label("inexact").collect(mode, (expected.flags() & 32) != 0).coverage(Combinations.each(Vector.of(0, 1, 2, 3), Combinations.EITHER));
        Outcomes.label("kind").collect(RealKind.of(value)).coverage(Combinations.each(Vector.of(RealKind.values()).remove(RealKind.NATVAL)));
    }

    @Guarantee
    @Label("an integer becomes the normal number that it is, and 0 becomes +0, whatever sign and exponent come with it")
    @Reals.Checks({INTEGER_CONVERTED, REAL_RESULT_ALONE})
    void numbers(Subject subject, @ForAll("words") FloatingValue integer) {
        FloatingValue number = RealMachine.of(subject, true).value("fcvt.xf f8=f9", integer);
        assertEquals(0, Dyadic.of(number).compareTo(new Dyadic(BigInteger.valueOf(integer.significand()), 0)), integer::toString);
        assertTrue(integer.significand() == 0 ? number.equals(FloatingValue.ZERO) : RealKind.of(number) == RealKind.NORMAL, number::toString);
        assertEquals(FloatingValue.NATVAL, RealMachine.of(subject, true).value("fcvt.xf f8=f9", FloatingValue.NATVAL));
        Outcomes.label("kind").collect(RealKind.of(integer)).coverage(Combinations.each(Vector.of(RealKind.values()).remove(RealKind.NATVAL)));
    }

    /// Integers with the sign and exponent of any value.
    @Provide
    Arbitrary<FloatingValue> words() {
        return RealCases.holding(Instructions.words());
    }

    @Provide
    Arbitrary<Long> statuses() {
        return RealCases.statuses();
    }

    /// Values of every class but NaTVal; half of them numbers near integers that just fit, or near 0, 1/2 and 1.
    @Provide
    Arbitrary<FloatingValue> convertible() {
        return Arbitraries.oneOf(RealCases.values(), RealCases.near()).filter(value -> !value.isNatVal());
    }
}
