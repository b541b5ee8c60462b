package vmmref.model.real;

import static vmmref.spec.Reals.CLASS_TESTED;

import vmmref.model.register.FloatingValue;
import vmmref.model.word.Bits;
import vmmref.spec.Reals;

/// The question whether a value is of one of some classes, which are bits.
public final class Classification {
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 1;
    private static final int ZERO = 2;
    private static final int UNNORMAL = 3;
    private static final int NORMAL = 4;
    private static final int INFINITY = 5;
    private static final int SIGNALLING_NAN = 6;
    private static final int QUIET_NAN = 7;
    private static final int NATVAL = 8;

    private Classification() { }

    /// {@return whether a value is of one of some classes; numbers and infinities must have one of the signs, too}
    @Reals.Rule(CLASS_TESTED)
    public static boolean holds(FloatingValue value, long classes) {
        boolean sign = Bits.bit(classes, value.sign() ? NEGATIVE : POSITIVE);
        return switch (ValueClass.of(value)) {
            case ZERO                                             -> sign && Bits.bit(classes, ZERO);
            case PSEUDO_ZERO, DENORMAL, PSEUDO_DENORMAL, UNNORMAL -> sign && Bits.bit(classes, UNNORMAL);
            case NORMAL                                           -> sign && Bits.bit(classes, NORMAL);
            case INFINITY                                         -> sign && Bits.bit(classes, INFINITY);
            case SIGNALLING_NAN                                   -> Bits.bit(classes, SIGNALLING_NAN);
            case QUIET_NAN                                        -> Bits.bit(classes, QUIET_NAN);
            case NATVAL                                           -> Bits.bit(classes, NATVAL);
            case UNSUPPORTED                                      -> false;
        };
    }

    /// {@return whether a value is not a thing and that was not asked: then there is no answer}
    public static boolean isUnanswered(FloatingValue value, long classes) {
        return value.isNatVal() && !Bits.bit(classes, NATVAL);
    }
}
