package vmmref.model.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters.File;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Turn.Turned;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.word.Bits;

/// Turns in which the register stack engine stores and loads. Its backing store begins in the page at 8000, which is the only one that is translated.
class StackStepTest {
    private static final Turn TURN = Turn.of(Semantics.architected(Profile.named("itanium2").get()));
    private static final long AT = 0x4000;
    private static final long IC = 1L << 13;
    private static final long RT = 1L << 27;
    private static final Translation PAGE = Translation.of(new VirtualAddress(0x8000), 0x101, new PageSize(14), 0, new Pte(0x661 | 0x28000));

    private static Machine at(long psr, int sof, RegisterStack stack, String notation, String... texts) {
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle(notation, Vector.of(texts))).bundle();
        Machine machine = Machine.of(new Addressing(new Psr(psr), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0x101 << 8 | 14 << 2))), ProtectionKeyRegisters.zero(16),
            Tlb.EMPTY.withRegister(Stream.DATA, 0, Option.some(PAGE)))).framed(Cfm.of(sof, 0, 0), stack);
        GeneralRegisters general = Vector.range(0, 96).foldLeft(machine.general(), (all, number) -> all.with(48 + number, new GeneralValue(0x100 + number, number % 2 == 1)));
        return machine.withGeneral(general).withMemory(machine.memory().with(new PhysicalAddress(AT), 8, bundle.low()).with(new PhysicalAddress(AT + 8), 8, bundle.high())).withPosition(Position.at(AT));
    }

    private static RegisterStack stack(int base, int dirty, long bspstore) {
        return new RegisterStack(base, dirty, new VirtualAddress(bspstore), 0);
    }

    private static Turned turned(Machine machine) {
        return TURN.next(machine, Choice.USUAL);
    }

    private static Machine after(Machine machine) {
        return machine.with(assertInstanceOf(Executed.Done.class, turned(machine).executed()).effects());
    }

    @Test
    void anAllocationStoresWordByWordUntilThereIsRoom() {
        Machine machine = at(IC, 6, stack(90, 90, 0x81f0), "MII", "alloc r8=ar.pfs,8,0,0,0", "nop.i 0", "nop.i 0");
        assertFalse(turned(machine).isInstruction());
        Machine first = after(machine);
        assertEquals(new RegisterStack(90, 89, new VirtualAddress(0x81f8), 0), first.stack());
        assertEquals(0x100, first.memory().read(new PhysicalAddress(0x81f0), 8));
        assertEquals(machine.position().bundle(), first.position().bundle());
        assertEquals(0, first.position().slot());
        assertEquals(0, first.last().bits());
        Machine second = after(first);
        assertEquals(new RegisterStack(90, 89, new VirtualAddress(0x8200), 0), second.stack());
        Machine third = after(second);
        assertEquals(new RegisterStack(90, 88, new VirtualAddress(0x8208), 1), third.stack());
        assertEquals(Cfm.of(6, 0, 0), third.cfm());
        assertTrue(turned(third).isInstruction());
        Machine done = after(third);
        assertEquals(Cfm.of(8, 8, 0), done.cfm());
        assertEquals(new RegisterStack(90, 88, new VirtualAddress(0x8208), 1), done.stack());
        assertEquals(1, done.position().slot());
    }

    @Test
    void aStoreThatFaultsInterruptsTheAllocation() {
        Machine machine = at(IC | RT, 6, stack(90, 90, 0xc000), "MMI", "nop.m 0", "alloc r8=ar.pfs,8,0,0,0", "nop.i 0").withPosition(new Position(new VirtualAddress(AT), 1, Option.none()));
        Turned turned = turned(machine);
        assertEquals(Vector.of(Interruption.ALTERNATE_DATA_TLB), turned.taken());
        Machine after = after(machine);
        assertEquals(0x22200000000L, after.control(RegisterNumber.ISR));
        assertEquals(0xc000, after.control(RegisterNumber.IFA));
        assertEquals(AT, after.control(RegisterNumber.IIP));
        assertEquals(Cfm.of(6, 0, 0), after.cfm());
        assertEquals(machine.stack(), after.stack());
    }

    /// The frame of the caller has 4 registers, of which memory alone holds the last two before a collection and the first one behind it.
    @Test
    void aReturnLoadsWhatMemoryHolds() {
        Machine machine = at(IC, 2, stack(10, 1, 0x8208), "MFB", "nop.m 0", "nop.f 0", "br.ret.sptk.many b0").withPosition(new Position(new VirtualAddress(AT), 2, Option.none()));
        Machine caller = new Place.Branch(0).with(new Place.Application(RegisterNumber.PFS).with(machine, 4L | 4 << 7), 0x4000L).withMemory(machine.memory()
            .with(new PhysicalAddress(0x8200), 8, 0x33).with(new PhysicalAddress(0x81f8), 8, 1L << 61 | 1L << 63).with(new PhysicalAddress(0x81f0), 8, 0x22).with(new PhysicalAddress(0x81e8), 8, 0x11));
        Machine returned = after(caller.withStack(caller.stack().withRnat(1)));
        assertEquals(new RegisterStack(96, 6, -3, new VirtualAddress(0x8208), 1, true), returned.stack());
        assertEquals(Cfm.of(4, 4, 0), returned.cfm());
        Machine third = after(returned);
        assertEquals(new GeneralValue(0x33, true), third.general(34));
        assertEquals(new RegisterStack(96, 6, -2, new VirtualAddress(0x8200), 1, true), third.stack());
        Machine collection = after(third);
        assertEquals(new RegisterStack(96, 6, -2, new VirtualAddress(0x81f8), 1L << 61, true), collection.stack());
        Machine second = after(collection);
        assertEquals(new GeneralValue(0x22, false), second.general(33));
        Machine first = after(second);
        assertEquals(new GeneralValue(0x11, true), first.general(32));
        assertEquals(new RegisterStack(96, 6, 0, new VirtualAddress(0x81e8), 1L << 61, false), first.stack());
        assertEquals(new GeneralValue(0x109, true), first.general(35));
        assertTrue(turned(first).isInstruction());
    }

    private static Machine lacking(long psr, long bspstore) {
        return at(psr, 4, new RegisterStack(96, 6, -2, new VirtualAddress(bspstore), 0, true), "MII", "nop.m 0", "nop.i 0", "nop.i 0");
    }

    @Test
    void aLoadThatFaultsInterruptsTheNextInstruction() {
        Machine machine = lacking(IC | RT, 0x8008).withPosition(new Position(new VirtualAddress(AT), 1, Option.none()));
        Machine once = after(machine);
        assertEquals(-1, once.stack().dirty());
        Turned turned = turned(once);
        assertEquals(Vector.of(Interruption.ALTERNATE_DATA_TLB), turned.taken());
        Machine after = after(once);
        assertEquals(0x26400000000L, after.control(RegisterNumber.ISR));
        assertEquals(0x7ff8, after.control(RegisterNumber.IFA));
        assertEquals(AT, after.control(RegisterNumber.IIP));
        assertEquals(RT | IC | 1L << 41, after.control(RegisterNumber.IPSR));
        assertEquals(new RegisterStack(96, 6, -1, new VirtualAddress(0x8000), 0, false), after.stack());
        assertEquals(Cfm.of(4, 0, 0), after.cfm());
    }

    @Test
    void anExternalInterruptIsTakenBetweenLoads() {
        Machine machine = new Place.Control(RegisterNumber.IRR).with(lacking(IC | 1L << 14, 0x8008), 1L << 33);
        Machine after = after(machine);
        assertEquals(Vector.of(Interruption.EXTERNAL_INTERRUPT), turned(machine).taken());
        assertEquals(0x4000000000L, after.control(RegisterNumber.ISR));
        assertEquals(new RegisterStack(96, 6, -2, new VirtualAddress(0x8008), 0, false), after.stack());
        assertEquals(Vector.empty(), turned(after.withPosition(Position.at(AT))).taken());
        assertTrue(turned(after.withPosition(Position.at(AT))).isInstruction());
    }

    @Test
    void loadsAreNotTrapped() {
        Machine machine = lacking(IC | 1L << 40 | 1L << 26, 0x8010);
        assertEquals(Vector.empty(), turned(machine).taken());
        assertEquals(Vector.empty(), turned(after(machine)).taken());
        assertEquals(Vector.of(Interruption.SINGLE_STEP), turned(after(after(machine))).taken());
    }

    /// The trap of a return comes before the loads, and tells that they are due.
    @Test
    void aReturnTrapsBeforeItLoads() {
        Machine machine = new Place.Application(RegisterNumber.PFS).with(at(IC | 1L << 26, 0, stack(10, 0, 0x8208), "MFB", "nop.m 0", "nop.f 0", "br.ret.sptk.many b0").withPosition(new Position(new VirtualAddress(AT), 2, Option.none())), 4L | 4 << 7);
        assertEquals(Vector.of(Interruption.TAKEN_BRANCH), turned(machine).taken());
        assertEquals(0x44000000004L, after(machine).control(RegisterNumber.ISR));
        assertEquals(new RegisterStack(96, 6, -4, new VirtualAddress(0x8208), 0, false), after(machine).stack());
    }

    /// {@return what an eager engine does, the bits of RSC given}
    private static Machine eager(Machine machine, long rsc) {
        Machine moded = new Place.Application(RegisterNumber.RSC).with(machine, rsc);
        return moded.with(assertInstanceOf(Executed.Done.class, TURN.next(moded, Choice.of(Freedom.STACK)).executed()).effects());
    }

    @Test
    void anEagerEngineStoresBeforeAnInstruction() {
        Machine machine = at(IC, 6, stack(90, 3, 0x81f8), "MII", "nop.m 0", "nop.i 0", "nop.i 0");
        for (long lazy : new long[] {0, 2}) assertEquals(machine.stack(), eager(machine, lazy).stack());
        for (long storing : new long[] {1, 3}) {
            Machine after = eager(machine, storing);
            assertEquals(stack(90, 3, 0x8200), after.stack());
            assertEquals(1, after.position().slot());
            assertEquals(new RegisterStack(90, 2, new VirtualAddress(0x8208), 1), eager(after, storing).stack());
        }
        Machine faulting = machine.withPsr(new Psr(IC | RT)).withStack(stack(90, 3, 0xc000));
        assertEquals(faulting.stack(), eager(faulting, 3).stack());
        Machine clean = machine.withStack(stack(90, 0, 0x8000));
        assertEquals(clean.stack(), eager(clean, 1).stack());
        Machine incomplete = machine.withStack(stack(90, -1, 0x8008));
        assertEquals(incomplete.stack(), eager(incomplete, 1).stack());
    }

    @Test
    void anEagerEngineHasLoadedWhatDoesNotFault() {
        for (long lazy : new long[] {0, 1}) assertEquals(-1, eager(lacking(IC, 0x8010), lazy).stack().dirty());
        for (long loading : new long[] {2, 3}) {
            Machine after = eager(lacking(IC, 0x8010), loading);
            assertEquals(new RegisterStack(96, 6, 0, new VirtualAddress(0x8000), 0, false), after.stack());
            assertEquals(AT, after.position().bundle().bits());
            assertEquals(0, after.position().slot());
        }
        assertEquals(new RegisterStack(96, 6, -1, new VirtualAddress(0x8000), 0, true), eager(lacking(IC | RT, 0x8008), 2).stack());
        Machine first = new Place.Application(RegisterNumber.RSC).with(lacking(IC | RT, 0x8000), 2L);
        assertEquals(Vector.of(Interruption.ALTERNATE_DATA_TLB), TURN.next(first, Choice.of(Freedom.STACK)).taken());
    }

    @Test
    void moreStackedRegistersHoldMoreFrames() {
        Machine machine = at(IC, 6, stack(90, 90, 0x8000), "MII", "alloc r8=ar.pfs,96,0,0,0", "nop.i 0", "nop.i 0");
        Machine large = machine.withGeneral(GeneralRegisters.of(192)).withStack(new RegisterStack(192, 90, 90, new VirtualAddress(0x8000), 0, false));
        Machine after = after(large);
        assertEquals(Cfm.of(96, 96, 0), after.cfm());
        assertEquals(new GeneralValue(7, true), new Place.General(127).with(after, new GeneralValue(7, true)).general().get(48 + 185));
    }

    /// What comes of a move to BSPSTORE in an incomplete frame, which only an interruption leaves so, is not said; of one to RNAT it is.
    @Test
    void bspstoreIsNotMovedUnderAnIncompleteFrame() {
        RegisterStack incomplete = new RegisterStack(96, 6, -2, new VirtualAddress(0x8010), 0, false);
        assertInstanceOf(Executed.Unspecified.class, turned(at(IC, 4, incomplete, "MII", "mov.m ar18=r0", "nop.i 0", "nop.i 0")).executed());
        assertInstanceOf(Executed.Done.class, turned(at(IC, 4, incomplete, "MII", "mov.m ar19=r0", "nop.i 0", "nop.i 0")).executed());
        assertInstanceOf(Executed.Done.class, turned(at(IC, 4, stack(6, 0, 0x8010), "MII", "mov.m ar18=r0", "nop.i 0", "nop.i 0")).executed());
    }

    /// The page was neither accessed nor written: the mandatory load is spared the fault, and no other.
    @Test
    void eagerReferencesAreSparedNothing() {
        long spared = IC | RT | 1L << 38;
        Tlb untouched = Tlb.EMPTY.withRegister(Stream.DATA, 0, Option.some(PAGE.with(new Pte(0x601 | 0x28000))));
        Machine after = eager(lacking(spared, 0x8010).withTlb(untouched), 2);
        assertEquals(new RegisterStack(96, 6, -1, new VirtualAddress(0x8008), 0, true), after.stack());
        assertEquals(IC | RT, after.psr().bits());
        Machine dirty = at(spared, 6, stack(90, 3, 0x81f0), "MII", "nop.m 0", "nop.i 0", "nop.i 0").withTlb(untouched);
        assertEquals(dirty.stack(), eager(dirty, 1).stack());
    }

    /// An engine that is eager and finds the second load faulting has done the first.
    @Test
    void eagerLoadsEndBeforeAFault() {
        Machine machine = at(IC | RT, 4, new RegisterStack(96, 6, -3, new VirtualAddress(0x8010), 0, true), "MII", "nop.m 0", "nop.i 0", "nop.i 0");
        assertEquals(new RegisterStack(96, 6, -1, new VirtualAddress(0x8000), 0, true), eager(machine, 2).stack());
    }

    /// The pair of breakpoint registers watches the levels that its second one names; what counts for the engine is RSC.pl.
    @Test
    void breakpointsWatchTheLevelOfTheStore() {
        Machine machine = at(IC | 1L << 24, 6, stack(90, 3, 0x8000), "MII", "flushrs", "nop.i 0", "nop.i 0");
        Machine watched = new Place.Indirect(File.DBR, 0).with(machine, 0x8000L);
        for (int level = 0; level < 4; level++) {
            Machine leveled = new Place.Application(RegisterNumber.RSC).with(watched, (long) level << 2);
            assertEquals(Vector.of(Interruption.DATA_DEBUG), turned(watching(leveled, 1L << level)).taken());
            assertEquals(Vector.empty(), turned(watching(leveled, 15 & ~(1L << level))).taken());
        }
    }

    private static Machine watching(Machine machine, long levels) {
        return new Place.Indirect(File.DBR, 1).with(machine, 1L << 62 | levels << 56 | Bits.ones(56));
    }
}
