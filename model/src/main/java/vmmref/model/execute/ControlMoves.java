package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.CONTROL_ABSENT;
import static vmmref.spec.RegisterFiles.CONTROL_COLLECTING;
import static vmmref.spec.RegisterFiles.CONTROL_READ;
import static vmmref.spec.RegisterFiles.CONTROL_WRITTEN;
import static vmmref.spec.RegisterFiles.INTERRUPT_REGISTER_UNMODELLED;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.profile.Profile;
import vmmref.model.register.ControlRegister;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.RegisterFiles;

/// Moves to and from control registers.
///
/// @param registers by number
record ControlMoves(Seq<ControlRegister> registers) {
    Option<Meaning> of(Form form) {
        return switch (form.syntax().plain()) {
            case "mov r1=cr3" -> Option.some(this::read);
            case "mov cr3=r2" -> Option.some(this::written);
            default           -> Option.none();
        };
    }

    private Executed read(Execution execution) {
        int number = execution.operands().cr3();
        ControlRegister register = registers.get(number);
        Machine machine = execution.machine();
        return Checks.first(
                present(register, false),
                quiet(register, machine),
                Checks.target(machine, execution.operands().r1()),
                Checks.privileged(machine),
                Checks.real(execution),
                modelled(number != RegisterNumber.IVR))
            .getOrElse(() -> told(execution, register));
    }

    @RegisterFiles.Rule(CONTROL_READ)
    static Executed told(Execution execution, ControlRegister register) {
        return RegisterMoves.done(execution.operands().r1(), execution.machine().control(execution.operands().cr3()) & ~register.hidden(), CONTROL_READ);
    }

    private Executed written(Execution execution) {
        int number = execution.operands().cr3();
        ControlRegister register = registers.get(number);
        Machine machine = execution.machine();
        return Checks.first(
                present(register, true),
                quiet(register, machine),
                Checks.privileged(machine),
                Checks.thing(execution.r2()),
                Checks.permitted(isReserved(execution, register)),
                Checks.real(execution),
                modelled(number != RegisterNumber.EOI))
            .getOrElse(() -> kept(number, register.layout().kept(execution.r2().bits())));
    }

    @RegisterFiles.Rule(CONTROL_WRITTEN)
    static Executed kept(int number, long value) {
        return new Executed.Done(Effects.of(new Place.Control(number), value, CONTROL_WRITTEN), CONTROL_WRITTEN);
    }

    private static boolean isReserved(Execution execution, ControlRegister register) {
        long value = execution.r2().bits();
        return register.layout().isReserved(value) || (value & register.reservedWithout()) != 0 && !execution.translator().profile().has(Profile.VIRTUAL_MACHINE_SWITCH);
    }

    /// The register exists, and it can be written if it is.
    @RegisterFiles.Rule(CONTROL_ABSENT)
    static Option<Executed> present(ControlRegister register, boolean written) {
        return Checks.unless(!register.exists() || written && !register.isWritable(), Interruption.ILLEGAL_OPERATION, CONTROL_ABSENT);
    }

    /// Interruptions, which would change the register, do not collect anything now.
    @RegisterFiles.Rule(CONTROL_COLLECTING)
    static Option<Executed> quiet(ControlRegister register, Machine machine) {
        return Checks.unless(register.ofInterruptions() && machine.psr().ic(), Interruption.ILLEGAL_OPERATION, CONTROL_COLLECTING);
    }

    /// The move does not acknowledge or end an external interrupt.
    @RegisterFiles.Rule(INTERRUPT_REGISTER_UNMODELLED)
    static Option<Executed> modelled(boolean plain) {
        return plain ? Option.none() : Option.some(new Executed.Unspecified(INTERRUPT_REGISTER_UNMODELLED));
    }
}
