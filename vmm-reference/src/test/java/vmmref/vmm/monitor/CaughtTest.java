package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vmm.monitor.CaughtGuest.FRAME;
import static vmmref.vmm.monitor.CaughtGuest.bundle;
import static vmmref.vmm.monitor.CaughtGuest.cached;
import static vmmref.vmm.monitor.CaughtGuest.denied;
import static vmmref.vmm.monitor.CaughtGuest.exit;
import static vmmref.vmm.monitor.CaughtGuest.fetch;
import static vmmref.vmm.monitor.CaughtGuest.hosting;
import static vmmref.vmm.monitor.CaughtGuest.load;
import static vmmref.vmm.monitor.CaughtGuest.only;
import static vmmref.vmm.monitor.CaughtGuest.set;
import static vmmref.vmm.monitor.CaughtGuest.state;
import static vmmref.vmm.monitor.CaughtGuest.store;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.FirstAccesses;
import vmmref.spec.Guests;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// What accesses of [CaughtGuest] make of its pages.
class CaughtTest {
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
        Watch counting = start.rules().watch().withScanning((bundles, parking) -> bundles.size() == 256 && bundles.indexOf(last) == 255 ? PageState.PATCHED : PageState.CODE);
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
        Hosting scanned = new Hosting(start.rules().withWatch(start.rules().watch().withScanning((bundles, parking) -> PageState.PATCHED)), start.monitor(), start.machine());
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
}
