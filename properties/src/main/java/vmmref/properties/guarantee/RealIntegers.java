package vmmref.properties.guarantee;

import static vmmref.properties.guarantee.RealKind.INFINITE;
import static vmmref.properties.guarantee.RealKind.QUIET;
import static vmmref.properties.guarantee.RealKind.SIGNALLING;
import static vmmref.properties.guarantee.RealKind.UNSUPPORTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import vmmref.model.register.FloatingValue;

/// Integers that numbers become as `BigDecimal` rounds them.
///
/// @param signed  whether they have a sign
/// @param width   how many bits they have
/// @param mode    the code of the rounding
/// @param enabled exceptions, as FPSR numbers them
record RealIntegers(boolean signed, int width, int mode, int enabled) {
    private static final Seq<RoundingMode> MODES = Vector.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING, RoundingMode.DOWN);

    /// {@return what a value becomes that is a thing}
    RealAnswer<Long> of(FloatingValue value) {
        RealKind kind = RealKind.of(value);
        RealAnswer<Long> invalid = RealAnswer.told(1, enabled, Long.MIN_VALUE >> 64 - width);
        if (kind.isOneOf(UNSUPPORTED, SIGNALLING, QUIET, INFINITE)) return invalid;
        BigDecimal exact = decimal(Dyadic.of(value));
        BigInteger integer = exact.setScale(0, MODES.get(mode)).toBigIntegerExact();
        BigInteger end = BigInteger.TWO.pow(signed ? width - 1 : width);
        if (integer.compareTo(end) >= 0 || integer.compareTo(signed ? end.negate() : BigInteger.ZERO) < 0) return invalid;
        int flags = RealKind.denormal(Vector.of(kind));
        if ((flags & enabled) != 0) return RealAnswer.fault(2);
        int order = new BigDecimal(integer).abs().compareTo(exact.abs());
        int trap = order == 0 || (enabled & 32) == 0 ? 0 : order > 0 ? 0xc0 : 0x40;
        return new RealAnswer<>(Option.some(integer.longValue()), flags | (order == 0 ? 0 : 32), 0, trap);
    }

    /// {@return a number as a decimal one; far from integers that fit, another one that becomes the same}
    private static BigDecimal decimal(Dyadic number) {
        if (number.signum() == 0) return BigDecimal.ZERO;
        int power = number.log() > 70 ? 70 : number.log() < -70 ? -140 : number.power();
        BigDecimal units = new BigDecimal(number.log() > 70 || number.log() < -70 ? BigInteger.valueOf(number.signum()) : number.units());
        return power >= 0 ? units.multiply(new BigDecimal(BigInteger.TWO.pow(power))) : units.divide(new BigDecimal(BigInteger.TWO.pow(-power)));
    }
}
