package vmmref.model.real;

import static vmmref.spec.Reals.CONTROLS_SET;
import static vmmref.spec.Reals.EXCEPTION_ENABLED;
import static vmmref.spec.Reals.FLAGS_ACCUMULATED;
import static vmmref.spec.Reals.FLAGS_CHECKED;
import static vmmref.spec.Reals.FLAGS_CLEARED;

import io.vavr.control.Option;
import vmmref.model.word.Bits;
import vmmref.spec.Reals;

/// FPSR: which exceptions are disabled, and four status fields.
public record FloatingStatus(long bits) {
    private static final int DISABLED = 6;
    private static final int FIELD = 13;
    private static final int RESERVED_PRECISION = 1;

    /// {@return the bits of the exceptions that are disabled}
    public int disabled() {
        return (int) Bits.field(bits, DISABLED - 1, 0);
    }

    /// {@return a status field, 0 to 3}
    public StatusField field(int number) {
        return new StatusField((int) Bits.field(bits, DISABLED + FIELD * (number + 1) - 1, DISABLED + FIELD * number));
    }

    public FloatingStatus with(int number, StatusField field) {
        int low = DISABLED + FIELD * number;
        return new FloatingStatus(bits & ~(Bits.ones(FIELD) << low) | (long) field.bits() << low);
    }

    /// {@return whether an exception interrupts instructions that name a status field}
    @Reals.Rule(EXCEPTION_ENABLED)
    public boolean isEnabled(int number, Flag flag) {
        return !flag.in(disabled()) && !field(number).isDisabling();
    }

    /// {@return FPSR after an operation that raised exceptions}
    @Reals.Rule(FLAGS_ACCUMULATED)
    public FloatingStatus raised(int number, int flags) {
        StatusField field = field(number);
        return with(number, field.withFlags(field.flags() | flags));
    }

    /// {@return FPSR with the controls of field 0 in a field, masked; nothing if a value is reserved}
    @Reals.Rule(CONTROLS_SET)
    public Option<FloatingStatus> controlled(int number, int and, int or) {
        StatusField field = field(number).withControls(field(0).controls() & and | or);
        boolean reserved = field.precision() == RESERVED_PRECISION || number == 0 && field.isDisabling();
        return Option.when(!reserved, () -> with(number, field));
    }

    /// {@return FPSR with no flag in a field}
    @Reals.Rule(FLAGS_CLEARED)
    public FloatingStatus cleared(int number) {
        return with(number, field(number).withFlags(0));
    }

    /// {@return whether a field remembers what is not disabled, or what field 0 does not remember}
    @Reals.Rule(FLAGS_CHECKED)
    public boolean isUnseen(int number) {
        int flags = field(number).flags();
        return (flags & ~disabled()) != 0 || (flags & ~field(0).flags()) != 0;
    }
}
