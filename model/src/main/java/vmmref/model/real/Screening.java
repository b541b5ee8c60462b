package vmmref.model.real;

import static vmmref.spec.Reals.DEFAULT_NAN_DELIVERED;
import static vmmref.spec.Reals.NAN_PROPAGATED;
import static vmmref.spec.Reals.NATVAL_PROPAGATED;
import static vmmref.spec.Reals.OPERAND_INVALID;
import static vmmref.spec.Reals.UNNORMAL_TOLD;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Clause;
import vmmref.spec.Reals;

/// What operands make of an operation before it computes anything.
final class Screening {
    private static final long QUIET_BIT = 1L << 62;
    /// What an invalid operation delivers that no NaN is an operand of.
    private static final FloatingValue DEFAULT_NAN = new FloatingValue(true, FloatingValue.SPECIAL, 3L << 62);

    private Screening() { }

    /// {@return what an operation delivers one of whose operands is not a thing}
    @Reals.Rule(NATVAL_PROPAGATED)
    static Option<Outcome<FloatingValue>> natval(Seq<FloatingValue> operands) {
        return Option.when(operands.exists(FloatingValue::isNatVal), () -> Outcome.of(FloatingValue.NATVAL, NATVAL_PROPAGATED));
    }

    /// {@return what arithmetic delivers one of whose operands is not a thing, no number or infinity}
    ///
    /// @param operands the first NaN among them is what is delivered
    static Option<Outcome<FloatingValue>> arithmetic(Seq<FloatingValue> operands, Environment environment) {
        return natval(operands).orElse(() -> unsupported(operands, environment)).orElse(() -> operands.find(each -> ValueClass.of(each).isNaN()).map(nan -> propagated(nan, operands, environment)));
    }

    private static Option<Outcome<FloatingValue>> unsupported(Seq<FloatingValue> operands, Environment environment) {
        return Option.when(operands.exists(each -> ValueClass.of(each) == ValueClass.UNSUPPORTED), () -> invalid(environment, OPERAND_INVALID));
    }

    private static Outcome<FloatingValue> propagated(FloatingValue nan, Seq<FloatingValue> operands, Environment environment) {
        FloatingValue quiet = quieted(nan);
        return isInvalid(operands) ? invalid(environment, OPERAND_INVALID, quiet, NAN_PROPAGATED) : Outcome.of(quiet, NAN_PROPAGATED);
    }

    @Reals.Rule(NAN_PROPAGATED)
    static FloatingValue quieted(FloatingValue nan) {
        return new FloatingValue(nan.sign(), nan.exponent(), nan.significand() | QUIET_BIT);
    }

    /// {@return whether an operand makes every operation invalid}
    @Reals.Rule(OPERAND_INVALID)
    static boolean isInvalid(Seq<FloatingValue> operands) {
        return operands.map(ValueClass::of).exists(each -> each == ValueClass.UNSUPPORTED || each == ValueClass.SIGNALLING_NAN);
    }

    /// {@return the outcome of an invalid operation that delivers no NaN of its operands}
    ///
    /// @param told the clause that says that it is invalid
    @Reals.Rule(DEFAULT_NAN_DELIVERED)
    static Outcome<FloatingValue> invalid(Environment environment, Clause told) {
        return invalid(environment, told, DEFAULT_NAN, DEFAULT_NAN_DELIVERED);
    }

    /// {@return the outcome of an invalid operation}
    ///
    /// @param otherwise what it delivers if that is disabled
    static <T> Outcome<T> invalid(Environment environment, Clause told, T otherwise, Clause because) {
        return environment.enables(Flag.INVALID) ? new Outcome.Faulted<>(FaultCode.of(Flag.INVALID), told)
            : new Outcome.Delivered<>(otherwise, List.of(new Told(Flag.INVALID, told)), TrapCode.NONE, because);
    }

    /// {@return what is told of operands that are not normal}
    @Reals.Rule(UNNORMAL_TOLD)
    static Seq<Told> unnormal(Seq<FloatingValue> operands) {
        return operands.exists(each -> ValueClass.of(each).isUnnormal()) ? List.of(new Told(Flag.DENORMAL, UNNORMAL_TOLD)) : List.empty();
    }

    /// {@return the fault that an operand which is not normal is, if any}
    ///
    /// @param told of the operands
    static <T> Option<Outcome<T>> denormal(Seq<Told> told, Environment environment) {
        return Option.when(!told.isEmpty() && environment.enables(Flag.DENORMAL), () -> new Outcome.Faulted<>(FaultCode.of(Flag.DENORMAL), UNNORMAL_TOLD));
    }
}
