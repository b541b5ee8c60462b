package vmmref.model.real;

import static vmmref.spec.Reals.RESULT_ROUNDED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.spec.Reals;

/// Which neighbour an exact number becomes; the order is that of the codes in FPSR.
public enum Rounding {
    NEAREST, DOWN, UP, TOWARD_ZERO;

    private static final Seq<Rounding> CODES = Vector.of(values());

    /// {@return the rounding of a code}
    public static Rounding of(int code) {
        return CODES.get(code);
    }

    /// {@return whether a magnitude becomes its greater neighbour}
    ///
    /// @param odd  whether the lesser neighbour is odd
    /// @param half how the distance to the lesser neighbour compares with half of that between the two
    @Reals.Rule(RESULT_ROUNDED)
    boolean away(boolean negative, boolean odd, int half) {
        return switch (this) {
            case NEAREST     -> half > 0 || half == 0 && odd;
            case DOWN        -> negative;
            case UP          -> !negative;
            case TOWARD_ZERO -> false;
        };
    }

    /// {@return whether what is too great becomes infinite}
    boolean infinite(boolean negative) {
        return this == NEAREST || away(negative, false, 1);
    }
}
