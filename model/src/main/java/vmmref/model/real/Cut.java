package vmmref.model.real;

import java.math.BigInteger;

/// A magnitude that is rounded to a multiple of a power of two.
///
/// @param multiple  how many times the power
/// @param exponent  of the power
/// @param inexact   whether the exact magnitude lies between two multiples
/// @param increased whether it became the greater of them
record Cut(BigInteger multiple, int exponent, boolean inexact, boolean increased) {
    /// {@return a number that is not zero, rounded to a multiple of a power of two}
    static Cut at(Exact exact, int exponent, Rounding rounding) {
        int dropped = exponent - exact.exponent();
        int lowest = exact.magnitude().getLowestSetBit();
        BigInteger floor = exact.magnitude().shiftRight(dropped);
        if (lowest >= dropped) return new Cut(floor, exponent, false, false);
        int half = !exact.magnitude().testBit(dropped - 1) ? -1 : lowest < dropped - 1 ? 1 : 0;
        boolean away = rounding.away(exact.negative(), floor.testBit(0), half);
        return new Cut(away ? floor.add(BigInteger.ONE) : floor, exponent, true, away);
    }

    boolean isZero() {
        return multiple.signum() == 0;
    }

    /// {@return the power of two of the highest bit, where it is not zero}
    int order() {
        return exponent + multiple.bitLength() - 1;
    }

    /// {@return the significand whose highest bit has a power of two}
    long significand(int order) {
        int shift = exponent - order + Long.SIZE - 1;
        return multiple.shiftLeft(shift).longValue();
    }
}
