package vmmref.model.event;

import static vmmref.spec.Interruptions.INTERRUPT_RAISED;
import static vmmref.spec.Interruptions.MEMORY_WRITTEN;
import static vmmref.spec.Interruptions.TIMER_EXPIRED;
import static vmmref.spec.Interruptions.TIME_PASSED;

import vmmref.model.alat.Alat;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.RegisterNumber;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.spec.Interruptions;

/// What events change.
public final class Events {
    private static final int MASK = 16;

    private Events() { }

    /// {@return what an event changes}
    public static Effects of(Machine machine, Event event) {
        return switch (event) {
            case Event.Write write -> written(machine, write);
            case Event.Raise raise -> raised(machine, raise.vector());
            case Event.Tick tick   -> passed(machine, tick.ticks());
        };
    }

    @Interruptions.Rule(MEMORY_WRITTEN)
    static Effects written(Machine machine, Event.Write write) {
        Alat left = machine.alat().without(new Alat.Range(write.at(), write.size()));
        return Effects.of(new Place.Bytes(write.at(), write.size()), write.value() & Bits.ones(8 * write.size()), MEMORY_WRITTEN).then(Place.AdvancedAll.ALAT, left, MEMORY_WRITTEN);
    }

    @Interruptions.Rule(INTERRUPT_RAISED)
    static Effects raised(Machine machine, int vector) {
        return pending(machine, vector, INTERRUPT_RAISED);
    }

    private static Effects pending(Machine machine, int vector, Clause because) {
        int word = vector / Long.SIZE;
        return Effects.of(new Place.Control(RegisterNumber.IRR + word), ExternalInterrupts.pending(machine).with(vector).word(word), because);
    }

    @Interruptions.Rule(TIME_PASSED)
    static Effects passed(Machine machine, long ticks) {
        Effects time = Effects.of(new Place.Application(RegisterNumber.ITC), machine.application(RegisterNumber.ITC) + ticks, TIME_PASSED);
        return isReached(machine, ticks) ? time.then(expired(machine)) : time;
    }

    /// {@return whether ITC becomes ITM on its way}
    private static boolean isReached(Machine machine, long ticks) {
        return Long.compareUnsigned(machine.control(RegisterNumber.ITM) - machine.application(RegisterNumber.ITC) - 1, ticks) < 0;
    }

    @Interruptions.Rule(TIMER_EXPIRED)
    static Effects expired(Machine machine) {
        long itv = machine.control(RegisterNumber.ITV);
        int vector = (int) Bits.field(itv, 7, 0);
        return Bits.bit(itv, MASK) || !ExternalInterrupts.exists(vector) ? Effects.NONE : pending(machine, vector, TIMER_EXPIRED);
    }
}
