package vmmref.properties.guarantee;

import static vmmref.properties.guarantee.RealKind.INFINITE;
import static vmmref.properties.guarantee.RealKind.PSEUDO_ZERO;
import static vmmref.properties.guarantee.RealKind.ZERO;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.real.Approximation;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCases;

/// What divisions and square roots begin with, as the sentences of the chapter have it, with their numbers.
///
/// @param enabled exceptions, as FPSR numbers them
record RealApproximations(int enabled) {
    private static final FloatingValue DEFAULT = RealCases.typed("1:1ffff:c000000000000000");

    /// {@return what `frcpa` delivers}
    RealAnswer<Approximation> quotient(FloatingValue f2, FloatingValue f3) {
        return given(f2, f3).getOrElse(() -> {
            int a = Dyadic.of(f2).log();
            int b = Dyadic.of(f3).log();
            boolean assisted = b < -65534 || b > 65532 || a < -65470 || a - b < -65532 || a - b > 65534;
            return assisted ? RealAnswer.fault(8) : told(denormal(f2, f3), reciprocal(f3), true);
        });
    }

    /// {@return what a lane of `fprcpa` delivers}
    RealAnswer<Approximation> laneQuotient(FloatingValue f2, FloatingValue f3) {
        return given(f2, f3).getOrElse(() -> {
            int a = Dyadic.of(f2).log();
            int b = Dyadic.of(f3).log();
            boolean great = b > 124;
            boolean small = b < -126;
            FloatingValue value = small ? infinity(f3.sign()) : great ? new FloatingValue(f3.sign(), 0, 0) : reciprocal(f3);
            return told(denormal(f2, f3), value, !small && !great && a >= -102 && a - b >= -124 && a - b <= 126);
        });
    }

    /// {@return what `frsqrta` delivers}
    RealAnswer<Approximation> root(FloatingValue f3) {
        return early(f3).getOrElse(() -> isZero(f3) ? told(denormal(f3), new FloatingValue(f3.sign(), 0, 0), false)
            : f3.sign() ? told(1, DEFAULT, false)
            : RealKind.of(f3) == INFINITE ? told(0, f3, false)
            : Dyadic.of(f3).log() < -65470 ? RealAnswer.fault(8) : told(denormal(f3), reciprocalRoot(f3), true));
    }

    /// {@return what a lane of `fprsqrta` delivers}
    RealAnswer<Approximation> laneRoot(FloatingValue f3) {
        return early(f3).getOrElse(() -> isZero(f3) ? told(0, infinity(f3.sign()), false)
            : f3.sign() ? told(1, DEFAULT, false)
            : RealKind.of(f3) == INFINITE ? told(0, FloatingValue.ZERO, false)
            : told(denormal(f3), reciprocalRoot(f3), Dyadic.of(f3).log() >= -102));
    }

    /// {@return a quotient that needs no computing}
    private Option<RealAnswer<Approximation>> given(FloatingValue f2, FloatingValue f3) {
        boolean negative = f2.sign() != f3.sign();
        boolean infinite = RealKind.of(f2) == INFINITE;
        boolean byInfinity = RealKind.of(f3) == INFINITE;
        boolean zero = isZero(f2);
        boolean byZero = isZero(f3);
        return early(f2, f3).orElse(() -> infinite && byInfinity || zero && byZero ? Option.some(told(1, DEFAULT, false))
            : byZero && !infinite ? Option.some(told(4, infinity(negative), false))
            : infinite ? Option.some(told(denormal(f2, f3), infinity(negative), false))
            : Option.when(zero || byInfinity, () -> told(denormal(f2, f3), new FloatingValue(negative, 0, 0), false)));
    }

    private Option<RealAnswer<Approximation>> early(FloatingValue... operands) {
        return RealOracle.early(Vector.of(operands), enabled).map(answer -> answer.map(value -> new Approximation(value, false)));
    }

    private RealAnswer<Approximation> told(int flag, FloatingValue otherwise, boolean refinable) {
        return RealAnswer.told(flag, enabled, new Approximation(otherwise, refinable));
    }

    private static int denormal(FloatingValue... operands) {
        return RealKind.denormal(Vector.of(operands).map(RealKind::of));
    }

    private static boolean isZero(FloatingValue value) {
        return RealKind.of(value).isOneOf(ZERO, PSEUDO_ZERO);
    }

    private static FloatingValue infinity(boolean negative) {
        return new FloatingValue(negative, 0x1ffff, Long.MIN_VALUE);
    }

    /// {@return 1 by a value, by the table}
    static FloatingValue reciprocal(FloatingValue value) {
        return new FloatingValue(value.sign(), 0xfffe - Dyadic.of(value).log(), significand(ReciprocalTables.OF_RECIPROCALS, (int) (digits(value) >>> 55 & 0xff)));
    }

    /// {@return 1 by the root of a value, by the table}
    private static FloatingValue reciprocalRoot(FloatingValue value) {
        int power = Dyadic.of(value).log();
        int row = (int) (digits(value) >>> 56 & 0x7f) + (Math.floorMod(power, 2) == 0 ? 128 : 0);
        return new FloatingValue(false, 0xfffe - Math.floorDiv(power, 2), significand(ReciprocalTables.OF_ROOTS, row));
    }

    private static long significand(Seq<Integer> table, int row) {
        return (long) table.get(row) << 53;
    }

    /// {@return the digits of a number from the first that is 1}
    private static long digits(FloatingValue value) {
        return value.significand() << Long.numberOfLeadingZeros(value.significand());
    }
}
