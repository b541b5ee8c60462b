package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;

import io.vavr.Function2;
import io.vavr.control.Option;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;

/// An instruction that was executed, alone in its bundle.
///
/// @param before the machine, about to execute it
/// @param result what came of it
record Ran(Machine before, Executed result) {
    private static final Function2<Unit, String, Single> KNOWN = Function2.of((Unit unit, String text) -> Single.of(unit, text)).memoized();

    static Ran of(Subject subject, Machine machine, Instruction instruction) {
        return of(subject, machine, Single.of(instruction), Choice.USUAL);
    }

    /// {@return an instruction of the memory unit, one of few texts}
    static Ran of(Subject subject, Machine machine, String text) {
        return of(subject, machine, Unit.M, text, Choice.USUAL);
    }

    static Ran of(Subject subject, Machine machine, Unit unit, String text, Choice choice) {
        return of(subject, machine, KNOWN.apply(unit, text), choice);
    }

    static Ran of(Subject subject, Machine machine, Single single, Choice choice) {
        Machine before = single.in(machine.withPosition(new Position(machine.position().bundle(), 0, Option.none())));
        return new Ran(before, observed(subject.step(before, choice)));
    }

    /// {@return the same after another instruction at the same address, if this one was done}
    Ran then(Subject subject, Instruction instruction) {
        return of(subject, after(), instruction);
    }

    /// {@return the machine afterwards, back at the instruction, which must have been done}
    Machine after() {
        return next().withPosition(before.position());
    }

    /// {@return the machine afterwards, where it goes on; the instruction must have been done}
    Machine next() {
        return before.with(assertInstanceOf(Executed.Done.class, result).effects());
    }

    /// {@return the value that it left in a general register}
    GeneralValue general(int register) {
        return after().general(register);
    }

    /// {@return the value that it left in a floating-point register}
    FloatingValue floating(int register) {
        return after().floating(register);
    }

    /// Asserts that the instruction was done, and did this and nothing else.
    <T> Ran did(Place<T> place, T value) {
        assertEquals(place.with(before, value), after());
        return this;
    }

    /// Asserts that the instruction was done and changed nothing.
    Ran didNothing() {
        return didOnly();
    }

    /// Asserts that the instruction was done and changed nothing but some places.
    Ran didOnly(Place<?>... places) {
        Machine restored = after();
        for (Place<?> place : places) restored = restored(restored, place);
        assertEquals(before, restored);
        return this;
    }

    private <T> Machine restored(Machine machine, Place<T> place) {
        return place.with(machine, place.of(before));
    }

    /// Asserts that the instruction gave a number, without NaT, in a general register, and did nothing else.
    Ran gave(int register, long value) {
        return did(new Place.General(register), GeneralValue.of(value));
    }

    /// Asserts that the instruction raised a fault.
    Ran raised(Interruption kind) {
        assertEquals(kind, result instanceof Executed.Raised raised ? raised.fault().kind() : result);
        return this;
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
