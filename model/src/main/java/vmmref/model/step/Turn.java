package vmmref.model.step;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.delivery.Cause;
import vmmref.model.delivery.Causes;
import vmmref.model.execute.StackEngine;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;
import vmmref.spec.Interruptions;

/// A turn of a machine: it takes an external interrupt, or it makes a step; what interrupts it is delivered at once.
///
/// @param rules the rules of the machine
/// @param step  how it makes a step
public record Turn(Semantics rules, Step step) {
    private static final Seq<Interruption> NONE = Vector.empty();

    /// What a turn leads to.
    ///
    /// @param executed what comes of it; it is done, ends in a machine check, or is not specified
    /// @param taken    the interruption that was delivered, with the traps that it tells besides
    public record Turned(Executed executed, Seq<Interruption> taken) {
        /// {@return whether an instruction was done, and not only an interruption delivered or a register stored or loaded}
        public boolean isInstruction() {
            return executed instanceof Executed.Done(var effects, var because, _) && !StackEngine.isReference(effects) && (taken.isEmpty() || taken.head().isTrap());
        }
    }

    public static Turn of(Semantics rules) {
        return new Turn(rules, Step.of(rules));
    }

    /// {@return what the machine does next}
    @Interruptions.Rule(Interruptions.INTERRUPT_TAKEN)
    public Turned next(Machine machine, Choice choice) {
        if (ExternalInterrupts.isDue(machine)) return delivered(machine, Effects.NONE, Causes.external(machine), Vector.of(Interruption.EXTERNAL_INTERRUPT), Interruptions.INTERRUPT_TAKEN, choice);
        return switch (step.next(machine, choice)) {
            case Executed.Raised raised                  -> faulted(machine, raised, choice);
            case Executed.Done done                      -> trapped(machine, done, choice);
            case Executed.MachineCheck check             -> new Turned(check, NONE);
            case Executed.Unspecified unspecified        -> new Turned(unspecified, NONE);
        };
    }

    private Turned faulted(Machine machine, Executed.Raised raised, Choice choice) {
        if (machine.stack().isLoading()) return delivered(machine, Effects.NONE, Causes.load(machine, raised.fault()), Vector.of(raised.fault().kind()), raised.because(), choice);
        Option<Machine> fetched = step.fetched(machine, choice);
        Cause cause = fetched.map(found -> Causes.fault(found, raised.fault(), step.ready(found, choice))).getOrElse(() -> Causes.fetch(machine, raised.fault()));
        return delivered(fetched.getOrElse(machine), Effects.NONE, cause, Vector.of(raised.fault().kind()), raised.because(), choice);
    }

    private Turned trapped(Machine machine, Executed.Done done, Choice choice) {
        Seq<Interruption> traps = step.traps(machine, done);
        return traps.isEmpty() ? new Turned(done, NONE)
            : delivered(machine.with(done.effects()), done.effects(), Causes.traps(rules.translator().profile(), step.fetched(machine, choice).get(), traps, done.trap()), traps, done.because(), choice);
    }

    private Turned delivered(Machine machine, Effects before, Cause cause, Seq<Interruption> taken, Clause because, Choice choice) {
        return new Turned(new Executed.Done(before.then(rules.delivery().of(machine, cause, choice)), because), taken);
    }
}
