package vmmref.model.execute;

import static vmmref.spec.Stacks.FRAME_INCOMPLETE;
import static vmmref.spec.Stacks.LOADED_COLLECTION_LOST;
import static vmmref.spec.Stacks.LOADING_ILLEGAL;
import static vmmref.spec.Stacks.STACK_FLUSHED;
import static vmmref.spec.Stacks.STACK_LOADED;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.BackingStore;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.word.Bits;
import vmmref.spec.Stacks;

/// Instructions that have the register stack engine store or load whatever is left.
final class Stacking {
    private Stacking() { }

    static Option<Meaning> of(Form form) {
        return switch (form.syntax().plain()) {
            case "flushrs" -> Option.some(Stacking::flushed);
            case "loadrs"  -> Option.some(Stacking::loaded);
            default        -> Option.none();
        };
    }

    /// No register of the frame is in memory only.
    @Stacks.Rule(FRAME_INCOMPLETE)
    static Option<Executed> complete(Machine machine) {
        return machine.stack().isIncomplete() ? Option.some(new Executed.Unspecified(FRAME_INCOMPLETE)) : Option.none();
    }

    private static Executed flushed(Execution execution) {
        return complete(execution.machine()).getOrElse(() -> flushedOnce(execution));
    }

    @Stacks.Rule(STACK_FLUSHED)
    static Executed flushedOnce(Execution execution) {
        RegisterStack stack = execution.machine().stack();
        return stack.bsp().equals(stack.bspstore()) ? new Executed.Done(Effects.NONE, STACK_FLUSHED) : execution.engine().store(execution);
    }

    private static Executed loaded(Execution execution) {
        Machine machine = execution.machine();
        long bytes = Bits.field(machine.application(RegisterNumber.RSC), 29, 16) & -BackingStore.WORD;
        return Checks.first(permitted(machine, bytes), complete(machine)).getOrElse(() -> loaded(execution, new VirtualAddress(machine.stack().bsp().bits() - bytes)));
    }

    /// The engine is lazy, and either nothing is loaded, or the frame is empty and the stacked registers hold as much.
    @Stacks.Rule(LOADING_ILLEGAL)
    static Option<Executed> permitted(Machine machine, long bytes) {
        long bsp = machine.stack().bsp().bits();
        boolean closed = Bits.field(machine.application(RegisterNumber.RSC), 1, 0) != 0;
        boolean framed = machine.cfm().sof() != 0 && Bits.field(machine.application(RegisterNumber.RSC), 29, 16) != 0;
        return Checks.unless(closed || framed || BackingStore.registers(bsp - bytes, bsp) > machine.stack().size(), Interruption.ILLEGAL_OPERATION, LOADING_ILLEGAL);
    }

    /// {@return what comes of `loadrs`, given the address from which on all is dirty afterwards}
    private static Executed loaded(Execution execution, VirtualAddress from) {
        return BackingStore.words(from.bits(), execution.machine().stack().bspstore().bits()) > 0 ? loadedOnce(execution) : kept(execution.machine().stack(), from);
    }

    @Stacks.Rule(STACK_LOADED)
    static Executed loadedOnce(Execution execution) {
        return execution.engine().load(execution);
    }

    /// {@return the registers from an address on, which are all that is dirty; RNAT stays}
    @Stacks.Rule(LOADED_COLLECTION_LOST)
    static Executed kept(RegisterStack stack, VirtualAddress from) {
        RegisterStack left = stack.with((int) BackingStore.registers(from.bits(), stack.bsp().bits()), from, stack.rnat());
        return new Executed.Done(Effects.of(Place.Stack.STACK, left, STACK_LOADED).then(new Place.Application(RegisterNumber.RNAT), stack.rnat(), LOADED_COLLECTION_LOST), STACK_LOADED);
    }
}
