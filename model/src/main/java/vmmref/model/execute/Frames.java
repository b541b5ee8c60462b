package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.ALLOCATION_ILLEGAL;
import static vmmref.spec.RegisterFiles.ALLOCATION_ROTATED;
import static vmmref.spec.RegisterFiles.FRAME_ALLOCATED;
import static vmmref.spec.RegisterFiles.FRAME_COVERED;
import static vmmref.spec.RegisterFiles.ROTATION_CLEARED;
import static vmmref.spec.Stacks.ALLOCATION_SPILLED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Stacks;

/// Instructions that change the current frame and are no branches.
final class Frames {
    private static final long VALID = 1L << 63;

    private static final Map<String, Meaning> MEANINGS = HashMap.of(
        "alloc r1=ar.pfs,sof,sol,sor", Frames::allocated,
        "cover",     Frames::covered,
        "clrrrb",    execution -> cleared(execution.machine().cfm(), false),
        "clrrrb.pr", execution -> cleared(execution.machine().cfm(), true));

    private Frames() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    private static Executed allocated(Execution execution) {
        Operands operands = execution.operands();
        Machine machine = execution.machine();
        return Checks.first(
                fitting(operands),
                Checks.target(operands.sof(), operands.r1()),
                unrotated(machine.cfm(), operands.sor()),
                Stacking.complete(machine))
            .getOrElse(() -> machine.stack().fits(operands.sof()) ? framed(machine, operands) : spilled(execution));
    }

    /// The parts of the frame fit into it, and it into the stacked registers.
    @RegisterFiles.Rule(ALLOCATION_ILLEGAL)
    static Option<Executed> fitting(Operands operands) {
        return Checks.unless(operands.sof() > GeneralRegisters.STACKED_NUMBER || operands.sol() > operands.sof() || operands.sor() > operands.sof(),
            Interruption.ILLEGAL_OPERATION, ALLOCATION_ILLEGAL);
    }

    /// The rotating part stays as large as it is while anything is rotated.
    @RegisterFiles.Rule(ALLOCATION_ROTATED)
    static Option<Executed> unrotated(Cfm cfm, int rotating) {
        return Checks.unless(rotating != cfm.rotating() && !cfm.isUnrotated(), Interruption.RESERVED_REGISTER_FIELD, ALLOCATION_ROTATED);
    }

    /// {@return what comes of an allocation for which there is no room yet: one more word goes to memory}
    @Stacks.Rule(ALLOCATION_SPILLED)
    static Executed spilled(Execution execution) {
        return execution.engine().store(execution);
    }

    @RegisterFiles.Rule(FRAME_ALLOCATED)
    static Executed framed(Machine machine, Operands operands) {
        Cfm old = machine.cfm();
        Cfm frame = Cfm.of(operands.sof(), operands.sol(), operands.sor() / 8).rotated(old.rrbGr(), old.rrbFr(), old.rrbPr());
        return new Executed.Done(Effects.of(Place.Frame.CFM, frame, FRAME_ALLOCATED)
            .then(new Place.General(operands.r1()), GeneralValue.of(machine.application(RegisterNumber.PFS)), FRAME_ALLOCATED), FRAME_ALLOCATED);
    }

    private static Executed covered(Execution execution) {
        Machine machine = execution.machine();
        return (machine.psr().cpl() == 0 ? Checks.real(execution) : Option.<Executed>none()).getOrElse(() -> covered(machine));
    }

    @RegisterFiles.Rule(FRAME_COVERED)
    static Executed covered(Machine machine) {
        Effects effects = Effects.of(Place.Stack.STACK, machine.stack().pushed(machine.cfm().sof()), FRAME_COVERED);
        return new Executed.Done((machine.psr().ic() ? effects : effects.then(new Place.Control(RegisterNumber.IFS), VALID | machine.cfm().bits(), FRAME_COVERED))
            .then(Place.Frame.CFM, Cfm.EMPTY, FRAME_COVERED), FRAME_COVERED);
    }

    @RegisterFiles.Rule(ROTATION_CLEARED)
    static Executed cleared(Cfm cfm, boolean ofPredicatesOnly) {
        Cfm frame = ofPredicatesOnly ? cfm.rotated(cfm.rrbGr(), cfm.rrbFr(), 0) : cfm.rotated(0, 0, 0);
        return new Executed.Done(Effects.of(Place.Frame.CFM, frame, ROTATION_CLEARED), ROTATION_CLEARED);
    }
}
