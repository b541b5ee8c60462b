package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;

import io.vavr.control.Option;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;

/// An instruction that was executed, alone in its bundle.
///
/// @param before the machine, about to execute it
/// @param result what came of it
record Ran(Machine before, Executed result) {

    static Ran of(Subject subject, Machine machine, Instruction instruction) {
        Machine before = Single.of(instruction).in(machine.withPosition(new Position(machine.position().bundle(), 0, Option.none())));
        return new Ran(before, observed(subject.step(before, Choice.USUAL)));
    }

    /// {@return the same after another instruction at the same address, if this one was done}
    Ran then(Subject subject, Instruction instruction) {
        return of(subject, after(), instruction);
    }

    /// {@return the machine afterwards, back at the instruction, which must have been done}
    Machine after() {
        Executed.Done done = assertInstanceOf(Executed.Done.class, result);
        return before.with(done.effects()).withPosition(before.position());
    }

    /// Asserts that the instruction was done, and did this and nothing else.
    <T> Ran did(Place<T> place, T value) {
        assertEquals(place.with(before, value), after());
        return this;
    }

    /// Asserts that the instruction was done and changed nothing.
    Ran didNothing() {
        assertEquals(before, after());
        return this;
    }

    /// Asserts that the instruction gave a number, without NaT, in a general register, and did nothing else.
    Ran gave(int register, long value) {
        return did(new Place.General(register), GeneralValue.of(value));
    }

    /// Asserts that the instruction raised a fault without an address.
    Ran raised(Interruption kind, Clause because) {
        assertEquals(new Executed.Raised(new Fault(kind, Option.none()), because), result);
        return this;
    }

    /// Asserts that nothing is said of the instruction.
    Ran unspecified(Clause because) {
        assertEquals(new Executed.Unspecified(because), result);
        return this;
    }
}
