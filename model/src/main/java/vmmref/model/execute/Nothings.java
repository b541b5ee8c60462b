package vmmref.model.execute;

import static vmmref.spec.Executions.BREAK_RAISED;
import static vmmref.spec.Executions.NOTHING_DONE;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.spec.Encodings;
import vmmref.spec.Executions;

/// Instructions that do nothing, and those that only fault.
final class Nothings {
    private Nothings() { }

    static Option<Meaning> of(Form form) {
        return switch (form.clause()) {
            case Encodings.NOP_FORM, Encodings.BRANCH_PREDICT_FORM -> Option.some(Nothings::nop);
            case Encodings.BREAK_FORM -> Option.some(Nothings::broken);
            default -> Option.none();
        };
    }

    @Executions.Rule(NOTHING_DONE)
    static Executed nop(Execution execution) {
        return new Executed.Done(Effects.NONE, NOTHING_DONE);
    }

    @Executions.Rule(BREAK_RAISED)
    static Executed broken(Execution execution) {
        return Checks.raised(Interruption.BREAK_INSTRUCTION, BREAK_RAISED);
    }
}
