package vmmref.model.real;

import static vmmref.spec.Reals.COMPARISON_INVALID;
import static vmmref.spec.Reals.EXTREME_CHOSEN;
import static vmmref.spec.Reals.OPERAND_INVALID;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// Operations that deliver one of their two operands.
public enum Extreme {
    /// The lesser.
    MINIMUM,
    /// The greater.
    MAXIMUM,
    /// That of lesser magnitude.
    LEAST_MAGNITUDE,
    /// That of greater magnitude.
    GREATEST_MAGNITUDE;

    /// {@return what the operation delivers}
    public Outcome<FloatingValue> of(FloatingValue f2, FloatingValue f3, Environment environment) {
        Seq<FloatingValue> operands = List.of(f2, f3);
        return Screening.natval(operands).getOrElse(() -> {
            if (Screening.isInvalid(operands)) return Screening.invalid(environment, OPERAND_INVALID, f3, EXTREME_CHOSEN);
            if (isInvalid(operands)) return Screening.invalid(environment, COMPARISON_INVALID, f3, EXTREME_CHOSEN);
            Seq<Told> told = Screening.unnormal(operands);
            return Screening.<FloatingValue>denormal(told, environment).getOrElse(() -> new Outcome.Delivered<>(isFirst(f2, f3) ? f2 : f3, told, TrapCode.NONE, EXTREME_CHOSEN));
        });
    }

    /// {@return whether one of the values is a NaN, even a quiet one}
    static boolean isInvalid(Seq<FloatingValue> operands) {
        return operands.exists(each -> ValueClass.of(each).isNaN());
    }

    @Reals.Rule(EXTREME_CHOSEN)
    boolean isFirst(FloatingValue f2, FloatingValue f3) {
        return switch (this) {
            case MINIMUM            -> Line.order(f2, f3) < 0;
            case MAXIMUM            -> Line.order(f2, f3) > 0;
            case LEAST_MAGNITUDE    -> Line.orderOfMagnitudes(f2, f3) < 0;
            case GREATEST_MAGNITUDE -> Line.orderOfMagnitudes(f2, f3) > 0;
        };
    }
}
