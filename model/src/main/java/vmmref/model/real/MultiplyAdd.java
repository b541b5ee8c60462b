package vmmref.model.real;

import static vmmref.spec.Reals.EXPONENT_ZERO_READ;
import static vmmref.spec.Reals.INFINITY_DELIVERED;
import static vmmref.spec.Reals.OPERATION_INVALID;
import static vmmref.spec.Reals.PRODUCT_ADDED;
import static vmmref.spec.Reals.PRODUCT_ALONE;
import static vmmref.spec.Reals.ZERO_SIGNED;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// Operations that multiply two numbers and add a third, with signs of their own, and round once.
public enum MultiplyAdd {
    /// f3 × f4 + f2.
    PLUS(false, false),
    /// f3 × f4 - f2.
    MINUS(false, true),
    /// -(f3 × f4) + f2.
    NEGATIVE(true, false);

    private final boolean negatesProduct;
    private final boolean negatesAddend;

    MultiplyAdd(boolean negatesProduct, boolean negatesAddend) {
        this.negatesProduct = negatesProduct;
        this.negatesAddend  = negatesAddend;
    }

    /// {@return what the operation delivers}
    ///
    /// @param f2 nothing if the operand is the register f0: then nothing is added
    public Outcome<FloatingValue> of(FloatingValue f3, FloatingValue f4, Option<FloatingValue> f2, Environment environment) {
        Seq<FloatingValue> operands = List.of(f4).appendAll(f2).append(f3);
        return Screening.arithmetic(operands, environment).getOrElse(() -> numbers(f3, f4, f2, operands, environment));
    }

    /// Operands that are numbers or infinite.
    private Outcome<FloatingValue> numbers(FloatingValue f3, FloatingValue f4, Option<FloatingValue> f2, Seq<FloatingValue> operands, Environment environment) {
        boolean product = f3.sign() ^ f4.sign() ^ negatesProduct;
        boolean infinite = isInfinite(f3) || isInfinite(f4);
        Option<Boolean> addend = f2.filter(MultiplyAdd::isInfinite).map(each -> each.sign() ^ negatesAddend);
        if (isInvalid(infinite && (isZero(f3) || isZero(f4)), infinite, product, addend)) return Screening.invalid(environment, OPERATION_INVALID);
        Seq<Told> told = Screening.unnormal(operands);
        return Screening.<FloatingValue>denormal(told, environment).getOrElse(() -> infinite ? infinity(product, told)
            : addend.map(sign -> infinity(sign, told)).getOrElse(() -> finite(f3, f4, f2, environment, told)));
    }

    private static boolean isInfinite(FloatingValue value) {
        return ValueClass.of(value) == ValueClass.INFINITY;
    }

    private static boolean isZero(FloatingValue value) {
        return ValueClass.of(value) == ValueClass.ZERO;
    }

    /// {@return whether infinity is multiplied by zero, or taken from infinity}
    @Reals.Rule(OPERATION_INVALID)
    static boolean isInvalid(boolean ofZero, boolean infinite, boolean product, Option<Boolean> addend) {
        return ofZero || infinite && addend.exists(sign -> sign != product);
    }

    @Reals.Rule(INFINITY_DELIVERED)
    static Outcome<FloatingValue> infinity(boolean negative, Seq<Told> told) {
        return new Outcome.Delivered<>(FloatingValue.infinity(negative), told, TrapCode.NONE, INFINITY_DELIVERED);
    }

    private Outcome<FloatingValue> finite(FloatingValue f3, FloatingValue f4, Option<FloatingValue> f2, Environment environment, Seq<Told> told) {
        Exact product = Exact.of(f3).times(Exact.of(f4));
        Exact signed = negatesProduct ? product.negated() : product;
        Outcome<FloatingValue> outcome = f2.map(value -> added(signed, negatesAddend ? Exact.of(value).negated() : Exact.of(value), environment, told)).getOrElse(() -> alone(signed, environment, told));
        return outcome instanceof Outcome.Delivered<FloatingValue> delivered && delivered.by() == delivered.because() && Exact.readsZeroExponent(f2.toList().prepend(f4).prepend(f3)) ? delivered.by(EXPONENT_ZERO_READ) : outcome;
    }

    @Reals.Rule(PRODUCT_ALONE)
    static Outcome<FloatingValue> alone(Exact product, Environment environment, Seq<Told> told) {
        return product.isZero() ? new Outcome.Delivered<>(FloatingValue.zero(product.negative()), told, TrapCode.NONE, PRODUCT_ALONE) : Rounder.rounded(product, environment, told, PRODUCT_ALONE);
    }

    @Reals.Rule(PRODUCT_ADDED)
    static Outcome<FloatingValue> added(Exact product, Exact addend, Environment environment, Seq<Told> told) {
        Exact sum = product.isZero() ? addend : addend.isZero() ? product : product.plus(addend);
        return sum.isZero() ? zero(product.negative(), addend.negative(), environment, told) : Rounder.rounded(sum, environment, told, PRODUCT_ADDED);
    }

    @Reals.Rule(ZERO_SIGNED)
    static Outcome<FloatingValue> zero(boolean product, boolean addend, Environment environment, Seq<Told> told) {
        boolean negative = product == addend ? product : environment.rounding() == Rounding.DOWN;
        return new Outcome.Delivered<>(FloatingValue.zero(negative), told, TrapCode.NONE, ZERO_SIGNED);
    }
}
