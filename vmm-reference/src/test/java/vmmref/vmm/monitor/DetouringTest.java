package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Cause;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Choice;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Clause;
import vmmref.spec.PatchedPages;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Detour;
import vmmref.vmm.patch.Source;
import vmmref.vmm.scratch.ScratchSet;

/// The guest of [Fixture], which is at 0x1000 before `mov.m r26=ar.k3`, `ld8 r27=[r8]`, `adds r30=1,r30` in one bundle; ar.k3 is 0x77.
class DetouringTest {
    private static final long AT = 0x1000;
    private static final int SS = 40;

    private static Bundle bundle(String template, String... texts) {
        return ((AssembledBundle.Done) Assembler.architected().bundle(template, Vector.of(texts))).bundle();
    }

    private static Hosting hosting(Psr psr) {
        Monitoring rules = Fixture.rules("maximal").catching(Catching.KEYS).patching(2, 12);
        Bundle code = bundle("M;MI;", "mov.m r26=ar.k3", "ld8 r27=[r8]", "adds r30=1,r30");
        Memory memory = Memory.ZERO.with(new PhysicalAddress(AT), 8, code.low()).with(new PhysicalAddress(AT + 8), 8, code.high()).with(new PhysicalAddress(0x5000), 8, 0x55);
        Machine machine = new Place.Application(3).with(new Place.General(8).with(Fixture.machine(rules), GeneralValue.of(0x5000)), 0x77L).withPsr(psr);
        Hosting start = Hosting.of(rules, Vector.of(Guest.of(machine.withMemory(memory), Fixture.map())), new Resources(15, 3, 1000, 1000));
        return start.with(exit(start, Interruption.ALTERNATE_INSTRUCTION_TLB, ReferenceType.FETCH, AT));
    }

    private static Answer exit(Hosting hosting, Interruption kind, ReferenceType type, long address) {
        Cause cause = new Cause(kind, Vector.empty(), hosting.machine().position().slot(), Option.some(type), Option.some(new VirtualAddress(address)), 0, 0);
        return hosting.rules().on(hosting.monitor(), hosting.machine().with(hosting.rules().host().delivery().of(hosting.machine(), cause, Choice.USUAL)));
    }

    private static Detour detour(Hosting hosting) {
        Copies copies = hosting.monitor().copies();
        return copies.detour(hosting.machine().addressing().regions().of(new VirtualAddress(AT)).identifier(), new VirtualAddress(AT)).get();
    }

    private static Hosting at(Hosting hosting, long bundle, int slot, long last) {
        return hosting.with(hosting.machine().withPosition(new Position(new VirtualAddress(bundle), slot, Option.none())).withLast(new VirtualAddress(last)));
    }

    private static Answer interrupted(Hosting hosting) {
        return hosting.rules().transferred(hosting.monitor(), hosting.machine(), 0, new GuestPhysicalAddress(0x6000), 1);
    }

    @Test
    void aFetchedPageHasADetour() {
        Hosting hosting = hosting(Fixture.TRANSLATED);
        assertEquals(3, detour(hosting).begins().size());
        assertEquals(Position.at(AT), hosting.machine().position());
        assertEquals(Vector.of(detour(hosting).at().bits(), detour(hosting).at().bits() + (1L << 29)), Vector.of(0, 1).map(number -> hosting.machine().addressing().tlb().register(Stream.INSTRUCTION, number).get().page().bits()));
        assertEquals(Vector.of(false, true), Vector.of(0, 1).map(number -> hosting.machine().addressing().tlb().register(Stream.INSTRUCTION, number).get().entry().ed()));
    }

    /// The hardware has done the nop before the branch: the guest's first instruction is done then, as its bundle is the last one.
    @Test
    void whoHasBegunABundleHasDoneItsFirstInstruction() {
        Hosting hosting = hosting(Fixture.TRANSLATED);
        Answer answer = interrupted(at(hosting, AT, 1, AT));
        assertEquals(0x77, answer.machine().general(26).bits());
        assertTrue(answer.retires());
        assertTrue(answer.decided().contains(PatchedPages.STUB_LEFT) && answer.decided().contains(PatchedPages.SLOT_ENTERED));
        Hosting after = hosting.with(answer);
        assertEquals(new Position(new VirtualAddress(AT), 1, Option.none()), after.believed().position());
        assertEquals(detour(after).bundle(1), after.machine().position().bundle());
        Answer inStub = interrupted(at(hosting, detour(hosting).at().bits(), 0, AT));
        assertEquals(0x77, inStub.machine().general(26).bits());
    }

    @Test
    void whoHasNotBegunItHasNot() {
        Hosting hosting = hosting(Fixture.TRANSLATED);
        Answer answer = interrupted(hosting);
        assertEquals(0, answer.machine().general(26).bits());
        assertFalse(answer.retires() || answer.decided().contains(PatchedPages.SLOT_ENTERED));
        assertEquals(Position.at(AT), hosting.with(answer).believed().position());
    }

    @Test
    void aFaultInTheStubIsOneOfTheBundle() {
        Hosting hosting = hosting(Fixture.TRANSLATED);
        Hosting second = at(hosting, detour(hosting).bundle(1).bits(), detour(hosting).begins().get(1).slot(), detour(hosting).at().bits());
        assertEquals(new Position(new VirtualAddress(AT), 1, Option.none()), second.believed().position());
        assertEquals(new VirtualAddress(AT), second.believed().last());
        Answer answer = exit(second, Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, 0x2000000000005000L);
        assertTrue(answer.decided().contains(PatchedPages.STUB_LEFT));
        assertEquals(AT, answer.monitor().processor().belief().control().get(19));
        assertEquals(1, answer.monitor().processor().belief().control().get(17) >>> 41 & 3);
        assertEquals(AT, answer.monitor().processor().belief().control().get(22));
    }

    @Test
    void behindAllInstructionsTheGuestIsInItsNextBundle() {
        Hosting hosting = hosting(Fixture.TRANSLATED);
        Detour detour = detour(hosting);
        Hosting last = at(hosting, detour.at().bits() + 16L * (detour.length() - 1), 2, detour.at().bits());
        assertEquals(Position.at(AT + 16), last.believed().position());
        assertFalse(Detouring.isOfGuest(last));
        assertTrue(Detouring.isOfGuest(at(hosting, detour.at().bits(), detour.ends().head().slot(), AT)));
        assertFalse(Detouring.isOfGuest(hosting));
        assertTrue(Detouring.isOfGuest(at(hosting, AT + 16, 0, AT)));
    }

    @Test
    void whoLooksAtInstructionsOneByOneHasNoStubs() {
        assertTrue(hosting(Fixture.TRANSLATED.with(SS, true)).monitor().copies().made().values().forAll(copy -> copy.detours().isEmpty() && !copy.breaks().isEmpty()));
        assertTrue(Vector.of(24, 26, SS).forAll(bit -> Detouring.isStepped(new Psr(1L << bit))));
        assertFalse(Detouring.isStepped(Fixture.TRANSLATED));
        Hosting hosting = hosting(Fixture.TRANSLATED);
        assertTrue(Detouring.dropped(Fixture.answer(hosting)).monitor().copies().made().isEmpty());
        assertTrue(Detouring.rebuilt(Fixture.answer(hosting), Source.KERNEL).decided().contains(PatchedPages.IMMEDIATES_REBUILT));
    }

    @Test
    void stubsAreDroppedThatHoldWhatChanges() {
        Hosting hosting = hosting(Fixture.TRANSLATED);
        Answer kernel = Detouring.rebuilt(Fixture.answer(hosting), Source.KERNEL);
        assertTrue(kernel.monitor().copies().made().isEmpty() && kernel.decided().contains(PatchedPages.COPY_RELEASED));
        Answer table = Detouring.rebuilt(Fixture.answer(hosting), Source.TABLE);
        assertEquals(1, table.monitor().copies().made().size());
        assertFalse(table.decided().contains(PatchedPages.COPY_RELEASED));
        assertFalse(Purges.gone(kernel.with(kernel.monitor()), 1, new VirtualAddress(AT), new PageSize(12)).decided().count(PatchedPages.COPY_RELEASED::equals) > 1);
    }

    @Test
    void aBreakOfTheGuestIsItsOwn() {
        Hosting hosting = at(hosting(Fixture.TRANSLATED), AT + 16, 0, AT);
        Cause cause = new Cause(Interruption.BREAK_INSTRUCTION, Vector.empty(), 0, Option.none(), Option.none(), 0, 5);
        Answer answer = hosting.rules().on(hosting.monitor(), hosting.machine().with(hosting.rules().host().delivery().of(hosting.machine(), cause, Choice.USUAL)));
        assertFalse(answer.decided().contains(PatchedPages.PATCH_TRAPPED));
        assertEquals(5, answer.monitor().processor().belief().control().get(24));
    }

    /// {@return what decides how code of a page is executed that is fetched first}
    private static Seq<Clause> decided(Monitoring rules, String... texts) {
        Bundle code = bundle("M;MI;", texts);
        Memory memory = Memory.ZERO.with(new PhysicalAddress(AT), 8, code.low()).with(new PhysicalAddress(AT + 8), 8, code.high());
        Machine machine = Fixture.machine(rules).withAddressing(Fixture.machine(rules).addressing().withPta(new Pta(0x8000 | 15 << 2))).withMemory(memory);
        Hosting start = Hosting.of(rules, Vector.of(Guest.of(machine, Fixture.map())), new Resources(15, 3, 1000, 1000));
        return exit(start, Interruption.ALTERNATE_INSTRUCTION_TLB, ReferenceType.FETCH, AT).decided();
    }

    @Test
    void whichPatchesThereAre() {
        Monitoring plain = Fixture.rules("maximal").catching(Catching.KEYS);
        Seq<Clause> told = Vector.of(PatchedPages.PATCH_BRANCHED, PatchedPages.PATCH_FALLBACK, PatchedPages.REGISTERS_PARKED, PatchedPages.USES_PATCHED);
        Seq<Monitoring> ways = Vector.of(plain.patching(2, 14), plain.patching(2, 0), plain.taking(ScratchSet.HIGH).patching(2, 14));
        Seq<String> codes = Vector.of("mov.m r26=ar.k3", "thash r26=r8", "fc r8");
        assertEquals(Vector.of(Vector.of(PatchedPages.PATCH_BRANCHED), Vector.of(PatchedPages.PATCH_FALLBACK), Vector.of(PatchedPages.PATCH_FALLBACK), Vector.empty(), Vector.empty(), Vector.empty(),
            Vector.of(PatchedPages.PATCH_BRANCHED, PatchedPages.USES_PATCHED), Vector.of(PatchedPages.PATCH_BRANCHED, PatchedPages.REGISTERS_PARKED, PatchedPages.USES_PATCHED), Vector.of(PatchedPages.PATCH_FALLBACK, PatchedPages.USES_PATCHED)),
            ways.flatMap(rules -> codes.map(code -> decided(rules, code, "nop.m 0", "nop.i 0").filter(told::contains))));
    }

    @Test
    void codeIsPatchedWhereFirstAccessesAreCaught() {
        assertThrows(IllegalArgumentException.class, () -> Fixture.rules("maximal").patching(2, 12));
    }
}
