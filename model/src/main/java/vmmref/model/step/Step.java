package vmmref.model.step;

import static vmmref.spec.Executions.BUNDLE_FETCHED;
import static vmmref.spec.Executions.INSTRUCTION_NULLIFIED;
import static vmmref.spec.Executions.LONG_SLOT_ILLEGAL;
import static vmmref.spec.Executions.SINGLE_BITS_CLEARED;
import static vmmref.spec.Executions.SLOT_FOLLOWED;
import static vmmref.spec.Executions.TEMPLATE_ILLEGAL;
import static vmmref.spec.Interruptions.FETCH_UNIMPLEMENTED;
import static vmmref.spec.Interruptions.LAST_COLLECTED;
import static vmmref.spec.Interruptions.SLOT_FETCHED_AGAIN;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Operands;
import vmmref.model.execute.Ready;
import vmmref.model.execute.ReadyBundle;
import vmmref.model.execute.ReadyBundles;
import vmmref.model.execute.StackEngine;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Code;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Arrival;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Target;
import vmmref.model.translate.Translated;
import vmmref.spec.Executions;
import vmmref.spec.Interruptions;

/// A step: fetch, decode, execute, and go on to the next instruction; or a mandatory reference of the register stack engine.
///
/// @param rules  the rules of the machine
/// @param decode which instructions a bundle holds, and what they mean
public record Step(Semantics rules, ReadyBundles decode) {
    private static final Executed NULLIFIED = new Executed.Done(Effects.NONE, INSTRUCTION_NULLIFIED);

    /// The bits ed, ia, da, dd and id of PSR.
    private static final long SINGLE = 1L << 43 | 1L << 45 | 1L << 38 | 1L << 39 | 1L << 37;

    public static Step of(Semantics rules) {
        return new Step(rules, new ReadyBundles(bundle -> ReadyBundle.of(bundle, rules.decode(), rules.meanings())));
    }

    /// {@return what the machine does next}
    public Executed next(Machine machine, Choice choice) {
        if (machine.stack().isLoading()) return rules.engine().refill(engaged(machine, choice));
        Effects eager = choice.takes(Freedom.STACK) ? rules.engine().eager(engaged(machine, choice)) : Effects.NONE;
        return eager == Effects.NONE ? instructed(machine, choice) : after(eager, instructed(machine.with(eager), choice));
    }

    /// {@return an execution of no instruction, for what the register stack engine does by itself}
    private Execution engaged(Machine machine, Choice choice) {
        return new Execution(rules.translator(), rules.engine(), machine, Operands.NONE, choice);
    }

    private static Executed after(Effects before, Executed executed) {
        return executed instanceof Executed.Done done ? done.with(before.then(done.effects())) : executed;
    }

    /// {@return what comes of the instruction at which the machine is}
    private Executed instructed(Machine machine, Choice choice) {
        if (machine.position().code().isDefined()) return executed(machine, choice);
        Position position = machine.position();
        if (!rules.translator().implementsFetch(machine.addressing(), position.bundle())) return unimplemented(position.bundle());
        Arrival fetch = rules.translator().arrive(machine.addressing(), machine.memory(), Reference.fetch(position.bundle()), choice);
        return switch (fetch.translated()) {
            case Translated.To(var address, var attribute, var because) -> walked(fetch, executed(fetched(machine, fetch, address), choice));
            case Translated.Raised(var fault, var because)              -> new Executed.Raised(fault, because);
            case Translated.Unspecified(var because)                    -> new Executed.Unspecified(because);
            case Translated.Answered answered                           -> throw new IllegalStateException("a fetch is no question: " + answered);
            case Translated.Deferred deferred                           -> throw new IllegalStateException("a fetch is not deferred: " + deferred);
            case Translated.Dropped dropped                             -> throw new IllegalStateException("a fetch is not dropped: " + dropped);
        };
    }

    /// {@return the machine with the bundle that it fetched, after what a walk for the fetch changed}
    private static Machine fetched(Machine machine, Arrival fetch, PhysicalAddress at) {
        Machine read = machine.withPosition(machine.position().withCode(code(machine.memory(), at, fetch.target())));
        Effects walked = fetch.walked();
        return walked == Effects.NONE ? read : read.with(walked);
    }

    /// {@return what comes of the instruction that was fetched, after what a walk for the fetch changed}
    private static Executed walked(Arrival fetch, Executed executed) {
        Effects walked = fetch.walked();
        return walked == Effects.NONE ? executed : after(walked, executed);
    }

    @Interruptions.Rule(FETCH_UNIMPLEMENTED)
    static Executed unimplemented(VirtualAddress bundle) {
        return new Executed.Raised(Fault.of(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS, bundle), FETCH_UNIMPLEMENTED);
    }

    /// {@return the machine with the bundle at which it is, if that was fetched or can be}
    public Option<Machine> fetched(Machine machine, Choice choice) {
        Position position = machine.position();
        if (position.code().isDefined()) return Option.some(machine);
        Arrival fetch = rules.translator().arrive(machine.addressing(), machine.memory(), Reference.fetch(position.bundle()), choice);
        return Option.when(rules.translator().implementsFetch(machine.addressing(), position.bundle()) && fetch.translated() instanceof Translated.To,
            () -> fetched(machine, fetch, ((Translated.To) fetch.translated()).address()));
    }

    /// {@return the instruction that comes next, if it was fetched or can be, and there is one}
    public Option<Ready> ready(Machine machine, Choice choice) {
        return fetched(machine, choice).map(found -> decode.of(found.position().code().get().bundle()))
            .flatMap(bundle -> Option.when(machine.position().slot() < bundle.slots().size(), () -> bundle.slots().get(machine.position().slot())));
    }

    /// {@return the traps that are due after an instruction that was done, the highest first}
    public Seq<Interruption> traps(Machine machine, Executed.Done done) {
        return Traps.due(rules.translator(), machine, done);
    }

    @Executions.Rule(BUNDLE_FETCHED)
    static Code code(Memory memory, PhysicalAddress at, Target target) {
        Option<Pte> page = target instanceof Target.Page found ? Option.some(found.translation().entry()) : Option.none();
        return new Code(new Bundle(memory.read(at, 8), memory.read(new PhysicalAddress(at.bits() + 8), 8)), page);
    }

    /// {@return what comes of the slot at which the machine is in a bundle that was fetched}
    @Executions.Rule({TEMPLATE_ILLEGAL, LONG_SLOT_ILLEGAL})
    private Executed executed(Machine machine, Choice choice) {
        ReadyBundle bundle = decode.of(machine.position().code().get().bundle());
        int slot = machine.position().slot();
        if (slot >= bundle.slots().size()) return illegal(bundle.isLong() ? LONG_SLOT_ILLEGAL : TEMPLATE_ILLEGAL);
        Ready ready = bundle.slots().get(slot);
        Executed executed = executed(machine, ready, choice);
        return executed instanceof Executed.Done done && !StackEngine.isReference(done.effects()) ? retired(machine, bundle, ready, done) : executed;
    }

    @Executions.Rule(INSTRUCTION_NULLIFIED)
    private Executed executed(Machine machine, Ready ready, Choice choice) {
        return machine.predicate(ready.operands().qp()) || ready.meaning().ignoresPredicate()
            ? ready.meaning().of(new Execution(rules.translator(), rules.engine(), machine, ready.operands(), choice))
            : NULLIFIED;
    }

    /// {@return the same, with where the machine goes on}
    Executed.Done retired(Machine machine, ReadyBundle bundle, Ready ready, Executed.Done done) {
        Effects effects = remembered(machine, followed(machine, bundle, done.effects()));
        return done.with(ready.returns() || (machine.psr().bits() & SINGLE) == 0 ? effects : cleared(machine, effects));
    }

    /// {@return effects that end with where the machine goes on}
    private static Effects followed(Machine machine, ReadyBundle bundle, Effects effects) {
        return effects.next().isDefined() ? effects : effects.then(Place.Next.NEXT, watched(machine, following(machine.position(), bundle)), SLOT_FOLLOWED);
    }

    @Executions.Rule(SLOT_FOLLOWED)
    static Position following(Position position, ReadyBundle bundle) {
        int next = position.slot() + 1;
        return next < bundle.slots().size() ? position.withSlot(next) : position.nextBundle();
    }

    /// {@return the next slot, which is fetched again if this one was not watched}
    @Interruptions.Rule(SLOT_FETCHED_AGAIN)
    static Position watched(Machine machine, Position next) {
        return machine.psr().ia() || machine.psr().id() ? next.unfetched() : next;
    }

    /// {@return effects after which the machine knows the bundle of the instruction, if PSR.ic was 1}
    static Effects remembered(Machine machine, Effects effects) {
        VirtualAddress bundle = machine.position().bundle();
        return !machine.psr().ic() || machine.last().equals(bundle) ? effects : effects.thenBeforeLast(Place.Last.LAST, bundle, LAST_COLLECTED);
    }

    @Executions.Rule(SINGLE_BITS_CLEARED)
    static Effects cleared(Machine machine, Effects effects) {
        return effects.thenBeforeLast(Place.Status.PSR, new Psr(machine.with(effects).psr().bits() & ~SINGLE), SINGLE_BITS_CLEARED);
    }

    private static Executed illegal(Executions because) {
        return new Executed.Raised(new Fault(Interruption.ILLEGAL_OPERATION, Option.none()), because);
    }
}
