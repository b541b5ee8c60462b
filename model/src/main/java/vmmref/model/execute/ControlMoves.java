package vmmref.model.execute;

import static vmmref.spec.Interruptions.INTERRUPT_ACKNOWLEDGED;
import static vmmref.spec.Interruptions.INTERRUPT_SPURIOUS;
import static vmmref.spec.Interruptions.LAST_COLLECTED;
import static vmmref.spec.Interruptions.SERVICE_ENDED;
import static vmmref.spec.RegisterFiles.CONTROL_ABSENT;
import static vmmref.spec.RegisterFiles.CONTROL_COLLECTING;
import static vmmref.spec.RegisterFiles.CONTROL_READ;
import static vmmref.spec.RegisterFiles.CONTROL_WRITTEN;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.ControlRegister;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Interruptions;
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
                Checks.real(execution))
            .getOrElse(() -> number == RegisterNumber.IVR ? acknowledged(execution) : told(execution, register));
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
                Checks.real(execution))
            .getOrElse(() -> switch (number) {
                case RegisterNumber.EOI  -> ended(machine);
                case RegisterNumber.IIPA -> replaced(register.layout().kept(execution.r2().bits()));
                default                  -> kept(number, register.layout().kept(execution.r2().bits()));
            });
    }

    @RegisterFiles.Rule(CONTROL_WRITTEN)
    static Executed kept(int number, long value) {
        return new Executed.Done(Effects.of(new Place.Control(number), value, CONTROL_WRITTEN), CONTROL_WRITTEN);
    }

    /// {@return what a move to IIPA does: the next delivery writes the same there, unless another instruction counts until then}
    static Executed replaced(long value) {
        return new Executed.Done(Effects.of(Place.Last.LAST, new VirtualAddress(value), LAST_COLLECTED).then(new Place.Control(RegisterNumber.IIPA), value, CONTROL_WRITTEN), CONTROL_WRITTEN);
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

    /// {@return what reading IVR does: the interrupt that comes first is no longer pending, but in service}
    private static Executed acknowledged(Execution execution) {
        return ExternalInterrupts.unmasked(execution.machine()).map(vector -> acknowledged(execution, vector)).getOrElse(() -> spurious(execution));
    }

    @Interruptions.Rule(INTERRUPT_ACKNOWLEDGED)
    static Executed acknowledged(Execution execution, int vector) {
        Machine machine = execution.machine();
        int word = vector / Long.SIZE;
        return new Executed.Done(Effects.of(new Place.Control(RegisterNumber.IRR + word), ExternalInterrupts.pending(machine).without(vector).word(word), INTERRUPT_ACKNOWLEDGED)
            .then(Place.InService.IN_SERVICE, machine.inService().with(vector), INTERRUPT_ACKNOWLEDGED)
            .then(new Place.General(execution.operands().r1()), GeneralValue.of(vector), INTERRUPT_ACKNOWLEDGED), INTERRUPT_ACKNOWLEDGED);
    }

    @Interruptions.Rule(INTERRUPT_SPURIOUS)
    static Executed spurious(Execution execution) {
        return RegisterMoves.done(execution.operands().r1(), ExternalInterrupts.SPURIOUS, INTERRUPT_SPURIOUS);
    }

    /// {@return what writing EOI does, whatever is written}
    @Interruptions.Rule(SERVICE_ENDED)
    static Executed ended(Machine machine) {
        return new Executed.Done(ExternalInterrupts.serving(machine)
            .map(vector -> Effects.of(Place.InService.IN_SERVICE, machine.inService().without(vector), SERVICE_ENDED)).getOrElse(Effects.NONE), SERVICE_ENDED);
    }
}
