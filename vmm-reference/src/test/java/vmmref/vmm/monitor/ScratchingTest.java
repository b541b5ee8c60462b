package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Cause;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Code;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Guests;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.ScratchSet;

/// Entries, exits and uses of the guest of [Fixture], whose floating-point register n holds n in its significand, and another exponent than all others.
class ScratchingTest {
    private static final ScratchSet SET = new ScratchSet(30, 50);
    private static final int MFH = 5;
    private static final int DFL = 18;
    private static final int DFH = 19;

    private static FloatingValue value(int number) {
        return new FloatingValue(number % 2 == 0, 0x10000 + number, number);
    }

    private static Machine filled(Machine machine) {
        return machine.withFloating(Vector.range(2, 128).foldLeft(machine.floating(), (all, number) -> all.with(number, value(number))));
    }

    private static Bundle bundle(String text) {
        return ((AssembledBundle.Done) Assembler.architected().bundle(text.equals("rfi") ? "MFB;" : "M;MI;", text.equals("rfi") ? Vector.of("nop.m 0", "nop.f 0", text) : Vector.of(text, "nop.m 0", "nop.i 0"))).bundle();
    }

    private static Hosting hosting(String text, Psr psr) {
        return hosting(text, psr, Detectors.ALL);
    }

    private static Hosting hosting(String text, Psr psr, Detectors detectors) {
        Monitoring taking = Fixture.rules("maximal").taking(SET);
        Monitoring rules = taking.withScratching(taking.scratching().withDetectors(detectors));
        Machine machine = filled(Fixture.machine(rules).withPsr(psr));
        Memory memory = Memory.ZERO.with(new PhysicalAddress(0x1000), 8, bundle(text).low()).with(new PhysicalAddress(0x1008), 8, bundle(text).high()).with(new PhysicalAddress(0x5000), 8, 0x55);
        Machine set = new Place.General(8).with(new Place.General(9).with(machine, GeneralValue.of(0x99)), GeneralValue.of(0x5000));
        return Hosting.of(rules, Vector.of(new Guest(Vector.of(set.withMemory(memory), set), Fixture.map())), new Resources(15, 3, 1000, 1000));
    }

    private static Answer exit(Hosting hosting, Cause cause) {
        Machine called = hosting.machine().with(hosting.rules().host().delivery().of(hosting.machine(), cause, Choice.USUAL));
        return hosting.rules().on(hosting.monitor(), called);
    }

    private static Answer fault(Hosting hosting, Interruption kind, int code) {
        return exit(hosting, new Cause(kind, Vector.empty(), 0, Option.none(), Option.none(), code, 0));
    }

    private static Answer privileged(Hosting hosting) {
        return fault(hosting, Interruption.PRIVILEGED_OPERATION, 0);
    }

    /// {@return the guest inside, and junk in its set}
    private static Hosting inside(String text) {
        Hosting start = hosting("mov r26=psr", Fixture.TRANSLATED);
        Answer entered = privileged(start);
        Hosting after = start.with(entered);
        Machine junk = after.machine().withFloating(SET.registers().foldLeft(after.machine().floating(), (all, number) -> all.with(number, FloatingValue.NATVAL)));
        PhysicalAddress code = new PhysicalAddress(Fixture.FIRST + 0x1000);
        Machine coded = junk.withMemory(junk.memory().with(code, 8, bundle(text).low()).with(new PhysicalAddress(code.bits() + 8), 8, bundle(text).high())).withPosition(Position.at(0x1000));
        return new Hosting(after.rules(), after.monitor(), coded);
    }

    private static FloatingValue area(Answer answer, int register) {
        PhysicalAddress at = answer.monitor().area().of(0, register);
        return FloatingValue.of(answer.machine().memory().read(new PhysicalAddress(at.bits() + 8), 8), answer.machine().memory().read(at, 8));
    }

    private static Answer use(Hosting hosting, int code) {
        return fault(hosting, Interruption.DISABLED_FP_REGISTER, code);
    }

    @Test
    void atAnEntryTheSetIsSaved() {
        Answer entered = privileged(hosting("mov r26=psr", Fixture.TRANSLATED));
        assertEquals(Presence.INSIDE, entered.monitor().processor().presence());
        assertEquals(SET.registers(), entered.done().flatMap(operation -> operation instanceof Privileged.Spilling(int register, var at) ? Option.some(register) : Option.none()));
        assertEquals(SET.registers().map(ScratchingTest::value), SET.registers().map(register -> area(entered, register)));
        assertTrue(entered.decided().containsAll(Vector.of(ScratchRegisters.ENTRY_DETECTED, ScratchRegisters.SET_SAVED, ScratchRegisters.SAVE_PRECEDES)));
        assertTrue(entered.machine().psr().dfl() && entered.machine().psr().dfh());
        assertFalse(new Hosting(entered.rules(), entered.monitor(), entered.machine()).believed().psr().dfh());
    }

    @Test
    void atAnotherEntryItIsNot() {
        Answer again = privileged(inside("mov r26=psr"));
        assertEquals(Presence.INSIDE, again.monitor().processor().presence());
        assertEquals(value(40), area(again, 40));
        assertEquals(0, again.done().count(operation -> operation instanceof Privileged.Spilling));
        assertTrue(again.decided().contains(ScratchRegisters.SET_KEPT));
    }

    @Test
    void atAnExitItIsRestored() {
        Hosting start = inside("rfi");
        Machine leaving = new Place.Control(RegisterNumber.IPSR).with(start.monitor().processor().belief().withPsr(Fixture.TRANSLATED.with(13, false)), Fixture.TRANSLATED.withCpl(3).bits());
        Hosting left = new Hosting(start.rules(), start.monitor().with(start.monitor().processor().with(leaving)), start.machine().withPosition(Position.at(0x1000).withSlot(2)));
        Answer answer = exit(left, new Cause(Interruption.PRIVILEGED_OPERATION, Vector.empty(), 2, Option.none(), Option.none(), 0, 0));
        assertEquals(Presence.OUTSIDE, answer.monitor().processor().presence());
        assertEquals(3, answer.machine().psr().cpl());
        assertEquals(SET.registers().map(ScratchingTest::value), SET.registers().map(answer.machine().floating()::get));
        assertTrue(answer.decided().containsAll(Vector.of(ScratchRegisters.EXIT_DETECTED, ScratchRegisters.SET_RESTORED)));
        assertFalse(answer.machine().psr().dfl() || answer.machine().psr().dfh());
    }

    /// PSR.ic of the hardware is 1 while that of the guest is 0.
    @Test
    void whatIsIllegalForTheHardwareMayBeAnEntry() {
        Hosting start = hosting("mov r26=cr.iip", Fixture.TRANSLATED.with(13, false));
        assertEquals(Presence.INSIDE, fault(start, Interruption.ILLEGAL_OPERATION, 0).monitor().processor().presence());
        Hosting illegal = hosting("mov r26=cr.iip", Fixture.TRANSLATED);
        assertEquals(Presence.OUTSIDE, fault(illegal, Interruption.ILLEGAL_OPERATION, 0).monitor().processor().presence());
    }

    /// The trap comes when the level is lower already.
    @ParameterizedTest
    @CsvSource({"PRIVILEGED_INSTRUCTION PRIVILEGE_DECREASE, OUTSIDE", "PRIVILEGED_INSTRUCTION, INSIDE"})
    void aTransferToALowerLevelIsAnExitIfItIsLookedAt(String exits, Presence presence) {
        Hosting start = inside("nop.m 0");
        Monitoring rules = start.rules().withScratching(start.rules().scratching().withDetectors(new Detectors(HashSet.of(Detector.PRIVILEGED_INSTRUCTION), Vector.of(exits.split(" ")).map(Detector::valueOf).toSet())));
        Hosting lower = new Hosting(rules, start.monitor(), start.machine().withPsr(start.machine().psr().withCpl(3)));
        Answer answer = exit(lower, Cause.traps(Vector.of(Interruption.LOWER_PRIVILEGE_TRANSFER), 2));
        assertEquals(presence, answer.monitor().processor().presence());
        assertEquals(presence == Presence.OUTSIDE ? value(40) : FloatingValue.NATVAL, answer.machine().floating().get(40));
        assertEquals(value(40), new Hosting(rules, answer.monitor(), answer.machine()).believed().floating().get(40));
    }

    @Test
    void whatTheMonitorLeavesIsLeftAfterTheSetIsSaved() {
        Hosting start = hosting("mov r26=psr", Fixture.TRANSLATED);
        Monitoring rules = start.rules().withScratching(start.rules().scratching().withUsing(answer -> answer.then(new Place.Floating(40), FloatingValue.ONE, Guests.ANSWER_PRIVILEGED)));
        Answer entered = privileged(new Hosting(rules, start.monitor(), start.machine()));
        assertEquals(value(40), area(entered, 40));
        assertEquals(FloatingValue.ONE, entered.machine().floating().get(40));
        Answer again = privileged(new Hosting(rules, start.monitor(), inside("mov r26=psr").machine()));
        assertEquals(FloatingValue.ONE, again.machine().floating().get(40));
        Answer outside = fault(new Hosting(rules, start.monitor(), start.machine()), Interruption.BREAK_INSTRUCTION, 0);
        assertEquals(Presence.OUTSIDE, outside.monitor().processor().presence());
        assertEquals(value(40), outside.machine().floating().get(40));
        Answer still = fault(new Hosting(rules, inside("break.m 1").monitor(), inside("break.m 1").machine()), Interruption.BREAK_INSTRUCTION, 0);
        assertEquals(FloatingValue.ONE, still.machine().floating().get(40));
    }

    @ParameterizedTest
    @CsvSource({"getf.sig r26=f40, 40", "getf.sig r26=f60, 60", "getf.sig r26=f30, 30"})
    void aReadIsOfTheArea(String text, long expected) {
        Answer read = use(inside(text), text.contains("f30") ? 1 : 2);
        assertEquals(expected, read.machine().general(26).bits());
        assertTrue(read.decided().contains(ScratchRegisters.USE_EMULATED));
        assertTrue(read.retires());
    }

    @Test
    void aWriteIsOfTheArea() {
        Answer written = use(inside("setf.sig f40=r9"), 2);
        assertEquals(FloatingValue.integer(0x99), area(written, 40));
        assertEquals(FloatingValue.NATVAL, written.machine().floating().get(40));
        assertTrue(written.machine().psr().bits() << 63 - MFH < 0, "mfh");
        Answer other = use(inside("setf.sig f60=r9"), 2);
        assertEquals(FloatingValue.integer(0x99), other.machine().floating().get(60));
        assertEquals(value(60 - 20), area(other, 40));
    }

    /// Registers are in the area by physical number.
    @Test
    void rotationIsOfNames() {
        Hosting start = inside("setf.sig f40=r9");
        Hosting rotated = new Hosting(start.rules(), start.monitor(), Place.Frame.CFM.with(start.machine(), new Cfm(4L << 25)));
        Answer written = use(rotated, 2);
        assertEquals(FloatingValue.integer(0x99), area(written, 44));
        assertEquals(value(40), area(written, 40));
    }

    @ParameterizedTest
    @CsvSource({"ldf8 f40=[r8], 55", "ldf.fill f40=[r8], 55", "'ldfp8 f40,f61=[r8]', 55"})
    void aLoadIsIntoTheArea(String text, String significand) {
        Answer loaded = use(inside(text), 2);
        assertEquals(Long.parseLong(significand, 16), area(loaded, 40).significand());
        assertEquals(FloatingValue.NATVAL, loaded.machine().floating().get(40));
    }

    @Test
    void whatRefersToNoMemoryReadsItsBundleAlone() {
        Answer read = use(inside("getf.sig r26=f40"), 2);
        assertEquals(2, read.done().count(operation -> operation instanceof Privileged.Loading));
    }

    @Test
    void loadsAndStoresReferToWhatTheyName() {
        Hosting hosting = inside("nop.m 0");
        assertEquals(Option.some(new MemoryReference(ReferenceType.STORE, new VirtualAddress(0x5000))), reference(hosting, "stf.spill [r8]=f40"));
        assertEquals(Option.some(new MemoryReference(ReferenceType.LOAD, new VirtualAddress(0x5000))), reference(hosting, "ldf.fill f40=[r8]"));
        assertEquals(Option.none(), reference(hosting, "getf.sig r26=f40"));
    }

    private static Option<MemoryReference> reference(Hosting hosting, String text) {
        Machine machine = hosting.believed().withPosition(Position.at(0x1000).withCode(new Code(bundle(text), Option.none())));
        return hosting.rules().step().ready(machine, Choice.USUAL).flatMap(ready -> MemoryReference.of(ready, machine));
    }

    @Test
    void aStoreIsFromTheArea() {
        Answer stored = use(inside("stf8 [r8]=f40"), 2);
        assertEquals(40, stored.machine().memory().read(new PhysicalAddress(Fixture.FIRST + 0x5000), 8));
    }

    @Test
    void aReferenceThatLeadsNowhereEndsTheGuest() {
        Hosting start = inside("ldf8 f40=[r8]");
        Hosting less = new Hosting(start.rules(), start.monitor().with(0, Fixture.map().without(5, 1)), start.machine());
        assertEquals(Option.some(Guests.MEMORY_ABSENT), use(less, 2).ended());
        Hosting nullified = inside("(p9) ldf8 f40=[r8]");
        assertEquals(Option.none(), use(new Hosting(nullified.rules(), nullified.monitor().with(0, Fixture.map().without(5, 1)), nullified.machine()), 2).ended());
    }

    /// What the guest has disabled itself is its own fault.
    @Test
    void theGuestsOwnDisabledFaultIsTold() {
        Hosting start = inside("getf.sig r26=f40");
        Machine disabled = start.monitor().processor().belief().withPsr(Fixture.TRANSLATED.with(DFH, true));
        Answer told = use(new Hosting(start.rules(), start.monitor().with(start.monitor().processor().with(disabled)), start.machine()), 2);
        assertTrue(told.decided().contains(Guests.INTERRUPTION_REFLECTED));
        assertFalse(told.retires());
        Answer outside = use(hosting("getf.sig r26=f40", Fixture.TRANSLATED.with(DFH, true)), 2);
        assertTrue(outside.decided().contains(Guests.INTERRUPTION_REFLECTED));
    }

    /// Its own registers come back to a processor that is outside, and to one that is inside those that are not of the set.
    @Test
    void aSwitchLeavesTheSetInItsArea() {
        Hosting start = inside("nop.m 0");
        Answer other = start.rules().switched(start.monitor(), start.machine(), 1);
        assertEquals(value(40), other.machine().floating().get(40));
        assertFalse(other.machine().psr().dfh());
        Hosting away = start.with(other);
        Machine changed = away.machine().withFloating(away.machine().floating().with(40, FloatingValue.ONE).with(60, FloatingValue.ONE));
        Answer back = start.rules().switched(away.monitor(), changed, 0);
        assertEquals(FloatingValue.ONE, back.machine().floating().get(40));
        assertEquals(value(60), back.machine().floating().get(60));
        assertEquals(value(40), area(back, 40));
        assertTrue(back.machine().psr().dfh());
    }

    @Test
    void whatTheGuestHasDisabledStaysDisabled() {
        Psr both = new Psr(1L << DFL | 1L << DFH);
        assertEquals(both, Scratching.disabled(ScratchSet.HIGH, new Psr(1L << DFL)));
        assertEquals(both, Scratching.disabled(new ScratchSet(2, 9), new Psr(1L << DFH)));
        assertEquals(new Psr(1L << DFL), Scratching.disabled(ScratchSet.NONE, new Psr(1L << DFL)));
        assertEquals(new Psr(1L << DFH), Scratching.disabled(ScratchSet.HIGH, new Psr(0)));
    }

    @Test
    void whereNoneAreTakenNothingIsDone() {
        Monitoring plain = Fixture.rules("maximal");
        assertEquals(0, plain.scratching().area(new PhysicalAddress(0x1000), 3).processors());
        assertEquals(3, plain.taking(SET).scratching().area(new PhysicalAddress(0x1000), 3).processors());
        assertEquals(0, plain.scratching().kept(false));
        assertEquals(1L << DFL | 1L << DFH, plain.taking(SET).scratching().kept(false));
        assertEquals(1L << DFH, plain.taking(ScratchSet.HIGH).scratching().kept(false));
        assertEquals(1L << DFL, plain.taking(new ScratchSet(2, 10)).scratching().kept(false));
        assertEquals(1L << DFH | 1L << 5, plain.taking(ScratchSet.HIGH).scratching().kept(true));
        GuestMap map = Fixture.map();
        assertEquals(map, hosting("nop.m 0", Fixture.TRANSLATED).monitor().map());
    }
}
