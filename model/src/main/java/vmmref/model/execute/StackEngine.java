package vmmref.model.execute;

import static vmmref.spec.Stacks.COLLECTION_LOADED;
import static vmmref.spec.Stacks.COLLECTION_REMAINING;
import static vmmref.spec.Stacks.COLLECTION_STORED;
import static vmmref.spec.Stacks.REFERENCE_SPARED;
import static vmmref.spec.Stacks.REFERENCE_STEPPED;
import static vmmref.spec.Stacks.REGISTER_LOADED;
import static vmmref.spec.Stacks.REGISTER_STORED;
import static vmmref.spec.Stacks.STORE_EAGER;
import static vmmref.spec.Stacks.STORE_LEVEL;
import static vmmref.spec.Stacks.STORE_ORDERED;

import java.util.function.IntUnaryOperator;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.BackingStore;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.word.Bits;
import vmmref.spec.Stacks;

/// The register stack engine: how stacked registers go to memory, and how they come back. A wrong engine is this record with one answer replaced.
///
/// @param storing how the stack is after its next word went to memory
/// @param loading how it is after the word before has come back
/// @param level   the privilege level of its references, by RSC.pl
public record StackEngine(Storing storing, Loading loading, IntUnaryOperator level) {
    private static final StackEngine ARCHITECTED = new StackEngine(StackEngine::stored, StackEngine::loaded, IntUnaryOperator.identity());

    /// PSR.da and PSR.dd.
    private static final long SPARED = 1L << 38 | 1L << 39;
    private static final int BE = 4;
    /// The bits of RSC.mode by which an engine is eager.
    private static final int STORES = 1;
    private static final int LOADS = 2;

    /// The question how the stack is after its next word went to memory.
    @FunctionalInterface
    public interface Storing {
        /// {@return the stack}
        ///
        /// @param nat the NaT bit of the register that was stored; of no meaning where a collection was
        RegisterStack after(RegisterStack stack, boolean nat);
    }

    /// The question how the stack is after the word before the next one has come back.
    @FunctionalInterface
    public interface Loading {
        /// {@return the stack}
        ///
        /// @param word what memory held
        RegisterStack after(RegisterStack stack, long word);
    }

    /// {@return the engine as the architecture states it}
    public static StackEngine architected() {
        return ARCHITECTED;
    }

    public StackEngine withStoring(Storing changed) {
        return new StackEngine(changed, loading, level);
    }

    public StackEngine withLoading(Loading changed) {
        return new StackEngine(storing, changed, level);
    }

    public StackEngine withLevel(IntUnaryOperator changed) {
        return new StackEngine(storing, loading, changed);
    }

    /// {@return whether effects are those of a step in which no instruction was done, but a mandatory reference}
    public static boolean isReference(Effects effects) {
        return effects != Effects.NONE && effects.last().because() == REFERENCE_STEPPED;
    }

    /// {@return what comes of storing the next word, after which the machine stands where it stood}
    Executed store(Execution execution) {
        return stepped(execution, storedWord(execution));
    }

    /// {@return what comes of loading the word before, after which the machine stands where it stood}
    Executed load(Execution execution) {
        return stepped(execution, loadedWord(execution));
    }

    /// {@return what comes of a machine whose frame is loaded: one more word of it}
    public Executed refill(Execution execution) {
        Executed first = loadedWord(execution);
        return stepped(execution, isEager(execution, LOADS) ? rest(execution, first) : first);
    }

    /// {@return the same, and what was loaded before of the words that are left}
    private Executed rest(Execution execution, Executed loaded) {
        if (!(loaded instanceof Executed.Done(var effects, var because, _))) return loaded;
        Machine after = unspared(execution.machine().with(effects));
        if (!after.stack().isLoading()) return loaded;
        return rest(execution.on(after), loadedWord(execution.on(after))) instanceof Executed.Done others ? others.with(effects.then(others.effects())) : loaded;
    }

    /// {@return what an engine that is eager stores before an instruction}
    public Effects eager(Execution execution) {
        RegisterStack stack = execution.machine().stack();
        boolean stores = isEager(execution, STORES) && !stack.isIncomplete() && !stack.bsp().equals(stack.bspstore());
        return stores && storedWord(execution.on(unspared(execution.machine()))) instanceof Executed.Done(var effects, var because, _) ? effects : Effects.NONE;
    }

    /// {@return a machine on which no reference is spared a fault}
    private static Machine unspared(Machine machine) {
        return machine.withPsr(new Psr(machine.psr().bits() & ~SPARED));
    }

    @Stacks.Rule(STORE_EAGER)
    static boolean isEager(Execution execution, int bit) {
        return execution.choice().takes(Freedom.STACK) && (execution.machine().application(RegisterNumber.RSC) & bit) != 0;
    }

    @Stacks.Rule(REFERENCE_STEPPED)
    static Executed stepped(Execution execution, Executed executed) {
        return executed instanceof Executed.Done done
            ? done.with(done.effects().then(spared(execution.machine().psr())).then(Place.Next.NEXT, execution.machine().position(), REFERENCE_STEPPED)) : executed;
    }

    /// {@return what a mandatory reference uses up of PSR}
    @Stacks.Rule(REFERENCE_SPARED)
    static Effects spared(Psr psr) {
        return (psr.bits() & SPARED) == 0 ? Effects.NONE : Effects.of(Place.Status.PSR, new Psr(psr.bits() & ~SPARED), REFERENCE_SPARED);
    }

    private Executed storedWord(Execution execution) {
        Machine machine = execution.machine();
        RegisterStack stack = machine.stack();
        boolean collection = BackingStore.isCollection(stack.bspstore());
        GeneralValue oldest = collection ? GeneralValue.of(stack.rnat()) : machine.general().get(GeneralRegisters.STACKED + stack.stacked(-stack.dirty()));
        Stacks because = collection ? COLLECTION_STORED : REGISTER_STORED;
        return Accesses.reached(execution, reference(machine, ReferenceType.STACK_STORE, stack.bspstore(), level), to -> new Executed.Done(
            Effects.of(new Place.Bytes(to.address(), BackingStore.WORD), ordered(machine, oldest.bits()), isReversed(machine) ? STORE_ORDERED : because)
                .then(Advanced.lost(machine, to.address(), BackingStore.WORD))
                .then(Place.Stack.STACK, storing.after(stack, oldest.nat()), because), because));
    }

    private Executed loadedWord(Execution execution) {
        Machine machine = execution.machine();
        RegisterStack stack = machine.stack();
        VirtualAddress at = new VirtualAddress(stack.bspstore().bits() - BackingStore.WORD);
        return Accesses.reached(execution, reference(machine, ReferenceType.STACK_LOAD, at, level),
            to -> loaded(machine, at, ordered(machine, machine.memory().read(to.address(), BackingStore.WORD))));
    }

    private Executed loaded(Machine machine, VirtualAddress at, long word) {
        RegisterStack stack = machine.stack();
        boolean collection = BackingStore.isCollection(at);
        Stacks because = collection ? COLLECTION_LOADED : REGISTER_LOADED;
        Effects register = collection ? Effects.NONE : filled(machine, stack.stacked(-stack.dirty() - 1), new GeneralValue(word, Bits.bit(stack.rnat(), BackingStore.slot(at.bits()))), isReversed(machine) ? STORE_ORDERED : because);
        return new Executed.Done(register.then(Place.Stack.STACK, loading.after(stack, word), because), because);
    }

    /// {@return the effects of a value on a stacked register, of which no advanced load is remembered any more}
    private static Effects filled(Machine machine, int number, GeneralValue value, Stacks because) {
        return Effects.of(new Place.Stacked(number), value, because).then(Advanced.removed(machine, new Alat.Tag(false, GeneralRegisters.STACKED + number), REGISTER_LOADED));
    }

    /// {@return the stack after its next word went to memory; the bits of RNAT for registers that did not go there stay}
    @Stacks.Rule({REGISTER_STORED, COLLECTION_STORED, COLLECTION_REMAINING})
    static RegisterStack stored(RegisterStack stack, boolean nat) {
        VirtualAddress next = new VirtualAddress(stack.bspstore().bits() + BackingStore.WORD);
        if (BackingStore.isCollection(stack.bspstore())) return stack.with(stack.dirty(), next, stack.rnat());
        long bit = 1L << BackingStore.slot(stack.bspstore().bits());
        return stack.with(stack.dirty() - 1, next, nat ? stack.rnat() | bit : stack.rnat() & ~bit);
    }

    /// {@return the stack after the word before the next one has come back}
    @Stacks.Rule({REGISTER_LOADED, COLLECTION_LOADED})
    static RegisterStack loaded(RegisterStack stack, long word) {
        VirtualAddress at = new VirtualAddress(stack.bspstore().bits() - BackingStore.WORD);
        return BackingStore.isCollection(at) ? stack.with(stack.dirty(), at, word & Long.MAX_VALUE) : stack.with(stack.dirty() + 1, at, stack.rnat());
    }

    /// {@return the reference of the engine to a word of the backing store}
    @Stacks.Rule(STORE_LEVEL)
    static Reference reference(Machine machine, ReferenceType type, VirtualAddress at, IntUnaryOperator level) {
        return Reference.stack(type, at, level.applyAsInt((int) Bits.field(machine.application(RegisterNumber.RSC), 3, 2)));
    }

    /// {@return a word whose bytes memory holds, or that memory holds as these}
    @Stacks.Rule(STORE_ORDERED)
    static long ordered(Machine machine, long word) {
        return isReversed(machine) ? Long.reverseBytes(word) : word;
    }

    private static boolean isReversed(Machine machine) {
        return Bits.bit(machine.application(RegisterNumber.RSC), BE);
    }
}
