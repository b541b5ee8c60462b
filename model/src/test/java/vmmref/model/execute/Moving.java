package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.profile.Profile;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Translator;
import vmmref.spec.Clause;

/// A machine and what an instruction does on it.
///
/// @param machine before the instruction
/// @param profile the implementation
record Moving(Machine machine, String profile) {
    static final GeneralValue NAT = new GeneralValue(0, true);

    /// {@return a machine at level 0, with ten registers in its frame, of which the first eight rotate}
    static Moving start() {
        Addressing addressing = new Addressing(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((0x100L + number) << 8 | 14 << 2))),
            ProtectionKeyRegisters.zero(16), Tlb.EMPTY);
        return new Moving(Machine.of(addressing).withPosition(Position.at(0x4000)).withCfm(Cfm.of(10, 9, 1)), "montecito");
    }

    <T> Moving with(Place<T> place, T value) {
        return new Moving(place.with(machine, value), profile);
    }

    Moving register(int number, long value) {
        return with(new Place.General(number), GeneralValue.of(value));
    }

    Moving nat(int number) {
        return with(new Place.General(number), NAT);
    }

    Moving control(int number, long value) {
        return with(new Place.Control(number), value);
    }

    Moving application(int number, long value) {
        return with(new Place.Application(number), value);
    }

    Moving psr(long bits) {
        return with(Place.Status.PSR, new Psr(bits));
    }

    Moving level(int level) {
        return with(Place.Status.PSR, machine.psr().withCpl(level));
    }

    Moving cfm(Cfm cfm) {
        return with(Place.Frame.CFM, cfm);
    }

    Moving on(String other) {
        return new Moving(machine, other);
    }

    /// {@return what comes of an instruction}
    Executed executed(Unit unit, String text) {
        var instruction = assertInstanceOf(Assembled.Done.class, Assembler.architected().assemble(unit, text), text).instruction();
        return Meanings.of(instruction.form()).get().of(new Execution(Translator.architected(Profile.named(profile).get()), machine, Operands.of(instruction), Choice.USUAL));
    }

    /// {@return the same after an instruction, which must be done, for a reason}
    Moving done(Unit unit, String text, Clause because) {
        Executed.Done done = assertInstanceOf(Executed.Done.class, executed(unit, text), text);
        assertEquals(because, done.because(), text);
        return new Moving(machine.with(done.effects()), profile);
    }

    /// Asserts that an instruction, done for a reason, changes one place and nothing else.
    <T> Moving writes(Unit unit, String text, Place<T> place, T value, Clause because) {
        assertEquals(new Executed.Done(Effects.of(place, value, because), because), executed(unit, text), text);
        return with(place, value);
    }

    /// Asserts that an instruction gives a number in a register.
    Moving gives(Unit unit, String text, int register, long value, Clause because) {
        return writes(unit, text, new Place.General(register), GeneralValue.of(value), because);
    }

    Moving nothing(Unit unit, String text, Clause because) {
        assertEquals(new Executed.Done(Effects.NONE, because), executed(unit, text), text);
        return this;
    }

    Moving raises(Unit unit, String text, Interruption kind, Clause because) {
        assertEquals(new Executed.Raised(new Fault(kind, Option.none()), because), executed(unit, text), text);
        return this;
    }

    Moving unspecified(Unit unit, String text, Clause because) {
        assertEquals(new Executed.Unspecified(because), executed(unit, text), text);
        return this;
    }
}
