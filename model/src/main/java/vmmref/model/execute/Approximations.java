package vmmref.model.execute;

import static vmmref.spec.Reals.APPROXIMATION_NULLIFIED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Executed;
import vmmref.model.real.Approximation;
import vmmref.model.real.Completer;
import vmmref.model.real.Lanes;
import vmmref.model.real.Outcome;
import vmmref.model.real.Reciprocal;
import vmmref.model.real.ReciprocalRoot;
import vmmref.spec.Reals;

/// Instructions that begin a division or a square root: they write f1, and to p2 whether software has to go on.
final class Approximations {
    private static final Map<String, Beginning> MEANINGS = HashMap.of(
        "frcpa",    execution -> Reciprocal.REGISTER.of(execution.f2(), execution.f3(), Calculations.environment(execution, Completer.NONE)),
        "fprcpa",   execution -> Lanes.reciprocal(execution.f2(), execution.f3(), Calculations.environment(execution, Completer.PARALLEL)),
        "frsqrta",  execution -> ReciprocalRoot.REGISTER.of(execution.f3(), Calculations.environment(execution, Completer.NONE)),
        "fprsqrta", execution -> Lanes.root(execution.f3(), Calculations.environment(execution, Completer.PARALLEL)));

    private Approximations() { }

    /// What an instruction delivers.
    @FunctionalInterface
    private interface Beginning {
        Outcome<Approximation> of(Execution execution);
    }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().mnemonic()).map(beginning -> new Meaning.Unpredicated(execution -> executed(execution, beginning)));
    }

    private static Executed executed(Execution execution, Beginning beginning) {
        if (!execution.machine().predicate(execution.operands().qp())) return nullified(execution.operands());
        return Calculation.checked(execution).getOrElse(() -> switch (beginning.of(execution)) {
            case Outcome.Faulted<Approximation> faulted     -> Calculation.raised(faulted);
            case Outcome.Delivered<Approximation> delivered -> new Executed.Done(Calculation.written(execution, delivered.value().value(), delivered)
                .then(PredicatePair.predicate(execution.operands().p2(), delivered.value().refinable(), delivered.because())), delivered.because());
        });
    }

    @Reals.Rule(APPROXIMATION_NULLIFIED)
    static Executed nullified(Operands operands) {
        return new Executed.Done(PredicatePair.predicate(operands.p2(), false, APPROXIMATION_NULLIFIED), APPROXIMATION_NULLIFIED);
    }
}
