package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;

import io.vavr.Function2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Started;

/// An instruction that was executed: the machine before and after it.
record Accessed(Machine before, Machine after) {
    private static final Function2<Unit, String, Single> KNOWN = Function2.of((Unit unit, String text) -> Single.of(unit, text)).memoized();

    /// {@return what comes of an instruction of the memory unit}
    static Executed executed(Subject subject, Machine machine, String text, Choice choice) {
        return observed(subject.step(KNOWN.apply(Unit.M, text).in(machine.withPosition(Position.at(Started.CODE))), choice));
    }

    /// {@return an instruction of the memory unit, which does not fault}
    static Accessed of(Subject subject, Machine machine, String text) {
        return of(subject, machine, Unit.M, text, Choice.USUAL);
    }

    static Accessed of(Subject subject, Machine machine, Unit unit, String text, Choice choice) {
        return of(subject, machine, KNOWN.apply(unit, text), choice);
    }

    static Accessed of(Subject subject, Machine machine, Single single, Choice choice) {
        Machine before = single.in(machine.withPosition(Position.at(Started.CODE)));
        Executed executed = observed(subject.step(before, choice));
        if (!(executed instanceof Executed.Done done)) throw new AssertionError("it ended in " + executed);
        return new Accessed(before, before.with(done.effects()));
    }

    /// Fails unless an instruction of the memory unit ends in a fault.
    static void assertRaises(Interruption kind, Subject subject, Machine machine, String text) {
        Executed executed = executed(subject, machine, text, Choice.USUAL);
        assertEquals(kind, executed instanceof Executed.Raised raised ? raised.fault().kind() : executed, text);
    }

    /// {@return the value that it left in a general register}
    GeneralValue general(int register) {
        return after.general(register);
    }

    /// {@return the value that it left in a floating-point register}
    FloatingValue floating(int register) {
        return after.floating(register);
    }

    /// Fails if anything changed but some places and where the machine is.
    void assertChangesOnly(Place<?>... places) {
        Machine restored = after.withPosition(before.position());
        for (Place<?> place : places) restored = restored(restored, place);
        assertEquals(before, restored);
    }

    private <T> Machine restored(Machine machine, Place<T> place) {
        return place.with(machine, place.of(before));
    }

    /// {@return some bytes of memory}
    static Seq<Integer> bytes(Machine machine, long from, int number) {
        return Vector.range(0, number).map(offset -> (int) machine.memory().read(new PhysicalAddress(from + offset), 1));
    }

    /// {@return the bytes of a word, the least significant one first}
    static Seq<Integer> bytes(long word) {
        return Vector.range(0, 8).map(number -> (int) (word >>> 8 * number) & 0xff);
    }

    static Machine with(Machine machine, int register, long bits) {
        return with(machine, register, GeneralValue.of(bits));
    }

    static Machine with(Machine machine, int register, GeneralValue value) {
        return new Place.General(register).with(machine, value);
    }

    static Machine with(Machine machine, int register, FloatingValue value) {
        return new Place.Floating(register).with(machine, value);
    }

    /// {@return a machine none of whose floating-point registers is disabled}
    static Machine enabled(Machine machine) {
        return machine.withPsr(machine.psr().with(18, false).with(19, false));
    }

    /// {@return a machine that translates data, in one page of 64 KB with some memory attribute, access rights and level}
    static Machine paged(Machine machine, int ma, int ar, int pl, int key, long frame) {
        Pte entry = new Pte(0x61 | ma << 2 | pl << 7 | ar << 9 | frame);
        Translation page = Translation.of(new VirtualAddress(0), 0x101, new PageSize(16), key, entry);
        return machine.withTlb(Tlb.EMPTY.withCached(Stream.DATA, page, true)).withPsr(machine.psr().with(17, true).with(36, false));
    }

    /// {@return a machine that translates data to the same addresses, with some memory attribute}
    static Machine paged(Machine machine, int ma) {
        return paged(machine, ma, 3, 3, 0, 0);
    }
}
