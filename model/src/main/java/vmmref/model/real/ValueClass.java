package vmmref.model.real;

import static vmmref.spec.Reals.VALUE_CLASSIFIED;

import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// What kind of value the 82 bits of a register are.
public enum ValueClass {
    /// Not a thing.
    NATVAL,
    /// An encoding that no number and no NaN has.
    UNSUPPORTED,
    SIGNALLING_NAN,
    QUIET_NAN,
    INFINITY,
    ZERO,
    /// A zero that has an exponent.
    PSEUDO_ZERO,
    /// A number with exponent 0.
    DENORMAL,
    /// A number with exponent 0 and an integer bit.
    PSEUDO_DENORMAL,
    /// A number without an integer bit.
    UNNORMAL,
    NORMAL;

    private static final long INTEGER_BIT = 1L << 63;
    private static final long QUIET_BIT = 1L << 62;

    /// {@return the class of a value}
    @Reals.Rule(VALUE_CLASSIFIED)
    public static ValueClass of(FloatingValue value) {
        long significand = value.significand();
        boolean integer = (significand & INTEGER_BIT) != 0;
        return switch (value.exponent()) {
            case FloatingValue.SPECIAL -> !integer ? UNSUPPORTED : significand == INTEGER_BIT ? INFINITY : (significand & QUIET_BIT) != 0 ? QUIET_NAN : SIGNALLING_NAN;
            case 0                     -> significand == 0 ? ZERO : integer ? PSEUDO_DENORMAL : DENORMAL;
            default                    -> integer ? NORMAL : significand != 0 ? UNNORMAL : value.isNatVal() ? NATVAL : PSEUDO_ZERO;
        };
    }

    public boolean isNaN() {
        return this == SIGNALLING_NAN || this == QUIET_NAN;
    }

    /// {@return whether it is a number or a zero without being the shortest way of writing it}
    public boolean isUnnormal() {
        return switch (this) {
            case PSEUDO_ZERO, DENORMAL, PSEUDO_DENORMAL, UNNORMAL                                      -> true;
            case NATVAL, UNSUPPORTED, SIGNALLING_NAN, QUIET_NAN, INFINITY, ZERO, NORMAL -> false;
        };
    }

    /// {@return whether it has a place on the line of numbers, or at its ends}
    public boolean isOrdered() {
        return isUnnormal() || this == ZERO || this == NORMAL || this == INFINITY;
    }
}
