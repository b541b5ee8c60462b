package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.spec.Interruptions;

/// Takes the trap of single stepping before the fault of the instruction.
final class StepsOverFaults {
    static final Member MEMBER = Member.executing("StepsOverFaults", "while PSR.ss is 1, an instruction that faults traps instead, and is skipped",
        Vector.of(Interruptions.STEP_TRAPPED), "TrapGuarantees.together", StepsOverFaults::wrong);

    private StepsOverFaults() { }

    private static Meaning wrong(Form form, Meaning right) {
        Meaning wrong = execution -> wrong(execution, right.of(execution));
        return right.ignoresPredicate() ? new Meaning.Unpredicated(wrong) : wrong;
    }

    private static Executed wrong(Execution execution, Executed right) {
        return right instanceof Executed.Raised(var fault, var because) && execution.machine().psr().ss() ? new Executed.Done(Effects.NONE, because) : right;
    }
}
