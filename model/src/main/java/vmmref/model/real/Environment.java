package vmmref.model.real;

/// How an operation computes.
///
/// @param format   what results are rounded to
/// @param rounding which neighbours they become
/// @param flushing whether what is tiny becomes zero
/// @param enabled  the bits of the exceptions that interrupt
public record Environment(Format format, Rounding rounding, boolean flushing, int enabled) {
    /// {@return how an instruction computes that names a status field}
    public static Environment of(FloatingStatus status, int number, Completer completer) {
        StatusField field = status.field(number);
        return new Environment(Format.of(completer, field), field.rounding(), field.isFlushing(), enabled(status, number));
    }

    private static int enabled(FloatingStatus status, int number) {
        int bits = 0;
        for (Flag flag : Flag.values()) if (status.isEnabled(number, flag)) bits |= flag.bit();
        return bits;
    }

    public boolean enables(Flag flag) {
        return flag.in(enabled);
    }

    /// {@return the same with another rounding}
    public Environment rounding(Rounding other) {
        return new Environment(format, other, flushing, enabled);
    }
}
