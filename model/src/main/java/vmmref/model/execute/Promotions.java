package vmmref.model.execute;

import static vmmref.spec.Interruptions.CALLER_PRIVILEGED;
import static vmmref.spec.Interruptions.LEVEL_PROMOTED;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Pfs;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Interruptions;

/// The entry of privileged code.
final class Promotions {
    /// The access rights of pages that promote.
    private static final int GATE = 7;

    private Promotions() { }

    static Option<Meaning> of(Form form) {
        return Option.when(form.syntax().plain().equals("epc"), () -> execution -> entered(execution.machine()));
    }

    private static Executed entered(Machine machine) {
        return lowCaller(machine).getOrElse(() -> new Executed.Done(Effects.of(Place.Status.PSR, promoted(machine), LEVEL_PROMOTED), LEVEL_PROMOTED));
    }

    /// The level to which the code returns is not above the current one.
    @Interruptions.Rule(CALLER_PRIVILEGED)
    static Option<Executed> lowCaller(Machine machine) {
        return Checks.unless(new Pfs(machine.application(RegisterNumber.PFS)).ppl() < machine.psr().cpl(), Interruption.ILLEGAL_OPERATION, CALLER_PRIVILEGED);
    }

    @Interruptions.Rule(LEVEL_PROMOTED)
    static Psr promoted(Machine machine) {
        Psr psr = machine.psr();
        if (!psr.it()) return psr.withCpl(0);
        Option<Pte> page = machine.position().code().get().page();
        return page.exists(gate -> gate.ar() == GATE && gate.pl() < psr.cpl()) ? psr.withCpl(page.get().pl()) : psr;
    }
}
