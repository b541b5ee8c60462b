package vmmref.model.execute;

import static vmmref.spec.Integers.PREDICATES_EQUAL;
import static vmmref.spec.Reals.ANSWER_MISSING;
import static vmmref.spec.Reals.CLASS_TESTED;
import static vmmref.spec.Reals.VALUE_CLASSIFIED;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.real.Classification;
import vmmref.model.real.Completer;
import vmmref.model.real.Outcome;
import vmmref.model.real.Relation;
import vmmref.spec.Reals;

/// Comparisons of floating-point values, and questions for their class: mnemonics such as `fcmp.lt.unc`.
final class FloatingQuestions {
    private FloatingQuestions() { }

    static Option<Meaning> of(Form form) {
        String mnemonic = form.syntax().mnemonic();
        boolean unconditional = mnemonic.endsWith(".unc");
        if (mnemonic.startsWith("fclass.")) return Option.some(meaning(unconditional, FloatingQuestions::classified));
        return Option.when(mnemonic.startsWith("fcmp."), () -> {
            Relation relation = Calculations.relation(mnemonic.split("\\.")[1]);
            return meaning(unconditional, execution -> compared(execution, relation));
        });
    }

    private static Meaning meaning(boolean unconditional, Meaning question) {
        Meaning asked = execution -> asked(execution, question);
        return unconditional ? new Meaning.Unpredicated(asked) : asked;
    }

    /// {@return what comes of an instruction; only one of the type `unc` is executed while its qualifying predicate is 0}
    private static Executed asked(Execution execution, Meaning question) {
        Operands operands = execution.operands();
        if (PredicatePair.same(operands)) return Checks.raised(Interruption.ILLEGAL_OPERATION, PREDICATES_EQUAL);
        if (!execution.machine().predicate(operands.qp())) return PredicatePair.cleared(operands);
        return Calculation.enabled(execution).getOrElse(() -> question.of(execution));
    }

    private static Executed compared(Execution execution, Relation relation) {
        if (execution.f2().isNatVal() || execution.f3().isNatVal()) return unanswered(execution.operands());
        return switch (relation.of(execution.f2(), execution.f3(), Calculations.environment(execution, Completer.NONE))) {
            case Outcome.Faulted<Boolean> faulted     -> Calculation.raised(faulted);
            case Outcome.Delivered<Boolean> delivered -> new Executed.Done(answered(execution, delivered.value()).then(Calculation.remembered(execution, delivered.told())), delivered.because());
        };
    }

    private static Executed classified(Execution execution) {
        long classes = execution.operands().immediate();
        return Classification.isUnanswered(execution.f2(), classes) ? unanswered(execution.operands()) : new Executed.Done(told(execution.operands(), Classification.holds(execution.f2(), classes)), CLASS_TESTED);
    }

    /// {@return the answer: what the value is decides the first predicate}
    private static Effects told(Operands operands, boolean holds) {
        return PredicatePair.predicate(operands.p1(), holds, VALUE_CLASSIFIED).then(PredicatePair.predicate(operands.p2(), !holds, CLASS_TESTED));
    }

    private static Effects answered(Execution execution, boolean holds) {
        return PredicatePair.complemented(execution.operands(), holds);
    }

    @Reals.Rule(ANSWER_MISSING)
    static Executed unanswered(Operands operands) {
        return new Executed.Done(PredicatePair.predicate(operands.p1(), false, ANSWER_MISSING).then(PredicatePair.predicate(operands.p2(), false, ANSWER_MISSING)), ANSWER_MISSING);
    }
}
