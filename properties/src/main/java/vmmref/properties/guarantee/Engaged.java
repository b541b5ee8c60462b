package vmmref.properties.guarantee;

import static vmmref.properties.guarantee.Observed.observed;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.StackEngine;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.translate.Choice;

/// An instruction that was executed with all that the register stack engine did for it.
///
/// @param states before each step, the first one about to execute the instruction
/// @param last   what came of the last step
record Engaged(Seq<Machine> states, Executed last) {
    private static final int MOST = 300;

    /// {@return an instruction, alone in its bundle, with the stores and loads that it needs, and after it the loads that its frame needs}
    static Engaged of(Subject subject, Machine machine, Instruction instruction) {
        return of(subject, machine, instruction, step -> Choice.USUAL);
    }

    /// @param choices the freedoms that are taken in each step
    static Engaged of(Subject subject, Machine machine, Instruction instruction, Function1<Integer, Choice> choices) {
        return of(subject, machine, Single.of(instruction), choices);
    }

    static Engaged of(Subject subject, Machine machine, Single single, Function1<Integer, Choice> choices) {
        Machine now = single.in(machine.withPosition(new Position(machine.position().bundle(), 0, Option.none())));
        Seq<Machine> states = Vector.of(now);
        boolean done = false;
        for (int step = 0; step < MOST; step++) {
            Executed executed = observed(subject.step(now, choices.apply(step)));
            if (!(executed instanceof Executed.Done(var effects, var because, _))) return new Engaged(states, executed);
            now = now.with(effects);
            done = done || !StackEngine.isReference(effects);
            if (done && !now.stack().isLoading()) return new Engaged(states.append(now), executed);
            states = states.append(now);
        }
        throw new AssertionError("after " + MOST + " steps " + single + " is not done");
    }

    /// {@return the machine as it was before}
    Machine before() {
        return states.head();
    }

    /// {@return the machine as far as it came, where it goes on}
    Machine next() {
        return states.last();
    }

    /// {@return the machine as far as it came, back at the instruction}
    Machine after() {
        return next().withPosition(before().position());
    }

    /// {@return how many steps were made}
    int steps() {
        return states.size() - 1;
    }
}
