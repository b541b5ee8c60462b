package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Cause;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.protect.Access;
import vmmref.model.protect.Rights;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.FirstAccesses;
import vmmref.spec.Guests;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.memory.Context;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.memory.Owner;

/// First accesses of the guest of [Fixture] whose code is in page 1: exits as the hardware delivers them, and what the monitor makes of them.
class CaughtTest {
    private static final long FRAME = Fixture.FIRST / GuestMap.PAGE;
    private static final Resources HOST = new Resources(15, 3, 1000, 1000);

    private static Bundle bundle(String template, String... texts) {
        return ((AssembledBundle.Done) Assembler.architected().bundle(template, Vector.of(texts))).bundle();
    }

    private static Memory coded(Memory memory, long at, Bundle bundle) {
        return memory.with(new PhysicalAddress(at), 8, bundle.low()).with(new PhysicalAddress(at + 8), 8, bundle.high());
    }

    private static Hosting hosting(Catching catching, String text) {
        Monitoring rules = Fixture.rules("maximal").catching(catching);
        Machine machine = Fixture.machine(rules);
        Memory memory = coded(coded(Memory.ZERO, 0x1000, bundle("M;MI;", text, "nop.m 0", "nop.i 0")), 0x3ff0, bundle("M;MI;", "(p6) thash r26=r8", "nop.m 0", "nop.i 0"));
        return Hosting.of(rules, Vector.of(Guest.of(machine.withMemory(memory), Fixture.map())), HOST);
    }

    private static Answer exit(Hosting hosting, Interruption kind, ReferenceType type, long address) {
        Cause cause = new Cause(kind, Vector.empty(), 0, Option.some(type), Option.some(new VirtualAddress(address)), 0, 0);
        Machine called = hosting.machine().with(hosting.rules().host().delivery().of(hosting.machine(), cause, Choice.USUAL));
        return hosting.rules().on(hosting.monitor(), called);
    }

    private static Answer load(Hosting hosting, long address) {
        return exit(set(hosting, address), Interruption.ALTERNATE_DATA_TLB, ReferenceType.LOAD, address);
    }

    private static Answer store(Hosting hosting, long address) {
        return exit(set(hosting, address), Interruption.ALTERNATE_DATA_TLB, ReferenceType.STORE, address);
    }

    /// {@return the answer to an access of which the hardware has a piece that denies it}
    private static Answer denied(Hosting hosting, ReferenceType type, long address) {
        return exit(set(hosting, address), Interruption.KEY_PERMISSION, type, address);
    }

    private static Answer fetch(Hosting hosting, long address) {
        return exit(hosting, Interruption.ALTERNATE_INSTRUCTION_TLB, ReferenceType.FETCH, address);
    }

    private static Hosting set(Hosting hosting, long address) {
        return hosting.with(new Place.General(9).with(new Place.General(8).with(hosting.machine(), GeneralValue.of(address)), GeneralValue.of(0x1122334455667788L)));
    }

    private static PageState state(Answer answer, long page) {
        return answer.monitor().pages().state(FRAME + page);
    }

    private static Seq<Translation> cached(Answer answer, Stream stream) {
        return answer.machine().addressing().tlb().cached(stream).toVector();
    }

    private static Translation only(Answer answer, Stream stream) {
        return cached(answer, stream).single();
    }

    @ParameterizedTest
    @EnumSource(names = {"KEYS", "RIGHTS", "PRESENT"})
    void aPageBecomesWhatItIsUsedAs(Catching catching) {
        assertEquals(PageState.DATA, state(load(hosting(catching, "ld8 r26=[r8]"), 0x5000), 5));
        assertEquals(PageState.DATA, state(store(hosting(catching, "st8 [r8]=r9"), 0x5000), 5));
        assertEquals(PageState.CODE, state(fetch(hosting(catching, "nop.m 0"), 0x1000), 1));
        Answer patched = fetch(hosting(catching, "nop.m 0"), 0x3000);
        assertEquals(PageState.PATCHED, state(patched, 3));
        assertEquals(512, patched.done().count(operation -> operation instanceof Privileged.Loading(var at) && at.bits() >>> 12 == FRAME + 3));
        assertTrue(patched.done().contains(new Privileged.Loading(new PhysicalAddress(Fixture.FIRST + 0x3ff8))));
    }

    @Test
    void nothingIsKnownWhereNothingIsCaught() {
        Answer answer = load(hosting(Catching.NOTHING, "ld8 r26=[r8]"), 0x5000);
        assertEquals(0, answer.monitor().pages().states().size());
        assertEquals(0, answer.monitor().pages().pieces().size());
        assertTrue(only(answer, Stream.DATA).sizeLog2() > 12);
        assertFalse(answer.decided().contains(FirstAccesses.STATE_MOVED));
        assertFalse(answer.machine().psr().pk());
    }

    @ParameterizedTest
    @EnumSource(names = {"KEYS", "RIGHTS", "PRESENT"})
    void piecesAreAsSmallAsWhatHasAState(Catching catching) {
        Answer answer = load(hosting(catching, "ld8 r26=[r8]"), 0x5000);
        assertEquals(12, only(answer, Stream.DATA).sizeLog2());
        assertEquals(HashSet.of(new VirtualAddress(0x5000)), answer.monitor().pages().pieces(FRAME + 5).map(each -> each.page()));
        assertEquals(catching == Catching.KEYS, answer.machine().psr().pk());
    }

    @Test
    void keysTellStates() {
        Answer data = load(hosting(Catching.KEYS, "ld8 r26=[r8]"), 0x5000);
        int key = only(data, Stream.DATA).key();
        assertEquals(new Owner.Key(0, Option.some(1), Option.some(PageState.DATA)), data.monitor().keys().given().find(each -> each._2 == key).get()._1);
        assertEquals(Option.some(new ProtectionKeyRegister((long) key << 8 | 0b1001)), data.machine().addressing().keys().holding(key));
        assertTrue(data.decided().contains(FirstAccesses.DOMAIN_KEYED));
        Answer code = fetch(hosting(Catching.KEYS, "nop.m 0"), 0x1000);
        int other = only(code, Stream.INSTRUCTION).key();
        assertEquals(Option.some(new ProtectionKeyRegister((long) other << 8 | 0b0011)), code.machine().addressing().keys().holding(other));
        Answer patched = fetch(hosting(Catching.KEYS, "nop.m 0"), 0x3000);
        int third = only(patched, Stream.INSTRUCTION).key();
        assertEquals(Option.some(new ProtectionKeyRegister((long) third << 8 | 0b0111)), patched.machine().addressing().keys().holding(third));
        assertEquals(Option.some(new ProtectionKeyRegister(0b1111)), Keys.register(hosting(Catching.KEYS, "nop.m 0").believed(), Option.some(1), Option.some(PageState.UNSEEN)));
    }

    /// Where the guest has keys checked, its own register counts, too; addresses that are not translated have no key.
    @Test
    void theGuestsRegisterDeniesAsWell() {
        Machine believed = Fixture.machine(Fixture.rules("maximal"));
        Machine checked = believed.withPsr(Fixture.TRANSLATED.with(15, true)).withAddressing(believed.addressing().withPsr(Fixture.TRANSLATED.with(15, true)).withKeys(believed.addressing().keys().with(3, new ProtectionKeyRegister(7 << 8 | 0b0101))));
        assertEquals(Option.some(new ProtectionKeyRegister(7 << 8 | 0b1101)), Keys.register(checked, Option.some(7), Option.some(PageState.DATA)));
        assertEquals(Option.none(), Keys.register(checked, Option.some(8), Option.some(PageState.DATA)));
        assertEquals(Option.some(new ProtectionKeyRegister(0b1001)), Keys.register(checked, Option.none(), Option.some(PageState.DATA)));
        assertEquals(Option.some(new ProtectionKeyRegister(0b1001)), Keys.register(checked.withPsr(Fixture.TRANSLATED), Option.some(7), Option.some(PageState.DATA)));
    }

    @ParameterizedTest
    @CsvSource({"UNSEEN, 0, 0", "DATA, 2, 1", "CODE, 1, 1", "PATCHED, 7, 1"})
    void rightsTellStates(PageState state, int ar, int pl) {
        Answer filled = load(hosting(Catching.RIGHTS, "ld8 r26=[r8]"), 0x5000);
        Translation open = only(filled, Stream.DATA).with(new Pte(0x661 | 1 << 7));
        Translation closed = new Domain(Catching.RIGHTS, Option.some(state)).closed(open, Context.of(Fixture.TRANSLATED), Fixture.rules("maximal").host().translator().rights(), HashSet.of(Stream.DATA)).get();
        assertEquals(ar, closed.entry().ar());
        assertEquals(pl, closed.entry().pl());
        assertTrue(filled.decided().contains(FirstAccesses.DOMAIN_RIGHTS));
        assertEquals(2, only(filled, Stream.DATA).entry().ar());
    }

    @Test
    void thePresentBitTellsStates() {
        Answer filled = load(hosting(Catching.PRESENT, "ld8 r26=[r8]"), 0x5000);
        assertTrue(only(filled, Stream.DATA).entry().p());
        assertTrue(filled.decided().contains(FirstAccesses.DOMAIN_PRESENT));
        Translation piece = only(filled, Stream.DATA);
        Context context = Context.of(Fixture.TRANSLATED);
        Rights rights = Fixture.rules("maximal").host().translator().rights();
        assertEquals(Option.none(), new Domain(Catching.PRESENT, Option.some(PageState.CODE)).closed(piece, context, rights, HashSet.of(Stream.values())));
        assertEquals(Option.some(piece), new Domain(Catching.PRESENT, Option.some(PageState.CODE)).closed(piece, context, rights, HashSet.of(Stream.INSTRUCTION)));
        assertFalse(new Domain(Catching.PRESENT, Option.some(PageState.CODE)).closed(piece, context, rights, HashSet.of(Stream.DATA)).get().entry().p());
        assertFalse(new Domain(Catching.PRESENT, Option.some(PageState.UNSEEN)).closed(piece, context, rights, HashSet.of(Stream.values())).get().entry().p());
        assertEquals(Option.some(piece), new Domain(Catching.PRESENT, Option.none()).closed(piece, context, rights, HashSet.of(Stream.values())));
    }

    @ParameterizedTest
    @EnumSource(names = {"KEYS", "RIGHTS", "PRESENT"})
    void whatAStateLosesLeavesTheHardware(Catching catching) {
        Hosting start = hosting(catching, "st8 [r8]=r9");
        Answer code = fetch(start, 0x2000);
        assertEquals(PageState.CODE, state(code, 2));
        assertEquals(1, cached(code, Stream.INSTRUCTION).size());
        Answer data = denied(start.with(code), ReferenceType.STORE, 0x2000);
        assertEquals(PageState.DATA, state(data, 2));
        assertEquals(Vector.empty(), cached(data, Stream.INSTRUCTION));
        assertTrue(data.decided().contains(FirstAccesses.PIECES_NARROWED));
        assertEquals(1, data.monitor().pages().pieces(FRAME + 2).size());
    }

    @Test
    void readsOfWhatIsToBePatchedAreTheMonitors() {
        Hosting start = hosting(Catching.KEYS, "ld8 r26=[r8]");
        Answer patched = fetch(start, 0x3000);
        Answer read = denied(start.with(patched), ReferenceType.LOAD, 0x3ff0);
        assertEquals(PageState.PATCHED, state(read, 3));
        assertTrue(read.retires());
        assertTrue(read.decided().contains(FirstAccesses.BYTES_OWN));
        assertEquals(bundle("M;MI;", "(p6) thash r26=r8", "nop.m 0", "nop.i 0").low(), read.machine().general(26).bits());
        assertEquals(PageState.CODE, state(fetch(start, 0x2000), 2));
        assertFalse(denied(start.with(fetch(start, 0x2000)), ReferenceType.LOAD, 0x2000).retires());
    }

    @Test
    void aPageIsLookedThroughBundleByBundle() {
        Hosting start = hosting(Catching.KEYS, "nop.m 0");
        Bundle last = bundle("M;MI;", "(p6) thash r26=r8", "nop.m 0", "nop.i 0");
        Watch counting = start.rules().watch().withScanning(bundles -> bundles.size() == 256 && bundles.indexOf(last) == 255 ? PageState.PATCHED : PageState.CODE);
        assertEquals(PageState.PATCHED, state(fetch(new Hosting(start.rules().withWatch(counting), start.monitor(), start.machine()), 0x3000), 3));
    }

    /// Where none are caught, the hardware answers probes.
    @Test
    void probesAreTheMonitorsWhereFirstAccessesAreCaught() {
        PhysicalAddress host = new PhysicalAddress(Fixture.FIRST + 0x5000);
        Hosting plain = hosting(Catching.NOTHING, "nop.m 0");
        assertFalse(Watching.accessed(Fixture.answer(plain), plain.believed(), ReferenceType.PROBE_R, host).isEmulated());
        Hosting caught = hosting(Catching.KEYS, "nop.m 0");
        assertTrue(Watching.accessed(Fixture.answer(caught), caught.believed(), ReferenceType.PROBE_R, host).isEmulated());
        assertFalse(Watching.accessed(Fixture.answer(caught.with(load(caught, 0x5000))), caught.believed(), ReferenceType.LOAD, host).isEmulated());
    }

    /// What traps by itself is not patched.
    @Test
    void codeThatTrapsIsPlainCode() {
        assertEquals(PageState.CODE, state(fetch(hosting(Catching.KEYS, "rsm 0x2000"), 0x1000), 1));
        assertEquals(PageState.PATCHED, state(fetch(hosting(Catching.KEYS, "thash r26=r8"), 0x1000), 1));
    }

    /// The walker would find an entry again that is not present.
    @Test
    void whatIsNotPresentLeavesTheHardwareWhenItsPageIsOpened() {
        Hosting start = hosting(Catching.PRESENT, "ld8 r26=[r8]");
        Answer data = load(start, 0x5000);
        Answer opened = Watching.moved(Fixture.answer(start.with(data)), FRAME + 5, PageState.DATA);
        assertTrue(opened.decided().contains(FirstAccesses.PIECES_NARROWED));
        Answer kept = Watching.moved(Fixture.answer(hosting(Catching.KEYS, "ld8 r26=[r8]").with(load(hosting(Catching.KEYS, "ld8 r26=[r8]"), 0x5000))), FRAME + 5, PageState.DATA);
        assertFalse(kept.decided().contains(FirstAccesses.PIECES_NARROWED));
    }

    /// By the present bit code is not there for data at all.
    @Test
    void soAreReadsOfCodeByThePresentBit() {
        Hosting start = hosting(Catching.PRESENT, "ld8 r26=[r8]");
        Answer read = denied(start.with(fetch(start, 0x2000)), ReferenceType.LOAD, 0x2000);
        assertTrue(read.retires());
        assertEquals(PageState.CODE, state(read, 2));
    }

    @Test
    void aStoreToTheOwnPageIsTheMonitorsAndThePageIsLookedThroughAgain() {
        Hosting start = hosting(Catching.KEYS, "st8 [r8]=r9");
        Answer code = fetch(start, 0x1000);
        Answer stored = denied(start.with(code), ReferenceType.STORE, 0x1800);
        assertEquals(PageState.CODE, state(stored, 1));
        assertTrue(stored.retires());
        assertEquals(0x1122334455667788L, stored.machine().memory().read(new PhysicalAddress(Fixture.FIRST + 0x1800), 8));
        assertTrue(stored.decided().contains(FirstAccesses.STORE_FOLLOWED));
        assertEquals(512, stored.done().count(operation -> operation instanceof Privileged.Loading(var at) && at.bits() >>> 12 == FRAME + 1) - 4, "but for the bundle and what the store changes");
        Hosting scanned = new Hosting(start.rules().withWatch(start.rules().watch().withScanning(bundles -> PageState.PATCHED)), start.monitor(), start.machine());
        Answer again = denied(scanned.with(code), ReferenceType.STORE, 0x1800);
        assertEquals(PageState.PATCHED, state(again, 1));
        assertEquals(Vector.empty(), cached(again, Stream.DATA));
    }

    /// The hardware's key fault comes before the guest's own fault for alignment, which moves no page.
    @Test
    void theGuestsOwnFaultMovesNothing() {
        Hosting start = hosting(Catching.KEYS, "ld8 r26=[r8]");
        Hosting aligned = start.with(start.machine().withPsr(start.machine().psr().with(3, true)));
        Answer told = load(aligned, 0x5001);
        assertEquals(PageState.UNSEEN, state(told, 5));
        assertTrue(told.decided().contains(Guests.INTERRUPTION_REFLECTED));
        assertEquals(PageState.DATA, state(load(aligned, 0x5000), 5));
    }

    @ParameterizedTest
    @CsvSource({"'probe.r.fault r8,0', PROBE_R_FAULT", "'probe.w.fault r8,0', PROBE_W_FAULT"})
    void whatOnlyAsksMovesNothing(String text, ReferenceType type) {
        Hosting start = set(hosting(Catching.PRESENT, text), 0x5000);
        Answer answer = exit(start, Interruption.ALTERNATE_DATA_TLB, type, 0x5000);
        assertEquals(PageState.UNSEEN, state(answer, 5));
        assertTrue(answer.retires());
    }

    @Test
    void framesThatComeOrGoAreUnseen() {
        Hosting start = hosting(Catching.KEYS, "ld8 r26=[r8]");
        Answer data = load(start, 0x5000);
        Answer both = load(start.with(data), 0x6000);
        GuestMap map = Fixture.map().with(new GuestMap.Run(5, 1, Fixture.map().at(new GuestPhysicalAddress(0x7000)).get()));
        Answer moved = start.rules().remapped(both.monitor(), both.machine(), 0, map);
        assertEquals(PageState.UNSEEN, state(moved, 5));
        assertEquals(PageState.DATA, state(moved, 6));
        assertTrue(moved.decided().contains(FirstAccesses.PAGE_REUSED));
        assertEquals(0, moved.monitor().pages().pieces().size());
    }

    /// What the guest believes of PSR.pk is told by the registers, so they go when it changes.
    @Test
    void registersGoWhenKeysComeToBeChecked() {
        Hosting start = hosting(Catching.KEYS, "ssm 0x8000");
        Answer data = Fixture.answer(start.with(load(start, 0x5000)));
        assertEquals(1, valid(data));
        Answer checked = Keys.toggled(data, Fixture.TRANSLATED, Fixture.TRANSLATED.with(15, true));
        assertEquals(0, valid(checked));
        assertEquals(1, valid(Keys.toggled(data, Fixture.TRANSLATED, Fixture.TRANSLATED.with(14, true))));
        Answer plain = load(hosting(Catching.NOTHING, "ld8 r26=[r8]"), 0x5000);
        assertEquals(plain.machine(), Keys.toggled(plain, Fixture.TRANSLATED, Fixture.TRANSLATED.with(15, true)).machine());
    }

    private static int valid(Answer answer) {
        return Vector.range(1, answer.machine().addressing().keys().number()).count(number -> answer.machine().addressing().keys().get(number).valid());
    }

    @Test
    void registersGiveTheirPlacesAsIsChosen() {
        assertEquals(Vector.of(1, 2, 15, 1), Vector.of(0, 1, 14, 15).map(last -> Watch.inTurn(last, 16)));
        assertEquals(Transition.TO_CODE, Fixture.rules("maximal").watch().moving().of(PageState.UNSEEN, Access.EXECUTE, false));
    }
}
