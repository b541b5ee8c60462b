package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

/// The host's page table, in a table of 1,024 entries at 2^49 with 3 spare ones behind them: pages whose numbers differ by a multiple of 1,024 have the same place.
class TablesTest {
    private static final int RID = 0x40;
    private static final long TABLE = 1L << 49;
    private static final long SPARE = TABLE + 1024 * 32;
    private final Answer empty = Fixture.answer(Fixture.hosting(Fixture.rules("maximal"), new Resources(15, 3, 1000, 1000)));

    private static VirtualAddress page(int number) {
        return new VirtualAddress((5L + 1024L * number) << 12);
    }

    private static Translation translation(int number) {
        return Translation.of(page(number), RID, new PageSize(12), 7, new Pte(0x661 | number + 1L << 12));
    }

    private Answer with(int... numbers) {
        return Vector.ofAll(numbers).foldLeft(empty, (answer, number) -> Tables.put(answer, translation(number), page(number)));
    }

    private static Option<Translation> found(Answer answer, int number) {
        return Tables.found(answer, RID, page(number)).translation();
    }

    private static long word(Answer answer, long at) {
        return answer.machine().memory().read(new PhysicalAddress(at), 8);
    }

    /// {@return the place of page 0}
    private long head() {
        Answer one = with(0);
        return Vector.range(0, 1024).map(entry -> TABLE + entry * 32L).find(entry -> word(one, entry + 16) >= 0).get();
    }

    @Test
    void whatIsPutIsFoundUntilItIsPurged() {
        assertEquals(Option.none(), found(empty, 0));
        assertEquals(Option.some(translation(0)), found(with(0), 0));
        assertEquals(Option.none(), found(with(0), 1));
        Answer purged = Tables.purged(with(0, 1), RID, page(0), new PageSize(12));
        assertEquals(Option.none(), found(purged, 0));
        assertEquals(Option.some(translation(1)), found(purged, 1));
        assertEquals(Option.none(), found(Tables.emptied(with(0, 1)), 1));
    }

    @Test
    void anEntryIsFourWords() {
        Answer one = with(0);
        assertEquals(0x1661, word(one, head()));
        assertEquals(0x730, word(one, head() + 8));
        assertTrue(word(one, head() + 16) > 0);
        assertEquals(0, word(one, head() + 24));
    }

    @Test
    void pagesOfOnePlaceHangFromIt() {
        Answer three = with(0, 1, 2);
        assertEquals(SPARE + 32, word(three, head() + 24));
        assertEquals(SPARE, word(three, SPARE + 32 + 24));
        assertEquals(0, word(three, SPARE + 24));
        assertEquals(2, three.monitor().table().used());
        assertEquals(Vector.of(0, 1, 2).map(TablesTest::translation).map(Option::some), Vector.of(0, 1, 2).map(number -> found(three, number)));
    }

    @Test
    void whatWasPurgedGivesItsPlace() {
        Answer again = Tables.put(Tables.purged(with(0, 1, 2), RID, page(1), new PageSize(12)), translation(3), page(3));
        assertEquals(2, again.monitor().table().used());
        assertEquals(Option.some(translation(3)), found(again, 3));
        assertEquals(Option.none(), found(again, 1));
        Answer first = Tables.put(Tables.purged(with(0, 1), RID, page(0), new PageSize(12)), translation(2), page(2));
        assertEquals(1, first.monitor().table().used());
        assertEquals(0x3661, word(first, head()));
    }

    @Test
    void whatIsPutAgainTakesItsOwnPlace() {
        Translation changed = Translation.of(page(1), RID, new PageSize(12), 9, new Pte(0x9661));
        Answer again = Tables.put(with(0, 1, 2), changed, page(1));
        assertEquals(Option.some(changed), found(again, 1));
        assertEquals(2, again.monitor().table().used());
    }

    @Test
    void whereNoneIsLeftTheFirstGivesItsPlace() {
        Answer full = with(0, 1, 2, 3, 4);
        assertEquals(3, full.monitor().table().used());
        assertEquals(Vector.of(true, true, true, true), Vector.of(1, 2, 3, 4).map(number -> found(full, number).isDefined()));
        assertEquals(Option.none(), found(full, 0));
        Answer other = Tables.put(full, Translation.of(new VirtualAddress(0x6000), RID, new PageSize(12), 7, new Pte(0x661)), new VirtualAddress(0x6000));
        assertTrue(Tables.found(other, RID, new VirtualAddress(0x6000)).translation().isDefined());
    }

    @Test
    void aChainHasEightEntries() {
        Answer many = Fixture.answer(Fixture.hosting(Fixture.rules("maximal"), new Resources(15, 100, 1000, 1000)));
        Seq<Integer> numbers = Vector.range(0, 9);
        Answer full = numbers.foldLeft(many, (answer, number) -> Tables.put(answer, translation(number), page(number)));
        assertEquals(7, full.monitor().table().used());
        assertEquals(numbers.tail(), numbers.filter(number -> found(full, number).isDefined()));
    }

    @Test
    void itIsPinnedInTheWindow() {
        VirtualAddress window = new VirtualAddress(0xe800000080000000L);
        Translation table = empty.machine().addressing().tlb().register(Stream.DATA, 0).get();
        assertEquals(new PhysicalAddress(TABLE + 0x123), table.physical(new VirtualAddress(window.bits() + 0x123)));
        assertEquals(new PageSize(16), table.size());
        assertEquals(window.bits() | 1 << 8 | 15 << 2 | 1, empty.machine().addressing().pta().bits());
    }
}
