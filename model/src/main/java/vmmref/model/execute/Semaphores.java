package vmmref.model.execute;

import static vmmref.spec.Memories.VALUE_ADDED;
import static vmmref.spec.Memories.VALUE_COMPARED;
import static vmmref.spec.Memories.VALUE_EXCHANGED;
import static vmmref.spec.Memories.WIDE_COMPARED;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Encodings;
import vmmref.spec.Memories;

/// Semaphores: they read memory and write it without anything in between.
final class Semaphores {
    private Semaphores() { }

    /// What a semaphore writes, given what memory holds.
    @FunctionalInterface
    interface Writing {
        Effects of(Execution execution, PhysicalAddress at, long old);
    }

    static Option<Meaning> of(Form form) {
        return Option.when(form.clause() == Encodings.SEMAPHORE_FORM, () -> meaning(form.syntax().mnemonic().split("\\.")[0]));
    }

    private static Meaning meaning(String name) {
        if (name.equals("cmp8xchg16")) return execution -> changed(execution, ReferenceType.EXCHANGE, Long.BYTES, execution.r2().nat(), WIDE_COMPARED, Semaphores::comparedWide);
        int size = name.charAt(name.length() - 1) - '0';
        return switch (name.substring(0, name.length() - 1)) {
            case "xchg"    -> execution -> changed(execution, ReferenceType.EXCHANGE, size, execution.r2().nat(), VALUE_EXCHANGED, (some, at, old) -> exchanged(some, at, size));
            case "cmpxchg" -> execution -> changed(execution, ReferenceType.EXCHANGE, size, execution.r2().nat(), VALUE_COMPARED, (some, at, old) -> compared(some, at, size, old));
            default        -> execution -> changed(execution, ReferenceType.FETCHADD, size, false, VALUE_ADDED, (some, at, old) -> added(some, at, size, old));
        };
    }

    private static Executed changed(Execution execution, ReferenceType type, int size, boolean nat, Memories because, Writing writing) {
        int r1 = execution.operands().r1();
        return Checks.target(execution.machine(), r1).getOrElse(() -> Accesses.reached(execution, Accesses.reference(type, execution.r3(), size, nat), to -> {
            long old = Data.read(execution.machine(), to.address(), size);
            return new Executed.Done(writing.of(execution, to.address(), old).then(new Place.General(r1), GeneralValue.of(old), because), because);
        }));
    }

    @Memories.Rule(VALUE_EXCHANGED)
    static Effects exchanged(Execution execution, PhysicalAddress at, int size) {
        return written(execution.machine(), at, size, execution.r2().bits(), VALUE_EXCHANGED);
    }

    @Memories.Rule(VALUE_COMPARED)
    static Effects compared(Execution execution, PhysicalAddress at, int size, long old) {
        Machine machine = execution.machine();
        return old == machine.application(RegisterNumber.CCV) ? written(machine, at, size, execution.r2().bits(), VALUE_COMPARED) : Advanced.lost(machine, at, size);
    }

    @Memories.Rule(WIDE_COMPARED)
    static Effects comparedWide(Execution execution, PhysicalAddress at, long old) {
        PhysicalAddress start = new PhysicalAddress(at.bits() & -2 * Long.BYTES);
        Effects stored = old == execution.machine().application(RegisterNumber.CCV) ? Stores.pair(execution, start, WIDE_COMPARED) : Effects.NONE;
        return stored.then(Advanced.lost(execution.machine(), start, 2 * Long.BYTES));
    }

    @Memories.Rule(VALUE_ADDED)
    static Effects added(Execution execution, PhysicalAddress at, int size, long old) {
        return written(execution.machine(), at, size, old + execution.operands().immediate(), VALUE_ADDED);
    }

    private static Effects written(Machine machine, PhysicalAddress at, int size, long value, Memories because) {
        return Data.written(machine, at, size, value, because).then(Advanced.lost(machine, at, size));
    }
}
