package vmmref.model.execute;

import static vmmref.spec.Executions.BRANCH_INDIRECT;
import static vmmref.spec.Executions.BRANCH_TAKEN;
import static vmmref.spec.Executions.CALL_FRAME;
import static vmmref.spec.Executions.CALL_LINKED;
import static vmmref.spec.Executions.FRAME_UNMODELLED;
import static vmmref.spec.Executions.RETURN_FRAME;
import static vmmref.spec.Executions.RETURN_LEVEL;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.Pfs;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Clause;
import vmmref.spec.Executions;

/// Calls and returns.
final class Calls {
    private static final Map<String, Meaning> MEANINGS = HashMap.of(
        "br.call b1=target25",  Calls::relative,
        "brl.call b1=target64", Calls::relative,
        "br.call b1=b2",        Calls::indirect,
        "br.ret b2",            Calls::returned);

    private Calls() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    private static Executed relative(Execution execution) {
        return called(execution, Branches.target(execution), BRANCH_TAKEN);
    }

    private static Executed indirect(Execution execution) {
        return called(execution, execution.machine().branches().get(execution.operands().b2()), BRANCH_INDIRECT);
    }

    private static Executed called(Execution execution, long target, Clause because) {
        return new Executed.Done(linked(execution).then(framed(execution.machine())).then(Branches.to(target, because)), because);
    }

    @Executions.Rule(CALL_LINKED)
    static Effects linked(Execution execution) {
        Machine machine = execution.machine();
        Pfs pfs = Pfs.of(machine.cfm(), (int) machine.application(RegisterNumber.EC), machine.psr().cpl());
        return Effects.of(new Place.Branch(execution.operands().b1()), machine.position().bundle().bits() + 16, CALL_LINKED)
            .then(new Place.Application(RegisterNumber.PFS), pfs.bits(), CALL_LINKED);
    }

    @Executions.Rule(CALL_FRAME)
    static Effects framed(Machine machine) {
        Cfm cfm = machine.cfm();
        return Effects.of(Place.Stack.STACK, machine.stack().pushed(cfm.sol()), CALL_FRAME)
            .then(Place.Frame.CFM, Cfm.of(cfm.sof() - cfm.sol(), 0, 0), CALL_FRAME);
    }

    /// {@return nothing unless more stacked registers are asked for than there are, which is where the register stack engine would go to memory}
    ///
    /// @param dirty how many are dirty besides
    /// @param sof   the size of the frame
    @Executions.Rule(FRAME_UNMODELLED)
    static Option<Executed> spilled(int dirty, int sof) {
        return dirty < 0 || dirty + sof > GeneralRegisters.STACKED_NUMBER ? Option.some(new Executed.Unspecified(FRAME_UNMODELLED)) : Option.none();
    }

    private static Executed returned(Execution execution) {
        Pfs pfs = new Pfs(execution.machine().application(RegisterNumber.PFS));
        if (!pfs.pfm().isSound()) return new Executed.Unspecified(FRAME_UNMODELLED);
        return spilled(execution.machine().stack().dirty() - pfs.pfm().sol(), pfs.pfm().sof()).getOrElse(() -> returned(execution, pfs));
    }

    @Executions.Rule(RETURN_FRAME)
    static Executed returned(Execution execution, Pfs pfs) {
        Machine machine = execution.machine();
        boolean lowered = machine.psr().cpl() < pfs.ppl();
        return new Executed.Done(Effects.of(Place.Stack.STACK, machine.stack().popped(pfs.pfm().sol()), RETURN_FRAME)
            .then(Place.Frame.CFM, pfs.pfm(), RETURN_FRAME)
            .then(new Place.Application(RegisterNumber.EC), (long) pfs.pec(), RETURN_FRAME)
            .then(lowered ? lowered(machine.psr(), pfs) : Effects.NONE)
            .then(Branches.to(machine.branches().get(execution.operands().b2()), BRANCH_INDIRECT)), RETURN_FRAME);
    }

    @Executions.Rule(RETURN_LEVEL)
    static Effects lowered(Psr psr, Pfs pfs) {
        return Effects.of(Place.Status.PSR, psr.withCpl(pfs.ppl()), RETURN_LEVEL);
    }
}
