package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.properties.guarantee.RealKind.DENORMAL;
import static vmmref.properties.guarantee.RealKind.INFINITE;
import static vmmref.properties.guarantee.RealKind.NATVAL;
import static vmmref.properties.guarantee.RealKind.PSEUDO_DENORMAL;
import static vmmref.properties.guarantee.RealKind.PSEUDO_ZERO;
import static vmmref.properties.guarantee.RealKind.QUIET;
import static vmmref.properties.guarantee.RealKind.SIGNALLING;
import static vmmref.properties.guarantee.RealKind.UNNORMAL;
import static vmmref.properties.guarantee.RealKind.UNSUPPORTED;
import static vmmref.spec.Reals.ASSISTANCE_REQUESTED;
import static vmmref.spec.Reals.DIVISION_BY_ZERO;
import static vmmref.spec.Reals.LANE_UNREFINED;
import static vmmref.spec.Reals.QUOTIENT_DELIVERED;
import static vmmref.spec.Reals.RECIPROCAL_APPROXIMATED;
import static vmmref.spec.Reals.ROOT_APPROXIMATED;
import static vmmref.spec.Reals.ROOT_DELIVERED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.real.Approximation;
import vmmref.model.real.Completer;
import vmmref.model.real.Environment;
import vmmref.model.real.FloatingStatus;
import vmmref.model.real.Outcome;
import vmmref.model.real.Reciprocal;
import vmmref.model.real.ReciprocalRoot;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of the beginnings of divisions and of square roots.
class RealApproximationGuarantees {
    /// A numerator and a denominator.
    record Pair(FloatingValue numerator, FloatingValue denominator) { }

    private static Environment environment(boolean enabled) {
        return Environment.of(new FloatingStatus((enabled ? 0 : 0x3f) | 3L << 8), 0, Completer.NONE);
    }

    private static boolean is(FloatingValue value, RealKind... kinds) {
        return RealKind.of(value).isOneOf(kinds);
    }

    private static boolean isZero(FloatingValue value) {
        return is(value, RealKind.ZERO, PSEUDO_ZERO);
    }

    @Guarantee
    @Label("a quotient that needs no computing is delivered; what software could not refine is left to it; anything else is approximated by the table")
    @Reals.Checks({DIVISION_BY_ZERO, QUOTIENT_DELIVERED, ASSISTANCE_REQUESTED})
    void quotients(Subject subject, @ForAll("pairs") Pair pair, @ForAll boolean enabled) {
        FloatingValue f2 = pair.numerator();
        FloatingValue f3 = pair.denominator();
        Outcome<Approximation> outcome = observed(Reciprocal.REGISTER.of(f2, f3, environment(enabled)));
        RealAnswer<Approximation> answer = RealMachine.of(subject, enabled).approximated("frcpa.s0 f8,p6=f9,f10", f2, f3);
        boolean denormal = is(f2, DENORMAL, PSEUDO_DENORMAL, UNNORMAL, PSEUDO_ZERO) || is(f3, DENORMAL, PSEUDO_DENORMAL, UNNORMAL, PSEUDO_ZERO);
        boolean negative = f2.sign() != f3.sign();
        RealAnswer<Approximation> expected = is(f2, INFINITE) && is(f3, INFINITE) || isZero(f2) && isZero(f3) ? told(1, enabled, RealCases.typed("1:1ffff:c000000000000000"))
            : isZero(f3) && !is(f2, INFINITE) ? told(4, enabled, new FloatingValue(negative, 0x1ffff, Long.MIN_VALUE))
            : is(f2, INFINITE) ? told(denormal ? 2 : 0, enabled, new FloatingValue(negative, 0x1ffff, Long.MIN_VALUE))
            : isZero(f2) || is(f3, INFINITE) ? told(denormal ? 2 : 0, enabled, new FloatingValue(negative, 0, 0))
            : isRefinable(Dyadic.of(f2).log(), Dyadic.of(f3).log()) ? denormal && enabled ? RealAnswer.fault(2) : RealAnswer.of(new Approximation(entry(f3), true), denormal ? 2 : 0)
            : RealAnswer.fault(8);
        assertEquals(expected, answer, pair::toString);
        Outcomes.label("because").collect(RealAnswer.cause(outcome)).coverage(checker ->
            Vector.of(DIVISION_BY_ZERO, QUOTIENT_DELIVERED, ASSISTANCE_REQUESTED, RECIPROCAL_APPROXIMATED).forEach(each -> checker.check(each).count(count -> count > 10)));
    }

    private static RealAnswer<Approximation> told(int flag, boolean enabled, FloatingValue otherwise) {
        return enabled && flag != 0 ? RealAnswer.fault(flag) : RealAnswer.of(new Approximation(otherwise, false), flag);
    }

    /// The limits as they are published, with the least exponent -65534, the greatest 65535 and 64 bits of precision.
    private static boolean isRefinable(int a, int b) {
        return !(b <= -65534 - 1 || b >= 65535 - 2 || a - b >= 65535 || a - b <= -65534 + 1 || a <= -65534 + 64 - 1);
    }

    /// {@return 1 by a value, by the table}
    private static FloatingValue entry(FloatingValue value) {
        Dyadic number = Dyadic.of(value);
        long digits = number.absolute().units().shiftLeft(64).shiftRight(number.units().abs().bitLength()).longValue();
        return new FloatingValue(value.sign(), 0xfffe - number.log(), (long) ReciprocalTables.OF_RECIPROCALS.get((int) (digits >>> 55 & 0xff)) << 53);
    }

    @Guarantee
    @Label("a reciprocal is in the table, and its relative error is less than 2^-8.886")
    @Reals.Checks(RECIPROCAL_APPROXIMATED)
    void reciprocals(Subject subject, @ForAll("ordinary") FloatingValue value) {
        Approximation approximation = RealMachine.of(subject, false).approximated("frcpa.s0 f8,p6=f9,f10", FloatingValue.ONE, value).value().get();
        assertEquals(new Approximation(entry(value), true), approximation);
        assertTrue(isNear(Dyadic.of(approximation.value()).times(Dyadic.of(value))), value::toString);
    }

    /// {@return whether a number is so near to 1 that 1 less it is less than 2^-8.886, which is 0.002113…}
    private static boolean isNear(Dyadic one) {
        Dyadic error = one.minus(new Dyadic(BigInteger.ONE, 0)).absolute();
        return error.times(new Dyadic(BigInteger.valueOf(1_000_000), 0)).compareTo(new Dyadic(BigInteger.valueOf(2114), 0)) < 0;
    }

    private static Approximation approximated(Outcome<Approximation> outcome) {
        return ((Outcome.Delivered<Approximation>) outcome).value();
    }

    @Guarantee
    @Label("1 by a root is in the table, and its square is near 1 by the value; zero, infinity and what is below zero are no matter of tables")
    @Reals.Checks({ROOT_APPROXIMATED, ROOT_DELIVERED, ASSISTANCE_REQUESTED})
    void roots(Subject subject, @ForAll("values") FloatingValue value, @ForAll boolean enabled) {
        Outcome<Approximation> outcome = observed(ReciprocalRoot.REGISTER.of(value, environment(enabled)));
        int denormal = is(value, DENORMAL, PSEUDO_DENORMAL, UNNORMAL, PSEUDO_ZERO) ? 2 : 0;
        RealAnswer<Approximation> expected = isZero(value) ? told(denormal, enabled, new FloatingValue(value.sign(), 0, 0))
            : value.sign() ? told(1, enabled, RealCases.typed("1:1ffff:c000000000000000"))
            : is(value, INFINITE) ? RealAnswer.of(new Approximation(value, false), 0)
            : Dyadic.of(value).log() <= -65534 + 64 - 1 ? RealAnswer.fault(8)
            : enabled && denormal != 0 ? RealAnswer.fault(2) : RealAnswer.of(new Approximation(root(value), true), denormal);
        assertEquals(expected, RealMachine.of(subject, enabled).approximated("frsqrta.s0 f8,p6=f9", value), value::toString);
        assertEquals(expected, RealAnswer.of(outcome), value::toString);
        if (outcome instanceof Outcome.Delivered<Approximation> delivered && delivered.value().refinable()) {
            Dyadic root = Dyadic.of(delivered.value().value());
            assertTrue(root.times(root).times(Dyadic.of(value)).minus(new Dyadic(BigInteger.ONE, 0)).absolute().compareTo(new Dyadic(BigInteger.valueOf(9), -11)) < 0, value::toString);
        }
        Outcomes.label("because").collect(RealAnswer.cause(outcome)).coverage(checker -> Vector.of(ROOT_APPROXIMATED, ROOT_DELIVERED, ASSISTANCE_REQUESTED).forEach(each -> checker.check(each).count(count -> count > 5)));
    }

    private static FloatingValue root(FloatingValue value) {
        Dyadic number = Dyadic.of(value);
        long digits = number.units().shiftLeft(64).shiftRight(number.units().bitLength()).longValue();
        int row = (int) (digits >>> 56 & 0x7f) + (Math.floorMod(number.log(), 2) == 0 ? 128 : 0);
        return new FloatingValue(false, 0xfffe - Math.floorDiv(number.log(), 2), (long) ReciprocalTables.OF_ROOTS.get(row) << 53);
    }

    @Guarantee
    @Label("lanes are approximated as registers are, but where software could not refine them they say so")
    @Reals.Checks({LANE_UNREFINED, RECIPROCAL_APPROXIMATED, ROOT_APPROXIMATED, ROOT_DELIVERED})
    void lanes(Subject subject, @ForAll("singles") Pair pair) {
        FloatingValue f2 = pair.numerator();
        FloatingValue f3 = pair.denominator();
        Approximation reciprocal = approximated(observed(Reciprocal.LANE.of(f2, f3, environment(false))));
        int a = Dyadic.of(f2).log();
        int b = Dyadic.of(f3).log();
        FloatingValue expected = b <= -126 - 1 ? new FloatingValue(f3.sign(), 0x1ffff, Long.MIN_VALUE) : b >= 127 - 2 ? new FloatingValue(f3.sign(), 0, 0) : entry(f3);
        boolean refinable = !(b <= -126 - 1 || b >= 127 - 2 || a - b >= 127 || a - b <= -126 + 1 || a <= -126 + 24 - 1);
        assertEquals(new Approximation(expected, refinable), reciprocal, pair::toString);
        assertEquals(new Approximation(twice(expected), refinable), RealMachine.of(subject, false).approximated("fprcpa.s0 f8,p6=f9,f10", twice(f2), twice(f3)).value().get(), pair::toString);
        FloatingValue positive = new FloatingValue(false, f3.exponent(), f3.significand());
        assertEquals(new Approximation(root(positive), b > -126 + 24 - 1), approximated(observed(ReciprocalRoot.LANE.of(positive, environment(false)))));
        assertEquals(new FloatingValue(f3.sign(), 0x1ffff, Long.MIN_VALUE), approximated(observed(ReciprocalRoot.LANE.of(new FloatingValue(f3.sign(), 0, 0), environment(false)))).value());
        assertEquals(FloatingValue.ZERO, approximated(ReciprocalRoot.LANE.of(RealCases.typed("0:1ffff:8000000000000000"), environment(false))).value());
        Outcomes.label("refinable").collect(refinable).coverage(Combinations.each(Combinations.EITHER));
    }

    /// {@return two lanes of one single value}
    private static FloatingValue twice(FloatingValue value) {
        int exponent = value.significand() >= 0 ? 0 : value.exponent() == 0x1ffff ? 0xff : value.exponent() - 0xff80;
        String word = "%08x".formatted((value.sign() ? 1 << 31 : 0) | exponent << 23 | (int) (value.significand() >>> 40) & 0x7fffff);
        return RealCases.typed("0:1003e:" + word + word);
    }

    private static boolean isNumber(FloatingValue value) {
        return !is(value, NATVAL, UNSUPPORTED, SIGNALLING, QUIET);
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Combinators.combine(values(), values()).as(Pair::new);
    }

    /// Everything but NaTVal, NaNs and what is unsupported.
    @Provide
    Arbitrary<FloatingValue> values() {
        return RealCases.values().filter(RealApproximationGuarantees::isNumber);
    }

    /// Numbers that are far from the ends of the range.
    @Provide
    Arbitrary<FloatingValue> ordinary() {
        return RealCases.values().map(value -> new FloatingValue(value.sign(), 0x8000 + (value.exponent() & 0x7fff), value.significand() | Long.MIN_VALUE));
    }

    /// Pairs of single numbers other than zero.
    @Provide
    Arbitrary<Pair> singles() {
        Arbitrary<FloatingValue> single = RealCases.words(23, 8).map(Long::intValue).map(Float::intBitsToFloat).filter(number -> Float.isFinite(number) && number != 0).map(RealApproximationGuarantees::register);
        return Combinators.combine(single, single).as(Pair::new);
    }

    private static FloatingValue register(float number) {
        int bits = Float.floatToRawIntBits(number);
        Seq<Integer> fields = Vector.of(bits >>> 23 & 0xff, bits & 0x7fffff);
        return fields.head() == 0 ? new FloatingValue(bits < 0, 0xff81, (long) fields.last() << 40) : new FloatingValue(bits < 0, fields.head() + 0xff80, (long) fields.last() << 40 | Long.MIN_VALUE);
    }
}
