package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.BRANCH_REGISTER_MOVED;
import static vmmref.spec.RegisterFiles.POINTER_READ;
import static vmmref.spec.RegisterFiles.PREDICATES_READ;
import static vmmref.spec.RegisterFiles.PREDICATES_WRITTEN;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Clause;
import vmmref.spec.RegisterFiles;

/// Moves to and from branch registers and predicates, and from the instruction pointer.
final class RegisterMoves {
    /// Predicates p16 to p63.
    private static final long ROTATING = -1L << 16;

    private static final Map<String, Meaning> MEANINGS = HashMap.of(
        "mov b1=r2[,tag13]",    RegisterMoves::branchWritten,
        "mov.ret b1=r2,tag13",  RegisterMoves::branchWritten,
        "mov r1=b2",            RegisterMoves::branchRead,
        "mov pr=r2,mask17",     RegisterMoves::predicatesWritten,
        "mov pr.rot=imm44",     execution -> predicates(execution.machine(), ROTATING, execution.operands().immediate()),
        "mov r1=ip",            RegisterMoves::pointerRead,
        "mov r1=pr",            RegisterMoves::predicatesRead);

    private RegisterMoves() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    /// {@return what comes of a move to the register r1, which is checked, of a value without NaT}
    static Executed told(Execution execution, long value, Clause because) {
        int r1 = execution.operands().r1();
        Option<Executed> illegal = Checks.target(execution.machine(), r1);
        return illegal.isDefined() ? illegal.get() : done(r1, value, because);
    }

    /// {@return the effect of a move of a value without NaT to a register that was checked}
    static Executed done(int r1, long value, Clause because) {
        return new Executed.Done(Effects.of(new Place.General(r1), GeneralValue.of(value), because), because);
    }

    private static Executed branchRead(Execution execution) {
        return told(execution, execution.machine().branches().get(execution.operands().b2()), BRANCH_REGISTER_MOVED);
    }

    private static Executed branchWritten(Execution execution) {
        return Checks.thing(execution.r2()).getOrElse(() -> branch(execution));
    }

    @RegisterFiles.Rule(BRANCH_REGISTER_MOVED)
    static Executed branch(Execution execution) {
        return new Executed.Done(Effects.of(new Place.Branch(execution.operands().b1()), execution.r2().bits(), BRANCH_REGISTER_MOVED), BRANCH_REGISTER_MOVED);
    }

    @RegisterFiles.Rule(POINTER_READ)
    static Executed pointerRead(Execution execution) {
        return told(execution, execution.machine().position().bundle().bits(), POINTER_READ);
    }

    @RegisterFiles.Rule(PREDICATES_READ)
    static Executed predicatesRead(Execution execution) {
        return told(execution, execution.machine().predicates(), PREDICATES_READ);
    }

    private static Executed predicatesWritten(Execution execution) {
        return Checks.thing(execution.r2()).getOrElse(() -> predicates(execution.machine(), execution.operands().immediate(), execution.r2().bits()));
    }

    /// {@return what comes of writing the predicates of a mask, by physical number}
    @RegisterFiles.Rule(PREDICATES_WRITTEN)
    static Executed predicates(Machine machine, long mask, long value) {
        return new Executed.Done(Effects.of(Place.Predicates.PREDICATES, machine.predicates() & ~mask | value & mask | 1, PREDICATES_WRITTEN), PREDICATES_WRITTEN);
    }
}
