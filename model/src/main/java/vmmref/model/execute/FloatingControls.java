package vmmref.model.execute;

import static vmmref.spec.Reals.CONTROLS_SET;
import static vmmref.spec.Reals.FLAGS_CHECKED;
import static vmmref.spec.Reals.FLAGS_CLEARED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.real.FloatingStatus;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Clause;

/// Instructions that set, clear and check fields of FPSR.
final class FloatingControls {
    private static final Map<String, Meaning> MEANINGS = HashMap.of("fsetc", FloatingControls::set, "fclrf", FloatingControls::cleared, "fchkf", FloatingControls::checked);

    private FloatingControls() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().mnemonic());
    }

    private static Executed set(Execution execution) {
        Operands operands = execution.operands();
        return execution.floatingStatus().controlled(operands.sf(), operands.amask(), operands.omask()).map(status -> written(status, CONTROLS_SET)).getOrElse(() -> Checks.raised(Interruption.RESERVED_REGISTER_FIELD, CONTROLS_SET));
    }

    private static Executed cleared(Execution execution) {
        return written(execution.floatingStatus().cleared(execution.operands().sf()), FLAGS_CLEARED);
    }

    private static Executed written(FloatingStatus status, Clause because) {
        return new Executed.Done(Effects.of(new Place.Application(RegisterNumber.FPSR), status.bits(), because), because);
    }

    private static Executed checked(Execution execution) {
        return execution.floatingStatus().isUnseen(execution.operands().sf()) ? Branches.failed(execution, Effects.NONE, FLAGS_CHECKED) : new Executed.Done(Effects.NONE, FLAGS_CHECKED);
    }
}
