package vmmref.properties.guarantee;

import static vmmref.properties.guarantee.RealKind.INFINITE;
import static vmmref.properties.guarantee.RealKind.NATVAL;
import static vmmref.properties.guarantee.RealKind.QUIET;
import static vmmref.properties.guarantee.RealKind.SIGNALLING;
import static vmmref.properties.guarantee.RealKind.UNSUPPORTED;
import static vmmref.properties.guarantee.RealKind.ZERO;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCases;

/// What IEEE 754 and the manual say of a result: exact arithmetic, and the nearest of the numbers of a format by distances. It shares nothing with the model.
///
/// @param precision bits of a result's significand
/// @param range     bits of its exponent
/// @param mode      the code of the rounding
/// @param flushing  whether what is tiny becomes zero
/// @param enabled   exceptions, as FPSR numbers them
/// @param lane      whether the exponent wraps in 8 bits
record RealOracle(int precision, int range, int mode, boolean flushing, int enabled, boolean lane) {
    private static final FloatingValue DEFAULT = RealCases.typed("1:1ffff:c000000000000000");
    private static final int ANY_POWER = -1_000_000;

    /// {@return the oracle of an instruction under FPSR}
    ///
    /// @param completer of the mnemonic: `s`, `d`, none, or `p` for one of two lanes
    static RealOracle of(long status, int field, String completer) {
        String digits = Worked.bits(status);
        String controls = digits.substring(64 - 6 - 13 * field - 7, 64 - 6 - 13 * field);
        boolean wide = controls.charAt(5) == '1';
        boolean disabling = controls.charAt(0) == '1';
        int precision = switch (completer) {
            case "s", "p" -> 24;
            case "d"      -> 53;
            default       -> switch (controls.substring(3, 5)) {
                case "00" -> 24;
                case "10" -> 53;
                default   -> 64;
            };
        };
        int range = switch (completer) {
            case "p" -> 8;
            case "s" -> wide ? 17 : 8;
            case "d" -> wide ? 17 : 11;
            default  -> wide ? 17 : 15;
        };
        return new RealOracle(precision, range, Integer.parseInt(controls.substring(1, 3), 2), controls.charAt(6) == '1', disabling ? 0 : ~Integer.parseInt(digits.substring(58), 2) & 0x3f, completer.equals("p"));
    }

    /// {@return what comes of p × f3 × f4 + a × f2, where p and a are 1 or -1}
    RealAnswer<FloatingValue> sum(FloatingValue f3, FloatingValue f4, Option<FloatingValue> f2, int p, int a) {
        Seq<FloatingValue> operands = Vector.of(f4).appendAll(f2).append(f3);
        Option<RealAnswer<FloatingValue>> early = early(operands, enabled);
        if (early.isDefined()) return early.get();
        boolean infinite = RealKind.of(f3) == INFINITE || RealKind.of(f4) == INFINITE;
        boolean infiniteToo = f2.exists(value -> RealKind.of(value) == INFINITE);
        int sign = (f3.sign() ? -1 : 1) * (f4.sign() ? -1 : 1) * p;
        int signToo = f2.map(value -> value.sign() ? -a : a).getOrElse(sign);
        if (infinite && (RealKind.of(f3) == ZERO || RealKind.of(f4) == ZERO) || infinite && infiniteToo && sign != signToo) return RealAnswer.told(1, enabled, DEFAULT);
        int denormal = RealKind.denormal(operands.map(RealKind::of));
        if ((denormal & enabled) != 0) return RealAnswer.fault(2);
        if (infinite || infiniteToo) return RealAnswer.of(infinity(infinite ? sign : signToo), denormal);
        Dyadic product = Dyadic.of(f3).times(Dyadic.of(f4));
        Dyadic signed = p < 0 ? product.negated() : product;
        Dyadic exact = f2.map(value -> a < 0 ? signed.minus(Dyadic.of(value)) : signed.plus(Dyadic.of(value))).getOrElse(signed);
        if (exact.signum() != 0) return rounded(exact, denormal);
        return RealAnswer.of(new FloatingValue(sign == signToo ? sign < 0 : mode == 1, 0, 0), denormal);
    }

    /// {@return what comes of operands that are not numbers, if there are any; the first NaN is delivered}
    static Option<RealAnswer<FloatingValue>> early(Seq<FloatingValue> operands, int enabled) {
        Seq<RealKind> kinds = operands.map(RealKind::of);
        if (kinds.contains(NATVAL)) return Option.some(RealAnswer.of(FloatingValue.NATVAL, 0));
        if (kinds.contains(UNSUPPORTED)) return Option.some(RealAnswer.told(1, enabled, DEFAULT));
        Option<FloatingValue> nan = operands.find(value -> RealKind.of(value).isOneOf(SIGNALLING, QUIET));
        Option<FloatingValue> quiet = nan.map(value -> new FloatingValue(value.sign(), 0x1ffff, value.significand() | 0x4000000000000000L));
        return quiet.map(value -> RealAnswer.told(kinds.contains(SIGNALLING) ? 1 : 0, enabled, value));
    }

    private static FloatingValue infinity(int sign) {
        return new FloatingValue(sign < 0, 0x1ffff, Long.MIN_VALUE);
    }

    /// {@return the answer for an exact result other than 0}
    RealAnswer<FloatingValue> rounded(Dyadic exact, int flags) {
        int highest = (1 << range - 1) - 1;
        Dyadic limitless = new Spaced(precision, ANY_POWER).rounded(exact, mode);
        if (limitless.log() > highest) return overflown(exact, limitless, flags, highest);
        if (limitless.log() < 1 - highest) return tiny(exact, limitless, flags, 1 - highest);
        return told(exact, limitless, written(limitless, limitless.log() + 0xffff), flags, 0);
    }

    private RealAnswer<FloatingValue> overflown(Dyadic exact, Dyadic limitless, int flags, int highest) {
        if ((enabled & 8) != 0) return told(exact, limitless, wrapped(limitless), flags | 8, 1);
        boolean infinite = mode == 0 || mode == (exact.signum() < 0 ? 1 : 2);
        long greatest = Worked.word("1".repeat(precision) + "0".repeat(64 - precision));
        return new RealAnswer<>(Option.some(infinite ? infinity(exact.signum()) : new FloatingValue(exact.signum() < 0, highest + 0xffff, greatest)), flags | 8 | 32, 0, (enabled & 32) == 0 ? 0 : infinite ? 0xc0 : 0x40);
    }

    private RealAnswer<FloatingValue> tiny(Dyadic exact, Dyadic limitless, int flags, int lowest) {
        if ((enabled & 16) != 0) return told(exact, limitless, wrapped(limitless), flags | 16, 2);
        if (flushing) return new RealAnswer<>(Option.some(new FloatingValue(exact.signum() < 0, 0, 0)), flags | 16 | 32, 0, (enabled & 32) == 0 ? 0 : 0x40);
        Dyadic number = new Spaced(precision, lowest).rounded(exact, mode);
        int underflow = number.compareTo(exact) == 0 ? 0 : 16;
        int exponent = number.signum() == 0 || number.log() < lowest && range == 15 ? 0 : lowest + 0xffff;
        FloatingValue value = new FloatingValue(exact.signum() < 0, exponent, number.absolute().in(lowest - 63).longValue());
        return told(exact, number, value, flags | underflow, 0);
    }

    /// {@return the answer for a number that is delivered}
    ///
    /// @param trap the code of a trap that comes in any case
    private RealAnswer<FloatingValue> told(Dyadic exact, Dyadic number, FloatingValue value, int flags, int trap) {
        boolean inexact = number.compareTo(exact) != 0;
        boolean greater = number.absolute().compareTo(exact.absolute()) > 0;
        int code = trap | (inexact && (trap != 0 || (enabled & 32) != 0) ? 4 : 0);
        return new RealAnswer<>(Option.some(value), flags | (inexact ? 32 : 0), 0, (code == 0 ? 0 : code | (greater ? 8 : 0)) * 16);
    }

    private FloatingValue wrapped(Dyadic number) {
        return written(number, lane ? 0xff80 + Math.floorMod(number.log() + 127, 256) : Math.floorMod(number.log() + 0xffff, 0x20000));
    }

    private static FloatingValue written(Dyadic number, int exponent) {
        return new FloatingValue(number.signum() < 0, exponent, number.absolute().units().shiftLeft(64).shiftRight(number.units().abs().bitLength()).longValue());
    }
}
