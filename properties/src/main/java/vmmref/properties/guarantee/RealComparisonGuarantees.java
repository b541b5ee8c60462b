package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.RealKind.DENORMAL;
import static vmmref.properties.guarantee.RealKind.INFINITE;
import static vmmref.properties.guarantee.RealKind.NATVAL;
import static vmmref.properties.guarantee.RealKind.PSEUDO_DENORMAL;
import static vmmref.properties.guarantee.RealKind.PSEUDO_ZERO;
import static vmmref.properties.guarantee.RealKind.QUIET;
import static vmmref.properties.guarantee.RealKind.SIGNALLING;
import static vmmref.properties.guarantee.RealKind.UNNORMAL;
import static vmmref.spec.Reals.CLASS_TESTED;
import static vmmref.spec.Reals.COMPARISON_INVALID;
import static vmmref.spec.Reals.EXTREME_CHOSEN;
import static vmmref.spec.Reals.NUMBERS_COMPARED;
import static vmmref.spec.Reals.REAL_RESULT_ALONE;
import static vmmref.spec.Reals.VALUES_UNORDERED;
import static vmmref.spec.Reals.VALUE_CLASSIFIED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of comparisons, minima and maxima, and questions for classes.
class RealComparisonGuarantees {
    /// Two values; in a part of the cases one number that is written in two ways, or with two signs, and in an eighth a quiet NaN.
    record Pair(FloatingValue first, FloatingValue second) { }

    @Guarantee
    @Label("relations hold between numbers as exact numbers, and of NaNs only that they are unordered; which of them it is invalid to ask")
    @Reals.Checks({NUMBERS_COMPARED, VALUES_UNORDERED, COMPARISON_INVALID, REAL_RESULT_ALONE})
    void relations(Subject subject, @ForAll("things") Pair pair, @ForAll("names") String relation, @ForAll boolean enabled, @ForAll @IntRange(max = 3) int field) {
        RealAnswer<Boolean> answer = RealMachine.of(subject, enabled, field).asked("fcmp.%s.s%d p6,p7=f9,f10".formatted(relation, field), pair.first(), pair.second());
        RealAnswer<Boolean> expected = RealOrders.asked(relation, pair.first(), pair.second(), enabled ? 0x3f : 0);
        assertEquals(expected, answer, () -> relation + " " + pair);
        Outcomes.label("answer").collect(relation, expected.value().getOrElse(false)).coverage(checker -> RealOrders.RELATIONS.forEach(each -> checker.check(each, true).count(count -> count > 2)));
    }

    @Guarantee
    @Label("the extreme of two values is the first where it exceeds the second, as it is written; of NaNs it is the second, and invalid")
    @Reals.Checks({EXTREME_CHOSEN, COMPARISON_INVALID, REAL_RESULT_ALONE})
    void extremes(Subject subject, @ForAll("pairs") Pair pair, @ForAll("ends") String extreme, @ForAll boolean enabled, @ForAll @IntRange(max = 3) int field) {
        RealAnswer<FloatingValue> answer = RealMachine.of(subject, enabled, field).delivered("f%s.s%d f8=f9,f10".formatted(extreme, field), pair.first(), pair.second());
        RealAnswer<FloatingValue> expected = RealOrders.extreme(extreme, pair.first(), pair.second(), enabled ? 0x3f : 0);
        assertEquals(expected, answer, () -> extreme + " " + pair);
        Outcomes.label("extreme").collect(extreme, enabled ? "enabled" : expected.value().contains(pair.first()) ? "first" : "second")
            .coverage(Combinations.each(RealOrders.EXTREMES, Vector.of("enabled", "first", "second")));
    }

    /// Which bit of the constant each kind needs.
    private static final Map<RealKind, Integer> BITS = HashMap.<RealKind, Integer>of(RealKind.ZERO, 4, PSEUDO_ZERO, 8, DENORMAL, 8, PSEUDO_DENORMAL, 8, UNNORMAL, 8, RealKind.NORMAL, 16, INFINITE, 32, SIGNALLING, 64, QUIET, 128).put(NATVAL, 256);

    @Guarantee
    @Label("a value is of the class whose bit is asked for, and numbers need that of their sign as well; what is unsupported is of none")
    @Reals.Checks({CLASS_TESTED, VALUE_CLASSIFIED, REAL_RESULT_ALONE})
    void classes(Subject subject, @ForAll("values") FloatingValue value, @ForAll @IntRange(max = 0x1ff) int classes) {
        RealKind kind = RealKind.of(value);
        boolean signed = kind.isOneOf(SIGNALLING, QUIET, NATVAL) || (classes & (value.sign() ? 2 : 1)) != 0;
        boolean expected = signed && (classes & BITS.get(kind).getOrElse(0)) != 0;
        if (kind == NATVAL && !expected) return;
        assertEquals(RealAnswer.of(expected, 0), RealMachine.of(subject, true).asked("fclass.m p6,p7=f9,0x%x".formatted(classes), value), () -> value + " " + classes);
        Outcomes.label("kind").collect(kind).coverage(checker -> BITS.keySet().forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<FloatingValue> values() {
        return RealCases.values();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(RealOrders.RELATIONS.asJava());
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of(RealOrders.EXTREMES.asJava());
    }

    @Provide
    Arbitrary<Pair> things() {
        return pairs().filter(pair -> !pair.first().isNatVal() && !pair.second().isNatVal());
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Combinators.combine(RealCases.values(), RealCases.values(), Arbitraries.integers().between(0, 7)).as((first, other, how) -> new Pair(first, switch (how) {
            case 0  -> first;
            case 1  -> new FloatingValue(!first.sign(), first.exponent(), first.significand());
            case 2  -> new FloatingValue(first.sign(), Math.min(first.exponent() + 1, 0x1ffff), first.significand() >>> 1);
            case 3  -> new FloatingValue(first.sign(), first.exponent(), first.significand() + 1);
            case 4  -> new FloatingValue(other.sign(), 0x1ffff, other.significand() | 3L << 62);
            default -> other;
        }));
    }
}
