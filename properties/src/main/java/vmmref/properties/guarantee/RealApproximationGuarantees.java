package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Reals.ASSISTANCE_REQUESTED;
import static vmmref.spec.Reals.DIVISION_BY_ZERO;
import static vmmref.spec.Reals.FAULT_TOLD;
import static vmmref.spec.Reals.LANES_COMPUTED;
import static vmmref.spec.Reals.LANE_UNREFINED;
import static vmmref.spec.Reals.NAN_PROPAGATED;
import static vmmref.spec.Reals.NATVAL_PROPAGATED;
import static vmmref.spec.Reals.QUOTIENT_DELIVERED;
import static vmmref.spec.Reals.REAL_RESULT_ALONE;
import static vmmref.spec.Reals.RECIPROCAL_APPROXIMATED;
import static vmmref.spec.Reals.ROOT_APPROXIMATED;
import static vmmref.spec.Reals.ROOT_DELIVERED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.real.Approximation;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCases;
import vmmref.properties.arbitrary.RealQuotient;
import vmmref.properties.arbitrary.RealQuotient.Limit;
import vmmref.properties.arbitrary.RealQuotients;
import vmmref.properties.arbitrary.RealSingles;
import vmmref.spec.Reals;

/// What holds of the beginnings of divisions and of square roots.
class RealApproximationGuarantees {
    private static final Dyadic ONE = new Dyadic(BigInteger.ONE, 0);

    @Guarantee
    @Label("a quotient that needs no computing is delivered; what software could not refine is left to it; anything else is approximated by the table")
    @Reals.Checks({DIVISION_BY_ZERO, QUOTIENT_DELIVERED, ASSISTANCE_REQUESTED, RECIPROCAL_APPROXIMATED, NATVAL_PROPAGATED, NAN_PROPAGATED, FAULT_TOLD, REAL_RESULT_ALONE})
    void quotients(Subject subject, @ForAll("pairs") RealQuotient quotient, @ForAll boolean enabled, @ForAll @IntRange(max = 3) int field) {
        RealAnswer<Approximation> expected = new RealApproximations(enabled ? 0x3f : 0).quotient(quotient.f2(), quotient.f3());
        assertEquals(expected, RealMachine.of(subject, enabled, field).approximated("frcpa.s%d f8,p6=f9,f10".formatted(field), quotient.f2(), quotient.f3()), quotient::toString);
        Outcomes.label("comes").collect(enabled, expected.fault(), expected.flags(), expected.value().exists(Approximation::refinable)).coverage(checker -> {
            Vector.of(1, 2, 4, 8).forEach(fault -> checker.check(true, fault, 0, false).count(count -> count > 0));
            Vector.of(0, 1, 2, 4).forEach(flags -> checker.check(false, 0, flags, false).count(count -> count > 0));
            Vector.of(0, 2).forEach(flags -> checker.check(false, 0, flags, true).count(count -> count > 0));
        });
        Outcomes.label("limit").collect(quotient.limit(), quotient.outside()).coverage(Combinations.each(Vector.of(Limit.values()).remove(Limit.NONE), Combinations.EITHER));
        if (quotient.limit() != Limit.NONE) assertEquals(quotient.outside(), expected.fault() == 8, quotient::toString);
    }

    @Guarantee
    @Label("a reciprocal is in the table, and its relative error is less than 2^-8.886")
    @Reals.Checks({RECIPROCAL_APPROXIMATED, REAL_RESULT_ALONE})
    void reciprocals(Subject subject, @ForAll("ordinary") FloatingValue value) {
        Approximation approximation = RealMachine.of(subject, false).approximated("frcpa.s0 f8,p6=f9,f10", FloatingValue.ONE, value).value().get();
        assertEquals(new Approximation(RealApproximations.reciprocal(value), true), approximation);
        assertTrue(isNear(Dyadic.of(approximation.value()).times(Dyadic.of(value))), value::toString);
    }

    /// {@return whether a number is so near to 1 that 1 less it is less than 2^-8.886, which is 0.002113…}
    private static boolean isNear(Dyadic number) {
        return number.minus(ONE).absolute().times(new Dyadic(BigInteger.valueOf(1_000_000), 0)).compareTo(new Dyadic(BigInteger.valueOf(2114), 0)) < 0;
    }

    @Guarantee
    @Label("1 by a root is in the table, and its square is near 1 by the value; zero, infinity and what is below zero are no matter of tables")
    @Reals.Checks({ROOT_APPROXIMATED, ROOT_DELIVERED, ASSISTANCE_REQUESTED, NATVAL_PROPAGATED, NAN_PROPAGATED, FAULT_TOLD, REAL_RESULT_ALONE})
    void roots(Subject subject, @ForAll("radicands") FloatingValue value, @ForAll boolean enabled, @ForAll @IntRange(max = 3) int field) {
        RealAnswer<Approximation> expected = new RealApproximations(enabled ? 0x3f : 0).root(value);
        RealAnswer<Approximation> answer = RealMachine.of(subject, enabled, field).approximated("frsqrta.s%d f8,p6=f9".formatted(field), value);
        assertEquals(expected, answer, value::toString);
        answer.value().filter(Approximation::refinable).map(approximation -> Dyadic.of(approximation.value())).forEach(root ->
            assertTrue(root.times(root).times(Dyadic.of(value)).minus(ONE).absolute().compareTo(new Dyadic(BigInteger.valueOf(9), -11)) < 0, value::toString));
        Outcomes.label("comes").collect(enabled, expected.fault(), expected.flags(), expected.value().exists(Approximation::refinable)).coverage(checker -> {
            Vector.of(1, 2, 8).forEach(fault -> checker.check(true, fault, 0, false).count(count -> count > 0));
            Vector.of(0, 1, 2).forEach(flags -> checker.check(false, 0, flags, false).count(count -> count > 0));
            Vector.of(0, 2).forEach(flags -> checker.check(false, 0, flags, true).count(count -> count > 0));
        });
        Outcomes.label("exponent").collect(near(value, -65470)).coverage(Combinations.each(SIDES));
    }

    private static final Seq<String> SIDES = Vector.of("below", "at");

    /// {@return at which side of a limit the exponent of a number is, or that it is at none}
    private static String near(FloatingValue value, int limit) {
        int order = Dyadic.of(value).log();
        return order == limit ? "at" : order == limit - 1 ? "below" : "elsewhere";
    }

    @Guarantee
    @Label("lanes are approximated each for itself, but where software could not refine them they say so, and p2 is 1 if both are to be refined")
    @Reals.Checks({LANE_UNREFINED, LANES_COMPUTED, RECIPROCAL_APPROXIMATED, NATVAL_PROPAGATED, FAULT_TOLD, REAL_RESULT_ALONE})
    void lanes(Subject subject, @ForAll("laneQuotients") RealQuotient high, @ForAll("laneQuotients") RealQuotient low, @ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field) {
        RealMachine machine = new RealMachine(subject, status, field);
        RealApproximations lane = new RealApproximations(RealOracle.of(status, field, "p").enabled());
        RealAnswer<Approximation> left = lane.laneQuotient(high.f2(), high.f3());
        RealAnswer<Approximation> right = lane.laneQuotient(low.f2(), low.f3());
        FloatingValue f2 = pair(high.f2(), low.f2());
        FloatingValue f3 = pair(high.f3(), low.f3());
        String text = "fprcpa.s%d f8,p6=f9,f10".formatted(field);
        RealAnswer<Approximation> answer = machine.approximated(text, f2, f3);
        assertEquals(joined(left, right), answer, () -> high + " " + low);
        if (answer.value().isDefined() && (refinable(left) || refinable(right))) observed(answer, RECIPROCAL_APPROXIMATED);
        RealAnswer<Approximation> nothing = RealAnswer.of(new Approximation(FloatingValue.NATVAL, false), 0);
        assertEquals(nothing, machine.approximated(text, FloatingValue.NATVAL, f3));
        assertEquals(nothing, machine.approximated(text, f2, FloatingValue.NATVAL));
        for (RealQuotient each : Vector.of(high, low)) {
            Outcomes.label("limit").collect(each.limit(), each.outside());
            if (each.limit() != Limit.NONE) assertEquals(!each.outside(), new RealApproximations(0).laneQuotient(each.f2(), each.f3()).value().get().refinable(), each::toString);
        }
        Outcomes.label("limit").coverage(Combinations.each(Vector.of(Limit.values()).remove(Limit.NONE), Combinations.EITHER));
        Outcomes.label("refinable").collect(refinable(left), refinable(right)).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
        Outcomes.label("fault").collect(left.fault() != 0, right.fault() != 0).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
    }

    @Guarantee
    @Label("roots of lanes are approximated each for itself, but where software could not refine them they say so, and p2 is 1 if both are to be refined")
    @Reals.Checks({LANE_UNREFINED, LANES_COMPUTED, ROOT_APPROXIMATED, ROOT_DELIVERED, NATVAL_PROPAGATED, FAULT_TOLD, REAL_RESULT_ALONE})
    void laneRoots(Subject subject, @ForAll("laneRadicands") FloatingValue high, @ForAll("laneRadicands") FloatingValue low, @ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field) {
        RealMachine machine = new RealMachine(subject, status, field);
        RealApproximations lane = new RealApproximations(RealOracle.of(status, field, "p").enabled());
        RealAnswer<Approximation> left = lane.laneRoot(high);
        RealAnswer<Approximation> right = lane.laneRoot(low);
        String text = "fprsqrta.s%d f8,p6=f9".formatted(field);
        RealAnswer<Approximation> answer = machine.approximated(text, pair(high, low));
        assertEquals(joined(left, right), answer, () -> high + " " + low);
        if (answer.value().isDefined() && (refinable(left) || refinable(right))) observed(answer, ROOT_APPROXIMATED);
        if (answer.value().isDefined() && (RealKind.of(high).isOneOf(RealKind.ZERO, RealKind.INFINITE) || RealKind.of(low).isOneOf(RealKind.ZERO, RealKind.INFINITE))) observed(answer, ROOT_DELIVERED);
        assertEquals(RealAnswer.of(new Approximation(FloatingValue.NATVAL, false), 0), machine.approximated(text, FloatingValue.NATVAL));
        Outcomes.label("exponents").collect(near(high, -102), near(low, -102)).coverage(Combinations.each(SIDES, SIDES));
        Outcomes.label("refinable").collect(refinable(left), refinable(right)).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
        Outcomes.label("fault").collect(left.fault() != 0, right.fault() != 0).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
    }

    private static boolean refinable(RealAnswer<Approximation> lane) {
        return lane.value().exists(Approximation::refinable);
    }

    private static RealAnswer<Approximation> joined(RealAnswer<Approximation> high, RealAnswer<Approximation> low) {
        return RealAnswer.joined(word(high), word(low)).map(value -> new Approximation(value, refinable(high) && refinable(low)));
    }

    private static RealAnswer<Integer> word(RealAnswer<Approximation> lane) {
        return lane.map(approximation -> RealSingles.word(approximation.value()));
    }

    private static FloatingValue pair(FloatingValue high, FloatingValue low) {
        return RealSingles.pair(RealSingles.word(high), RealSingles.word(low));
    }

    @Provide
    Arbitrary<RealQuotient> pairs() {
        return RealQuotients.registers();
    }

    @Provide
    Arbitrary<RealQuotient> laneQuotients() {
        return RealQuotients.lanes();
    }

    @Provide
    Arbitrary<FloatingValue> radicands() {
        return RealQuotients.radicands();
    }

    @Provide
    Arbitrary<FloatingValue> laneRadicands() {
        return RealQuotients.laneRadicands();
    }

    /// In half of the cases no exception is disabled by its own bit.
    @Provide
    Arbitrary<Long> statuses() {
        return Arbitraries.oneOf(RealCases.statuses(), RealCases.statuses().map(status -> status & ~0x3fL));
    }

    /// Numbers that are far from the ends of the range.
    @Provide
    Arbitrary<FloatingValue> ordinary() {
        return RealCases.values().map(value -> new FloatingValue(value.sign(), 0x8000 + (value.exponent() & 0x7fff), value.significand() | Long.MIN_VALUE));
    }
}
