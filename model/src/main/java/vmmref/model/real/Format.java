package vmmref.model.real;

import static vmmref.spec.Reals.PRECISION_CHOSEN;
import static vmmref.spec.Reals.RANGE_CHOSEN;

import vmmref.spec.Reals;

/// What a result is rounded to.
///
/// @param precision how many bits its significand has
/// @param range     of its exponent
/// @param lane      whether it goes into half a register, as memory would hold it
public record Format(int precision, Range range, boolean lane) {
    private static final int SINGLE = 24;
    private static final int DOUBLE = 53;
    private static final int EXTENDED = 64;

    /// {@return the format of the results of an instruction under the controls of a status field}
    public static Format of(Completer completer, StatusField field) {
        return new Format(precision(completer, field), range(completer, field), completer == Completer.PARALLEL);
    }

    @Reals.Rule(PRECISION_CHOSEN)
    static int precision(Completer completer, StatusField field) {
        return switch (completer) {
            case SINGLE, PARALLEL -> SINGLE;
            case DOUBLE           -> DOUBLE;
            case NONE             -> switch (field.precision()) {
                case 0  -> SINGLE;
                case 2  -> DOUBLE;
                default -> EXTENDED;
            };
        };
    }

    @Reals.Rule(RANGE_CHOSEN)
    static Range range(Completer completer, StatusField field) {
        if (completer == Completer.PARALLEL) return Range.SINGLE;
        if (field.isWide()) return Range.REGISTER;
        return switch (completer) {
            case SINGLE, PARALLEL -> Range.SINGLE;
            case DOUBLE           -> Range.DOUBLE;
            case NONE             -> Range.EXTENDED;
        };
    }
}
