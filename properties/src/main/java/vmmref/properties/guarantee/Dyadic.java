package vmmref.properties.guarantee;

import java.math.BigInteger;
import vmmref.model.register.FloatingValue;

/// A number, units of a power of two.
record Dyadic(BigInteger units, int power) {
    /// {@return the number that the bits of a register are: with exponent 0 a multiple of the least extended number, otherwise of a unit that is 65598 below the exponent}
    static Dyadic of(FloatingValue value) {
        BigInteger magnitude = Worked.number(value.significand());
        return new Dyadic(value.sign() ? magnitude.negate() : magnitude, value.exponent() == 0 ? -16445 : value.exponent() - 65598);
    }

    Dyadic times(Dyadic other) {
        return new Dyadic(units.multiply(other.units), power + other.power);
    }

    Dyadic minus(Dyadic other) {
        int unit = Math.min(power, other.power);
        return new Dyadic(in(unit).subtract(other.in(unit)), unit);
    }

    Dyadic plus(Dyadic other) {
        return minus(other.negated());
    }

    Dyadic negated() {
        return new Dyadic(units.negate(), power);
    }

    Dyadic absolute() {
        return new Dyadic(units.abs(), power);
    }

    /// {@return how many times a lesser power of two it is}
    BigInteger in(int unit) {
        return units.shiftLeft(power - unit);
    }

    int compareTo(Dyadic other) {
        int unit = Math.min(power, other.power);
        return in(unit).compareTo(other.in(unit));
    }

    int signum() {
        return units.signum();
    }

    /// {@return the power of two that is not greater, while twice that is}
    int log() {
        return units.abs().bitLength() - 1 + power;
    }
}
