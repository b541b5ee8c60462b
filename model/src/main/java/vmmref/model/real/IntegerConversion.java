package vmmref.model.real;

import static vmmref.spec.Reals.INTEGER_CONVERTED;
import static vmmref.spec.Reals.INTEGER_INDEFINITE;
import static vmmref.spec.Reals.INTEGER_ROUNDED;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigInteger;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// Conversions between numbers and integers.
///
/// @param signed whether the integer has a sign
/// @param width  how many bits it has
public record IntegerConversion(boolean signed, int width) {
    private static final int INTEGER = 0x1003e;

    /// {@return the integer that a value which is a thing becomes}
    public Outcome<Long> of(FloatingValue value, Environment environment) {
        ValueClass kind = ValueClass.of(value);
        if (!kind.isOrdered() || kind == ValueClass.INFINITY) return indefinite(environment);
        Exact exact = Exact.of(value);
        Seq<Told> told = Screening.unnormal(List.of(value));
        if (exact.isZero()) return Screening.<Long>denormal(told, environment).getOrElse(() -> new Outcome.Delivered<>(0L, told, TrapCode.NONE, INTEGER_ROUNDED));
        return exact.order() > width ? indefinite(environment) : rounded(exact, environment, told);
    }

    @Reals.Rule(INTEGER_ROUNDED)
    Outcome<Long> rounded(Exact exact, Environment environment, Seq<Told> told) {
        Cut cut = Cut.at(exact, 0, environment.rounding());
        BigInteger integer = exact.negative() ? cut.multiple().negate() : cut.multiple();
        if (!fits(integer)) return indefinite(environment);
        TrapCode trap = TrapCode.of(false, false, cut.inexact() && environment.enables(Flag.INEXACT), cut.increased());
        return Screening.<Long>denormal(told, environment).getOrElse(() -> new Outcome.Delivered<>(integer.longValue(), told.appendAll(Rounder.inexact(cut)), trap, INTEGER_ROUNDED));
    }

    private boolean fits(BigInteger integer) {
        return signed ? integer.bitLength() < width : integer.signum() >= 0 && integer.bitLength() <= width;
    }

    /// {@return the outcome of a conversion of what is no integer that fits}
    @Reals.Rule(INTEGER_INDEFINITE)
    Outcome<Long> indefinite(Environment environment) {
        return Screening.invalid(environment, INTEGER_INDEFINITE, -1L << width - 1, INTEGER_INDEFINITE);
    }

    /// {@return the number that an integer with a sign is, which is exact in every register}
    @Reals.Rule(INTEGER_CONVERTED)
    public static Outcome<FloatingValue> number(FloatingValue value) {
        if (value.isNatVal()) return Screening.natval(List.of(value)).get();
        long magnitude = Math.abs(value.significand());
        int zeros = Long.numberOfLeadingZeros(magnitude);
        return Outcome.of(magnitude == 0 ? FloatingValue.ZERO : new FloatingValue(value.significand() < 0, INTEGER - zeros, magnitude << zeros), INTEGER_CONVERTED);
    }
}
