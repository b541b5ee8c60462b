package vmmref.properties.guarantee;

import java.math.BigInteger;

/// The numbers of a format from 0 on, in their order, each with its index: evenly spaced up to the lowest power of two, and between any two powers as many as before.
///
/// @param precision how many bits they have
/// @param lowest    the least power of two that is written with all of them
record Spaced(int precision, int lowest) {
    /// {@return the number with an index}
    Dyadic number(BigInteger index) {
        BigInteger between = BigInteger.TWO.pow(precision - 1);
        BigInteger powers = index.divide(between);
        int unit = lowest - precision + 1;
        return powers.signum() == 0 ? new Dyadic(index, unit) : new Dyadic(between.add(index.mod(between)), unit + powers.intValueExact() - 1);
    }

    /// {@return the index of a power of two}
    private BigInteger index(int power) {
        return power < lowest ? BigInteger.ZERO : BigInteger.valueOf(power - lowest + 1).shiftLeft(precision - 1);
    }

    /// {@return the index of the greatest number that is not greater than a positive one, found by halving}
    BigInteger floor(Dyadic exact) {
        BigInteger low = index(exact.log());
        BigInteger high = index(Math.max(lowest, exact.log() + 1));
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (number(middle).compareTo(exact) <= 0) low = middle;
            else high = middle;
        }
        return low;
    }

    /// {@return the number that a number other than 0 is rounded to, by distances from its neighbours; with a sign}
    ///
    /// @param mode 0 to the nearer one, or the one with an even index; 1 to the lesser; 2 to the greater; 3 toward zero
    Dyadic rounded(Dyadic exact, int mode) {
        boolean negative = exact.signum() < 0;
        Dyadic magnitude = exact.absolute();
        BigInteger below = floor(magnitude);
        Dyadic lower = number(below);
        Dyadic upper = number(below.add(BigInteger.ONE));
        Dyadic distance = magnitude.minus(lower);
        if (distance.signum() == 0) return negative ? lower.negated() : lower;
        int nearer = distance.compareTo(upper.minus(magnitude));
        boolean up = switch (mode) {
            case 0  -> nearer > 0 || nearer == 0 && below.testBit(0);
            case 1  -> negative;
            case 2  -> !negative;
            default -> false;
        };
        Dyadic chosen = up ? upper : lower;
        return negative ? chosen.negated() : chosen;
    }
}
