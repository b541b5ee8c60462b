package vmmref.properties.guarantee;

import static vmmref.properties.guarantee.RealKind.INFINITE;
import static vmmref.properties.guarantee.RealKind.NATVAL;
import static vmmref.properties.guarantee.RealKind.QUIET;
import static vmmref.properties.guarantee.RealKind.SIGNALLING;
import static vmmref.properties.guarantee.RealKind.UNSUPPORTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import vmmref.model.register.FloatingValue;

/// Comparisons, minima and maxima as exact numbers have them, by their names in mnemonics.
final class RealOrders {
    static final Seq<String> RELATIONS = Vector.of("eq", "lt", "le", "unord");
    static final Seq<String> EXTREMES = Vector.of("min", "max", "amin", "amax");

    private RealOrders() { }

    /// {@return whether a relation holds between two values that are things}
    static RealAnswer<Boolean> asked(String relation, FloatingValue first, FloatingValue second, int enabled) {
        Seq<RealKind> kinds = Vector.of(RealKind.of(first), RealKind.of(second));
        boolean unordered = relation.equals("unord");
        boolean strict = relation.startsWith("l");
        return kinds.exists(each -> each.isOneOf(UNSUPPORTED, SIGNALLING)) || strict && kinds.contains(QUIET) ? RealAnswer.told(1, enabled, unordered)
            : kinds.contains(QUIET) ? RealAnswer.of(unordered, 0)
            : RealAnswer.told(RealKind.denormal(kinds), enabled, holds(relation, number(first).compareTo(number(second))));
    }

    private static boolean holds(String relation, int order) {
        return switch (relation) {
            case "eq"    -> order == 0;
            case "lt"    -> order < 0;
            case "le"    -> order < 0 || order == 0;
            case "unord" -> false;
            default      -> throw new IllegalArgumentException(relation);
        };
    }

    /// {@return the one of two values that is an extreme, as it is written}
    static RealAnswer<FloatingValue> extreme(String extreme, FloatingValue first, FloatingValue second, int enabled) {
        Seq<RealKind> kinds = Vector.of(RealKind.of(first), RealKind.of(second));
        return kinds.contains(NATVAL) ? RealAnswer.of(FloatingValue.NATVAL, 0)
            : kinds.exists(each -> each.isOneOf(UNSUPPORTED, SIGNALLING, QUIET)) ? RealAnswer.told(1, enabled, second)
            : RealAnswer.told(RealKind.denormal(kinds), enabled, exceeds(extreme, number(first), number(second)) ? first : second);
    }

    private static boolean exceeds(String extreme, Dyadic first, Dyadic second) {
        return switch (extreme) {
            case "min"  -> second.minus(first).signum() > 0;
            case "max"  -> first.minus(second).signum() > 0;
            case "amin" -> second.absolute().minus(first.absolute()).signum() > 0;
            case "amax" -> first.absolute().minus(second.absolute()).signum() > 0;
            default     -> throw new IllegalArgumentException(extreme);
        };
    }

    /// {@return a number as it is, infinity as one that no register holds}
    private static Dyadic number(FloatingValue value) {
        return RealKind.of(value) == INFINITE ? new Dyadic(value.sign() ? BigInteger.ONE.negate() : BigInteger.ONE, 70_000) : Dyadic.of(value);
    }
}
