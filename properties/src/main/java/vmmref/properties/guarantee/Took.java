package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;

import io.vavr.Function2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn.Turned;
import vmmref.model.translate.Choice;

/// A turn that a machine took.
///
/// @param before the machine
/// @param turned what came of it
record Took(Machine before, Turned turned) {
    private static final Function2<Unit, String, Single> KNOWN = Function2.of((Unit unit, String text) -> Single.of(unit, text)).memoized();
    private static final Function2<String, Integer, Single> BRANCHES = Function2.of((String text, Integer slot) -> Single.branch(text, slot)).memoized();

    static Took of(Subject subject, Machine machine) {
        return of(subject, machine, Choice.USUAL);
    }

    static Took of(Subject subject, Machine machine, Choice choice) {
        Turned turned = subject.turn(machine, choice);
        observed(turned.executed());
        return new Took(machine, turned);
    }

    /// {@return the turn of a machine at an instruction, one of few texts}
    static Took of(Subject subject, Machine machine, Unit unit, String text) {
        return of(subject, at(machine, unit, text));
    }

    /// {@return a machine whose next instruction is one of few texts, in the last slot that its unit can have}
    static Machine at(Machine machine, Unit unit, String text) {
        return at(machine, KNOWN.apply(unit, text));
    }

    /// {@return a machine whose next instruction is one of few texts of the branch unit, in any slot}
    static Machine at(Machine machine, String branch, int slot) {
        return at(machine, BRANCHES.apply(branch, slot));
    }

    /// {@return a machine whose next instruction is a return, which a stop follows}
    static Machine returning(Machine machine) {
        return at(machine, "rfi", 2);
    }

    private static Machine at(Machine machine, Single single) {
        Position start = machine.position();
        return single.in(machine.withPosition(new Position(start.bundle(), 0, Option.none())));
    }

    /// {@return the machine afterwards; the turn must have led to one}
    Machine after() {
        return before.with(assertInstanceOf(Executed.Done.class, turned.executed()).effects());
    }

    /// {@return what a control register holds afterwards}
    long control(int register) {
        return after().control(register);
    }

    /// {@return what the interruption status register holds afterwards}
    long isr() {
        return control(RegisterNumber.ISR);
    }

    /// Asserts which interruptions came of it, the one that was delivered first.
    Took took(Interruption... kinds) {
        assertEquals(Vector.of(kinds), turned.taken());
        return this;
    }

    /// Asserts that it changed nothing but some places.
    Took changedOnly(Place<?>... places) {
        Machine restored = after();
        for (Place<?> place : places) restored = restored(restored, place);
        assertEquals(before.withPosition(before.position().unfetched()), restored.withPosition(before.position().unfetched()));
        return this;
    }

    private <T> Machine restored(Machine machine, Place<T> place) {
        return place.with(machine, place.of(before));
    }
}
