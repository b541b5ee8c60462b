package vmmref.model.real;

import static vmmref.spec.Reals.EXPONENT_ZERO_READ;

import io.vavr.collection.Seq;
import java.math.BigInteger;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// An exact number, or a zero with a sign: the magnitude times a power of two.
public record Exact(boolean negative, BigInteger magnitude, int exponent) implements Comparable<Exact> {
    private static final int BIAS = 0xffff;
    private static final int FRACTION = 63;
    /// The exponent that 0 stands for where the significand is not 0.
    private static final int LOWEST_EXTENDED = 0xc001;

    /// {@return a number that a register holds}
    public static Exact of(FloatingValue value) {
        BigInteger magnitude = new BigInteger(Long.toUnsignedString(value.significand()));
        return new Exact(value.sign(), magnitude, magnitude.signum() == 0 ? 0 : read(value.exponent()) - BIAS - FRACTION);
    }

    /// {@return the exponent that one which a register holds stands for}
    @Reals.Rule(EXPONENT_ZERO_READ)
    static int read(int exponent) {
        return exponent == 0 ? LOWEST_EXTENDED : exponent;
    }

    /// {@return whether one of some values is a number with exponent 0}
    static boolean readsZeroExponent(Seq<FloatingValue> values) {
        return values.exists(each -> each.exponent() == 0 && each.significand() != 0);
    }

    public static Exact zero(boolean negative) {
        return new Exact(negative, BigInteger.ZERO, 0);
    }

    public boolean isZero() {
        return magnitude.signum() == 0;
    }

    /// {@return the power of two of the highest bit of a number that is not zero}
    public int order() {
        return exponent + magnitude.bitLength() - 1;
    }

    public Exact negated() {
        return new Exact(!negative, magnitude, exponent);
    }

    public Exact times(Exact other) {
        boolean sign = negative != other.negative;
        return isZero() || other.isZero() ? zero(sign) : new Exact(sign, magnitude.multiply(other.magnitude), exponent + other.exponent);
    }

    /// {@return the sum with a number, neither of them zero; a sum that is zero has no sign yet}
    public Exact plus(Exact other) {
        int common = Math.min(exponent, other.exponent);
        BigInteger sum = signed(common).add(other.signed(common));
        return new Exact(sum.signum() < 0, sum.abs(), common);
    }

    private BigInteger signed(int common) {
        BigInteger shifted = magnitude.shiftLeft(exponent - common);
        return negative ? shifted.negate() : shifted;
    }

    /// Zeros are equal, whatever their signs.
    @Override public int compareTo(Exact other) {
        if (isZero() || other.isZero() || negative != other.negative) return Integer.compare(signum(), other.signum());
        int order = order() != other.order() ? Integer.compare(order(), other.order()) : aligned(other);
        return negative ? -order : order;
    }

    private int aligned(Exact other) {
        int common = Math.min(exponent, other.exponent);
        return magnitude.shiftLeft(exponent - common).compareTo(other.magnitude.shiftLeft(other.exponent - common));
    }

    private int signum() {
        return isZero() ? 0 : negative ? -1 : 1;
    }
}
