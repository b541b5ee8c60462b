package vmmref.model.real;

import static vmmref.spec.Reals.LANES_COMPARED;
import static vmmref.spec.Reals.LANES_COMPUTED;
import static vmmref.spec.Reals.LANE_UNREFINED;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.register.FloatingValue;
import vmmref.model.word.Image;
import vmmref.spec.Clause;
import vmmref.spec.Reals;

/// The two halves of a significand as single values, and operations on each of them.
public final class Lanes {
    private static final long LOW = 0xffffffffL;
    private static final IntegerConversion SIGNED = new IntegerConversion(true, Integer.SIZE);
    private static final IntegerConversion UNSIGNED = new IntegerConversion(false, Integer.SIZE);

    private Lanes() { }

    /// One of the two halves.
    private enum Lane {
        HIGH, LOW;

        private FloatingValue of(FloatingValue register) {
            return FloatFormat.SINGLE.value(new Image(this == HIGH ? register.significand() >>> Integer.SIZE : register.significand() & Lanes.LOW, 0));
        }
    }

    /// What becomes of one lane of each operand.
    @FunctionalInterface
    private interface Operation {
        Outcome<Long> of(Lane lane);
    }

    public static Outcome<FloatingValue> multiplied(MultiplyAdd operation, FloatingValue f3, FloatingValue f4, Option<FloatingValue> f2, Environment environment) {
        return computed(List.of(f3, f4).appendAll(f2), LANES_COMPUTED, lane -> image(operation.of(lane.of(f3), lane.of(f4), f2.map(lane::of), environment)));
    }

    public static Outcome<FloatingValue> chosen(Extreme extreme, FloatingValue f2, FloatingValue f3, Environment environment) {
        return computed(List.of(f2, f3), LANES_COMPUTED, lane -> image(extreme.of(lane.of(f2), lane.of(f3), environment)));
    }

    public static Outcome<FloatingValue> converted(boolean signed, FloatingValue f2, Environment environment) {
        IntegerConversion conversion = signed ? SIGNED : UNSIGNED;
        return computed(List.of(f2), LANES_COMPUTED, lane -> conversion.of(lane.of(f2), environment).map(integer -> integer & LOW));
    }

    /// {@return ones where a relation holds, or where it does not}
    @Reals.Rule(LANES_COMPARED)
    public static Outcome<FloatingValue> compared(Relation relation, boolean complement, FloatingValue f2, FloatingValue f3, Environment environment) {
        return computed(List.of(f2, f3), LANES_COMPARED, lane -> relation.of(lane.of(f2), lane.of(f3), environment).map(holds -> holds != complement ? LOW : 0));
    }

    public static Outcome<Approximation> reciprocal(FloatingValue f2, FloatingValue f3, Environment environment) {
        return approximated(List.of(f2, f3), lane -> Reciprocal.LANE.of(lane.of(f2), lane.of(f3), environment));
    }

    public static Outcome<Approximation> root(FloatingValue f3, Environment environment) {
        return approximated(List.of(f3), lane -> ReciprocalRoot.LANE.of(lane.of(f3), environment));
    }

    /// What becomes of one lane of each operand of an approximation.
    @FunctionalInterface
    private interface Approximating {
        Outcome<Approximation> of(Lane lane);
    }

    private static Outcome<Approximation> approximated(Seq<FloatingValue> operands, Approximating operation) {
        if (operands.exists(FloatingValue::isNatVal)) return Screening.natval(operands).get().map(Approximation::delivered);
        Outcome<Approximation> high = operation.of(Lane.HIGH);
        Outcome<Approximation> low = operation.of(Lane.LOW);
        Outcome<FloatingValue> both = joined(image(high.map(Approximation::value)), image(low.map(Approximation::value)), high.because() == LANE_UNREFINED || low.because() == LANE_UNREFINED ? LANE_UNREFINED : LANES_COMPUTED);
        return both.map(value -> new Approximation(value, isRefinable(high) && isRefinable(low)));
    }

    private static boolean isRefinable(Outcome<Approximation> lane) {
        return lane instanceof Outcome.Delivered<Approximation> delivered && delivered.value().refinable();
    }

    private static Outcome<FloatingValue> computed(Seq<FloatingValue> operands, Clause because, Operation operation) {
        return Screening.natval(operands).getOrElse(() -> joined(operation.of(Lane.HIGH), operation.of(Lane.LOW), because));
    }

    private static Outcome<Long> image(Outcome<FloatingValue> outcome) {
        return outcome.map(value -> FloatFormat.SINGLE.image(value).low());
    }

    /// {@return what comes of two lanes: a fault if one of them faults}
    @Reals.Rule(LANES_COMPUTED)
    static Outcome<FloatingValue> joined(Outcome<Long> high, Outcome<Long> low, Clause because) {
        if (high instanceof Outcome.Delivered<Long> first && low instanceof Outcome.Delivered<Long> second) {
            return new Outcome.Delivered<>(FloatingValue.integer(first.value() << Integer.SIZE | second.value()), first.told().appendAll(second.told()).distinct(),
                TrapCode.of(first.trap(), second.trap()), because);
        }
        return new Outcome.Faulted<>(FaultCode.of(code(high), code(low)), high instanceof Outcome.Faulted<Long> first ? first.raised() : ((Outcome.Faulted<Long>) low).raised());
    }

    private static FaultCode code(Outcome<Long> lane) {
        return lane instanceof Outcome.Faulted<Long> faulted ? faulted.code() : FaultCode.NONE;
    }
}
