package vmmref.model.real;

import static vmmref.spec.Reals.COMPARISON_INVALID;
import static vmmref.spec.Reals.NUMBERS_COMPARED;
import static vmmref.spec.Reals.OPERAND_INVALID;
import static vmmref.spec.Reals.VALUES_UNORDERED;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// What a comparison asks of two values.
public enum Relation {
    EQUAL, LESS, LESS_OR_EQUAL, UNORDERED;

    /// {@return whether the relation holds between two values that are things}
    public Outcome<Boolean> of(FloatingValue f2, FloatingValue f3, Environment environment) {
        Seq<FloatingValue> operands = List.of(f2, f3);
        boolean ordered = operands.forAll(each -> ValueClass.of(each).isOrdered());
        if (Screening.isInvalid(operands)) return Screening.invalid(environment, OPERAND_INVALID, unordered(), VALUES_UNORDERED);
        if (!ordered) return isInvalid() ? Screening.invalid(environment, COMPARISON_INVALID, unordered(), VALUES_UNORDERED) : Outcome.of(unordered(), VALUES_UNORDERED);
        Seq<Told> told = Screening.unnormal(operands);
        return Screening.<Boolean>denormal(told, environment).getOrElse(() -> new Outcome.Delivered<>(holds(Line.order(f2, f3)), told, TrapCode.NONE, NUMBERS_COMPARED));
    }

    /// {@return whether the relation holds where one value is a NaN or no value}
    @Reals.Rule(VALUES_UNORDERED)
    boolean unordered() {
        return this == UNORDERED;
    }

    /// {@return whether it is invalid to ask it of a NaN, even a quiet one}
    @Reals.Rule(COMPARISON_INVALID)
    boolean isInvalid() {
        return this == LESS || this == LESS_OR_EQUAL;
    }

    @Reals.Rule(NUMBERS_COMPARED)
    boolean holds(int order) {
        return switch (this) {
            case EQUAL         -> order == 0;
            case LESS          -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case UNORDERED     -> false;
        };
    }
}
