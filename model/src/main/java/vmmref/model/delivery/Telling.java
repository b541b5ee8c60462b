package vmmref.model.delivery;

import static vmmref.spec.Interruptions.ACCESS_TOLD;
import static vmmref.spec.Interruptions.CODE_TOLD;
import static vmmref.spec.Interruptions.DEFERRAL_TOLD;
import static vmmref.spec.Interruptions.FETCH_TOLD;
import static vmmref.spec.Interruptions.NESTING_TOLD;
import static vmmref.spec.Interruptions.QUERY_TOLD;
import static vmmref.spec.Interruptions.SLOT_TOLD;
import static vmmref.spec.Interruptions.SPECULATION_TOLD;
import static vmmref.spec.Stacks.STORE_TOLD;

import vmmref.model.delivery.Handling.Field;
import vmmref.model.machine.Addressing;
import vmmref.model.register.Isr;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Flight;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Interruptions;
import vmmref.spec.Stacks;

/// What ISR tells of an interruption.
final class Telling {
    private Telling() { }

    static Isr of(Addressing machine, Cause cause, Handling handling, Choice choice) {
        Isr plain = nested(machine, choice, coded(cause, handling));
        return cause.reference().map(type -> referring(machine, plain, type, handling)).getOrElse(plain);
    }

    private static Isr referring(Addressing machine, Isr isr, ReferenceType type, Handling handling) {
        if (type == ReferenceType.FETCH) return handling.fields().contains(Field.FETCH) ? fetching(isr) : isr;
        Isr accessing = handling.fields().contains(Field.ACCESS) ? accessing(isr, type) : isr;
        if (type.isOfStack()) return handling.fields().contains(Field.ACCESS) ? ofStack(accessing) : accessing;
        Isr speculating = handling.fields().contains(Field.SP) && type == ReferenceType.SPECULATIVE_LOAD ? speculating(accessing) : accessing;
        return handling.fields().contains(Field.ED) && machine.codeEd() ? deferring(speculating) : speculating;
    }

    @Interruptions.Rule({CODE_TOLD, SLOT_TOLD})
    static Isr coded(Cause cause, Handling handling) {
        return Isr.of(handling.code() | cause.code(), cause.slot());
    }

    @Interruptions.Rule(NESTING_TOLD)
    static Isr nested(Addressing machine, Choice choice, Isr isr) {
        return machine.psr().ic() && !Flight.isOpen(machine, choice) ? isr : isr.withNi();
    }

    @Interruptions.Rule(FETCH_TOLD)
    static Isr fetching(Isr isr) {
        return isr.withX();
    }

    /// {@return what the instruction does with memory}
    @Interruptions.Rule(ACCESS_TOLD)
    static Isr accessing(Isr isr, ReferenceType type) {
        Isr asking = type.touchesMemory() ? isr : asking(isr, type);
        if (type == ReferenceType.TPA || type == ReferenceType.TAK) return asking;
        Isr reading = type.access().reads() ? asking.withR() : asking;
        return type.access().writes() ? reading.withW() : reading;
    }

    /// {@return which instruction it is that accesses no memory}
    @Interruptions.Rule(QUERY_TOLD)
    static Isr asking(Isr isr, ReferenceType type) {
        return isr.withNa().withCode(switch (type) {
            case STACK_LOAD, STACK_STORE, FETCH, LOAD, SPECULATIVE_LOAD, STORE, EXCHANGE, FETCHADD -> throw new IllegalArgumentException(type + " accesses memory");
            case TPA                                          -> 0;
            case FC                                           -> 1;
            case PROBE_R, PROBE_W                             -> 2;
            case TAK                                          -> 3;
            case LFETCH, LFETCH_FAULT                         -> 4;
            case PROBE_R_FAULT, PROBE_W_FAULT, PROBE_RW_FAULT -> 5;
        });
    }

    /// {@return that the register stack engine makes the reference}
    @Stacks.Rule(STORE_TOLD)
    static Isr ofStack(Isr isr) {
        return isr.withRs();
    }

    @Interruptions.Rule(SPECULATION_TOLD)
    static Isr speculating(Isr isr) {
        return isr.withSp();
    }

    @Interruptions.Rule(DEFERRAL_TOLD)
    static Isr deferring(Isr isr) {
        return isr.withEd();
    }
}
