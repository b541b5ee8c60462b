package vmmref.model.execute;

import static vmmref.spec.Executions.BRANCH_INDIRECT;
import static vmmref.spec.Executions.BRANCH_TAKEN;
import static vmmref.spec.Executions.SPECULATION_CHECKED;
import static vmmref.spec.Memories.CHECK_FAULTED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.translate.Freedom;
import vmmref.spec.Clause;
import vmmref.spec.Executions;
import vmmref.spec.Memories;

/// Branches that only go elsewhere, and checks of speculation, which go elsewhere when they fail.
final class Branches {
    private static final Map<String, Meaning> MEANINGS = HashMap.of(
        "br.cond target25",  Branches::relative,
        "brl.cond target64", Branches::relative,
        "br.cond b2",        Branches::indirect,
        "chk.s.i r2,target25", Branches::checked,
        "chk.s.m r2,target25", Branches::checked,
        "chk.s f2,target25",   Branches::checkedFloating);

    private Branches() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    /// {@return the effect of a branch that is taken}
    static Effects to(long address, Clause because) {
        return Effects.of(Place.Next.NEXT, Position.at(address), because);
    }

    /// {@return the target of a branch that is relative to the bundle that holds it}
    @Executions.Rule(BRANCH_TAKEN)
    static long target(Execution execution) {
        return execution.machine().position().bundle().bits() + execution.operands().target();
    }

    private static Executed relative(Execution execution) {
        return new Executed.Done(to(target(execution), BRANCH_TAKEN), BRANCH_TAKEN);
    }

    @Executions.Rule(BRANCH_INDIRECT)
    static Executed indirect(Execution execution) {
        return new Executed.Done(to(execution.machine().branches().get(execution.operands().b2()), BRANCH_INDIRECT), BRANCH_INDIRECT);
    }

    private static Executed checked(Execution execution) {
        return checked(execution, execution.r2().nat());
    }

    private static Executed checkedFloating(Execution execution) {
        return Checks.floatingEnabled(execution.machine(), execution.operands().f2()).getOrElse(() -> checked(execution, execution.f2().isNatVal()));
    }

    @Executions.Rule(SPECULATION_CHECKED)
    static Executed checked(Execution execution, boolean failed) {
        return failed ? failed(execution, Effects.NONE, SPECULATION_CHECKED) : new Executed.Done(Effects.NONE, SPECULATION_CHECKED);
    }

    /// {@return what a check that fails ends in, after other effects of it}
    @Memories.Rule(CHECK_FAULTED)
    static Executed failed(Execution execution, Effects before, Clause because) {
        return execution.choice().takes(Freedom.CHECK)
            ? Checks.raised(Interruption.SPECULATIVE_OPERATION, CHECK_FAULTED)
            : new Executed.Done(before.then(to(target(execution), because)), because);
    }
}
