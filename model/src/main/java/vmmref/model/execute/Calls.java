package vmmref.model.execute;

import static vmmref.spec.Executions.BRANCH_INDIRECT;
import static vmmref.spec.Executions.BRANCH_TAKEN;
import static vmmref.spec.Executions.CALL_FRAME;
import static vmmref.spec.Executions.CALL_LINKED;
import static vmmref.spec.Executions.RETURN_FRAME;
import static vmmref.spec.Executions.RETURN_LEVEL;
import static vmmref.spec.Stacks.CALLER_UNSOUND;
import static vmmref.spec.Stacks.FRAME_EMPTIED;
import static vmmref.spec.Stacks.FRAME_REFILLED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.Pfs;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.spec.Clause;
import vmmref.spec.Executions;
import vmmref.spec.Stacks;

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
        return Stacking.complete(execution.machine()).getOrElse(() -> new Executed.Done(linked(execution).then(framed(execution.machine())).then(Branches.to(target, because)), because));
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

    private static Executed returned(Execution execution) {
        Machine machine = execution.machine();
        Pfs pfs = new Pfs(machine.application(RegisterNumber.PFS));
        return Checks.first(Stacking.complete(machine), sound(pfs.pfm())).getOrElse(() -> returned(execution, pfs));
    }

    /// The frame of the caller is one.
    @Stacks.Rule(CALLER_UNSOUND)
    static Option<Executed> sound(Cfm frame) {
        return frame.isSound() ? Option.none() : Option.some(new Executed.Unspecified(CALLER_UNSOUND));
    }

    private static Executed returned(Execution execution, Pfs pfs) {
        Machine machine = execution.machine();
        boolean lowered = machine.psr().cpl() < pfs.ppl();
        return new Executed.Done(restored(machine.stack(), pfs.pfm().sol(), RETURN_FRAME)
            .then(fits(machine.stack(), pfs.pfm()) ? Effects.of(Place.Frame.CFM, pfs.pfm(), RETURN_FRAME) : emptied())
            .then(counted(pfs))
            .then(lowered ? lowered(machine.psr(), pfs) : Effects.NONE)
            .then(Branches.to(machine.branches().get(execution.operands().b2()), BRANCH_INDIRECT)), RETURN_FRAME);
    }

    private static boolean fits(RegisterStack stack, Cfm frame) {
        return stack.fits(frame.sof() - frame.sol());
    }

    /// {@return the frame that is there again; what it lacks is loaded}
    @Stacks.Rule(FRAME_REFILLED)
    static Effects restored(RegisterStack stack, int registers, Clause because) {
        RegisterStack restored = stack.popped(registers);
        return Effects.of(Place.Stack.STACK, restored, restored.isLoading() ? FRAME_REFILLED : because);
    }

    @Stacks.Rule(FRAME_EMPTIED)
    static Effects emptied() {
        return Effects.of(Place.Frame.CFM, Cfm.EMPTY, FRAME_EMPTIED);
    }

    @Executions.Rule(RETURN_FRAME)
    static Effects counted(Pfs pfs) {
        return Effects.of(new Place.Application(RegisterNumber.EC), (long) pfs.pec(), RETURN_FRAME);
    }

    @Executions.Rule(RETURN_LEVEL)
    static Effects lowered(Psr psr, Pfs pfs) {
        return Effects.of(Place.Status.PSR, psr.withCpl(pfs.ppl()), RETURN_LEVEL);
    }
}
