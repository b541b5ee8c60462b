package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vmm.monitor.CaughtGuest.FRAME;
import static vmmref.vmm.monitor.CaughtGuest.fetch;
import static vmmref.vmm.monitor.CaughtGuest.hosting;
import static vmmref.vmm.monitor.CaughtGuest.load;
import static vmmref.vmm.monitor.CaughtGuest.only;

import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.protect.Rights;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.Context;
import vmmref.vmm.memory.Owner;

/// What the hardware is told of the pages of [CaughtGuest].
class DomainTest {
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

    @Test
    void registersGiveTheirPlacesAsIsChosen() {
        assertEquals(Vector.of(1, 2, 15, 1), Vector.of(0, 1, 14, 15).map(last -> Watch.inTurn(last, 16)));
    }
    private static int valid(Answer answer) {
        return Vector.range(1, answer.machine().addressing().keys().number()).count(number -> answer.machine().addressing().keys().get(number).valid());
    }
}
