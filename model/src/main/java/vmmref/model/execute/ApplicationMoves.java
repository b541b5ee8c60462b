package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.APPLICATION_ABSENT;
import static vmmref.spec.RegisterFiles.APPLICATION_PRIVILEGED;
import static vmmref.spec.RegisterFiles.APPLICATION_READ;
import static vmmref.spec.RegisterFiles.APPLICATION_WRITTEN;
import static vmmref.spec.RegisterFiles.BACKING_STORE_CLOSED;
import static vmmref.spec.RegisterFiles.BACKING_STORE_MOVED;
import static vmmref.spec.RegisterFiles.COLLECTION_LOST;
import static vmmref.spec.RegisterFiles.STACK_LEVEL_CLAMPED;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.ApplicationRegister;
import vmmref.model.register.ApplicationRegister.Access;
import vmmref.model.register.ApplicationRegister.Unit;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.word.Bits;
import vmmref.spec.RegisterFiles;

/// Moves to and from application registers.
///
/// @param registers by number
record ApplicationMoves(Seq<ApplicationRegister> registers) {
    Option<Meaning> of(Form form) {
        return switch (form.syntax().plain()) {
            case "mov.m r1=ar3"   -> Option.some(execution -> read(execution, Unit.M));
            case "mov.i r1=ar3"   -> Option.some(execution -> read(execution, Unit.I));
            case "mov.m ar3=r2"   -> Option.some(execution -> written(execution, Unit.M, execution.r2()));
            case "mov.i ar3=r2"   -> Option.some(execution -> written(execution, Unit.I, execution.r2()));
            case "mov.m ar3=imm8" -> Option.some(execution -> written(execution, Unit.M, GeneralValue.of(execution.operands().immediate())));
            case "mov.i ar3=imm8" -> Option.some(execution -> written(execution, Unit.I, GeneralValue.of(execution.operands().immediate())));
            default               -> Option.none();
        };
    }

    private Executed read(Execution execution, Unit unit) {
        ApplicationRegister register = registers.get(execution.operands().ar3());
        Machine machine = execution.machine();
        boolean closed = register.access() == Access.TIME && machine.psr().si();
        return Checks.first(
                present(register, unit, false),
                Checks.target(machine, execution.operands().r1()),
                open(register, machine),
                privileged(closed, machine),
                closed ? Checks.real(execution) : Option.none())
            .getOrElse(() -> told(execution, register));
    }

    @RegisterFiles.Rule(APPLICATION_READ)
    static Executed told(Execution execution, ApplicationRegister register) {
        return RegisterMoves.done(execution.operands().r1(), register.access() == Access.IGNORED ? 0 : execution.machine().application(execution.operands().ar3()), APPLICATION_READ);
    }

    private Executed written(Execution execution, Unit unit, GeneralValue value) {
        ApplicationRegister register = registers.get(execution.operands().ar3());
        Machine machine = execution.machine();
        return Checks.first(
                present(register, unit, true),
                open(register, machine),
                Checks.thing(value),
                Checks.permitted(register.layout().isReserved(value.bits())),
                privileged(register.access() == Access.LEVEL_0 || register.access() == Access.TIME, machine),
                register.access() == Access.TIME ? Checks.real(execution) : Option.none(),
                execution.operands().ar3() == RegisterNumber.BSPSTORE ? Stacking.complete(machine) : Option.none())
            .getOrElse(() -> new Executed.Done(kept(machine, execution.operands().ar3(), register, value.bits()), APPLICATION_WRITTEN));
    }

    /// The register exists, moves of the unit reach it, and it can be written if it is.
    @RegisterFiles.Rule(APPLICATION_ABSENT)
    static Option<Executed> present(ApplicationRegister register, Unit unit, boolean written) {
        return Checks.unless(register.access() == Access.ABSENT || !register.unit().has(unit) || written && register.access() == Access.READ,
            Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
    }

    /// What the register stack engine writes to memory is left alone while it may do so of its own accord.
    @RegisterFiles.Rule(BACKING_STORE_CLOSED)
    static Option<Executed> open(ApplicationRegister register, Machine machine) {
        return Checks.unless(register.access() == Access.STORE && Bits.field(machine.application(RegisterNumber.RSC), 1, 0) != 0, Interruption.ILLEGAL_OPERATION, BACKING_STORE_CLOSED);
    }

    /// Where privilege is asked for, the current privilege level is 0.
    @RegisterFiles.Rule(APPLICATION_PRIVILEGED)
    static Option<Executed> privileged(boolean asked, Machine machine) {
        return Checks.unless(asked && machine.psr().cpl() != 0, Interruption.PRIVILEGED_REGISTER, APPLICATION_PRIVILEGED);
    }

    @RegisterFiles.Rule(APPLICATION_WRITTEN)
    static Effects kept(Machine machine, int number, ApplicationRegister register, long value) {
        long kept = register.layout().kept(value);
        return switch (number) {
            case RegisterNumber.RSC      -> clamped(machine, kept);
            case RegisterNumber.BSPSTORE -> moved(kept);
            default                      -> register.access() == Access.IGNORED ? Effects.NONE : Effects.of(new Place.Application(number), kept, APPLICATION_WRITTEN);
        };
    }

    /// {@return RSC with a field pl that is not more privileged than the current level}
    @RegisterFiles.Rule(STACK_LEVEL_CLAMPED)
    static Effects clamped(Machine machine, long value) {
        long level = Math.max(Bits.field(value, 3, 2), machine.psr().cpl());
        return Effects.of(new Place.Application(RegisterNumber.RSC), value & ~0xcL | level << 2, STACK_LEVEL_CLAMPED);
    }

    /// {@return a new place for the dirty registers, and an RNAT that holds nothing of them}
    @RegisterFiles.Rule({BACKING_STORE_MOVED, COLLECTION_LOST})
    static Effects moved(long value) {
        return Effects.of(new Place.Application(RegisterNumber.BSPSTORE), value, BACKING_STORE_MOVED).then(new Place.Application(RegisterNumber.RNAT), 0L, COLLECTION_LOST);
    }
}
