package vmmref.model.external;

import static vmmref.spec.Interruptions.INTERRUPT_MASKED;
import static vmmref.spec.Interruptions.INTERRUPT_PRIORITY;
import static vmmref.spec.Interruptions.INTERRUPT_SERVED;
import static vmmref.spec.Interruptions.INTERRUPTS_ENABLED;

import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.register.InterruptSet;
import vmmref.model.register.RegisterNumber;
import vmmref.model.word.Bits;
import vmmref.spec.Interruptions;

/// Which external interrupt a machine takes.
public final class ExternalInterrupts {
    /// The vector that says that there is no interrupt.
    public static final int SPURIOUS = 15;

    private static final int EXTINT = 0;
    private static final int NMI = 2;
    private static final int FIRST = 16;
    private static final int MMI = 16;

    private ExternalInterrupts() { }

    /// {@return whether an interrupt may have a vector}
    public static boolean exists(int vector) {
        return vector == EXTINT || vector == NMI || vector >= FIRST && vector < InterruptSet.NUMBER;
    }

    /// {@return the interrupts that are pending: what IRR0 to IRR3 hold}
    public static InterruptSet pending(Machine machine) {
        return new InterruptSet(machine.control(RegisterNumber.IRR), machine.control(RegisterNumber.IRR + 1), machine.control(RegisterNumber.IRR + 2), machine.control(RegisterNumber.IRR + 3));
    }

    /// {@return whether an interrupt is due before the next instruction}
    @Interruptions.Rule(INTERRUPTS_ENABLED)
    public static boolean isDue(Machine machine) {
        return machine.psr().i() && unmasked(machine).isDefined();
    }

    /// {@return the pending interrupt that comes first, if it is neither masked nor behind one in service}
    public static Option<Integer> unmasked(Machine machine) {
        InterruptSet pending = pending(machine);
        if (pending.isEmpty()) return Option.none();
        return first(pending).filter(vector -> !isMasked(vector, machine.control(RegisterNumber.TPR)) && !isBehind(vector, machine.inService()));
    }

    /// {@return the interrupt of a set that comes first}
    @Interruptions.Rule(INTERRUPT_PRIORITY)
    static Option<Integer> first(InterruptSet set) {
        if (set.has(NMI)) return Option.some(NMI);
        if (set.has(EXTINT)) return Option.some(EXTINT);
        return set.last().filter(vector -> vector >= FIRST);
    }

    @Interruptions.Rule(INTERRUPT_MASKED)
    static boolean isMasked(int vector, long tpr) {
        return switch (vector) {
            case NMI    -> false;
            case EXTINT -> Bits.bit(tpr, MMI);
            default     -> Bits.bit(tpr, MMI) || vector >>> 4 <= Bits.field(tpr, 7, 4);
        };
    }

    @Interruptions.Rule(INTERRUPT_SERVED)
    static boolean isBehind(int vector, InterruptSet inService) {
        return first(inService).exists(serving -> first(InterruptSet.NONE.with(serving).with(vector)).contains(serving));
    }

    /// {@return the interrupt in service that comes first, if there is one}
    public static Option<Integer> serving(Machine machine) {
        return first(machine.inService());
    }
}
