package vmmref.vmm.monitor;

import static vmmref.spec.Guests.ANSWER_PRIVILEGED;
import static vmmref.spec.Guests.CONTEXT_ENTERED;
import static vmmref.spec.PatchedPages.SLOT_ENTERED;

import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Context;
import vmmref.vmm.scratch.Presence;

/// How a guest goes on: the registers that the monitor keeps get what stands for what the guest believes.
final class Resuming {
    private static final int RI = 41;

    private Resuming() { }

    /// {@return the answer by which a guest goes on, unless it has ended}
    ///
    /// @param believed its machine, as it believes that to be
    @Guests.Rule(CONTEXT_ENTERED)
    static Answer of(Answer answer, Machine believed) {
        if (answer.ended().isDefined()) return answer;
        Context context = Context.of(believed.psr());
        Answer alone = Detouring.isStepped(believed.psr()) ? Detouring.dropped(answer) : answer;
        Answer passed = alone.rules().scratching().passed(alone, context.level());
        Answer entered = Regions.entered(passed.because(CONTEXT_ENTERED, ANSWER_PRIVILEGED).believing(believed.withAddressing(believed.addressing().withInFlight(false))), context, believed.addressing().regions());
        Psr psr = real(passed, believed.psr(), context.real());
        Position at = entered.rules().patching().entering().entered(entered, psr, believed.position());
        Answer known = at.bundle().equals(believed.position().bundle()) ? entered : entered.because(SLOT_ENTERED);
        return known.then(new Place.Control(RegisterNumber.DCR), 0L, CONTEXT_ENTERED)
            .then(new Place.Control(RegisterNumber.IPSR), psr.bits() | (long) at.slot() << RI, CONTEXT_ENTERED)
            .then(new Place.Control(RegisterNumber.IIP), at.bundle().bits(), CONTEXT_ENTERED)
            .then(Privileged.Returning.RFI).leaving();
    }

    /// {@return PSR of the machine while the guest runs that believes in another one}
    private static Psr real(Answer answer, Psr believed, int level) {
        VirtualProcessor processor = answer.monitor().processor();
        Psr psr = VirtualProcessor.real(believed, level, processor.lent().isDefined());
        Psr keyed = answer.rules().watch().isKeyed() ? new Psr(psr.bits() | VirtualProcessor.PK) : psr;
        return processor.presence() == Presence.INSIDE ? answer.rules().scratching().disabled(keyed, answer.rules().parks()) : keyed;
    }
}
