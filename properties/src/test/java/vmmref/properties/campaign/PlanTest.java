package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Collections;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is executed next follows from what was seen.
class PlanTest {
    private static final long ALL = Long.MAX_VALUE;
    private static final Law SMALL = MadeUp.law("small");
    private static final Law HARMLESS = MadeUp.law("harmless");
    private static final Law HEAVY = Law.named("HistoryGuarantees.buffersAreLists").get();

    /// {@return an account of a law with 10 edge cases}
    private static Account account(long edges, long search, boolean exhausted, int news) {
        return new Account(edges, search, Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap(), edges == 10, exhausted, news, 1);
    }

    private static Ledger ledger(int batch, Account small, Account harmless) {
        TreeMap<String, Account> laws = new TreeMap<>();
        laws.put("MadeUp.small", small);
        laws.put("MadeUp.harmless", harmless);
        return new Ledger(batch, 100, laws);
    }

    /// {@return shards in words}
    private static Seq<String> next(Ledger ledger, long most) {
        return new Plan(Vector.of(SMALL, HARMLESS), 300).next(ledger, most).map(PlanTest::told);
    }

    private static String told(Shard shard) {
        return "%s %s %d+%d".formatted(shard.law().method().getName(), shard.stage(), shard.first(), shard.count());
    }

    @Test
    void everyLawBeginsWithAFewEdgeCases() {
        assertEquals(Vector.of("small EDGES 0+8", "harmless EDGES 0+8"), next(Ledger.EMPTY, ALL));
        assertEquals(Vector.of("buffersAreLists EDGES 0+1"), new Plan(Vector.of(HEAVY), 300).next(Ledger.EMPTY, ALL).map(PlanTest::told));
        assertEquals(Vector.of("small EDGES 0+1"), new Plan(Vector.of(SMALL), 1).next(Ledger.EMPTY, ALL).map(PlanTest::told));
    }

    /// A budget may have cut them off.
    @Test
    void noLawGoesOnBeforeAllHaveBegun() {
        assertEquals(Vector.of("small EDGES 7+1", "harmless EDGES 0+8"), next(ledger(1, account(7, 0, false, 1), Account.EMPTY), ALL));
    }

    @Test
    void edgeCasesThatAreLeftComeBeforeRandomOnesInEveryBatch() {
        assertEquals(Vector.of("small EDGES 9+8", "harmless EDGES 8+8", "small SEARCH 3+2", "small SEARCH 5+2", "small SEARCH 7+2", "small SEARCH 9+2",
            "harmless SEARCH 0+2", "harmless SEARCH 2+2", "harmless SEARCH 4+2", "harmless SEARCH 6+2"), next(ledger(1, account(9, 3, false, 1), account(8, 0, false, 1)), ALL));
        assertEquals(Vector.of("small EDGES 8+292"), next(ledger(29, account(8, 0, false, 1), account(10, 0, true, 1)), ALL));
    }

    @Test
    void aLawThatShowedSomethingNewLatelyGetsFourShards() {
        assertEquals(Vector.of("small SEARCH 0+2", "small SEARCH 2+2", "small SEARCH 4+2", "small SEARCH 6+2",
            "harmless SEARCH 5+2", "harmless SEARCH 7+2", "harmless SEARCH 9+2", "harmless SEARCH 11+2"), next(ledger(1, account(10, 0, false, 1), account(10, 5, false, 1)), ALL));
        assertEquals(4, next(ledger(23, account(10, 0, false, 20), account(10, 0, true, 1)), ALL).size());
    }

    @Test
    void aLawThatShowedNothingNewLatelyGetsOne() {
        assertEquals(Vector.of("small SEARCH 7+16", "harmless SEARCH 9+16"), next(ledger(4, account(10, 7, false, 0), account(10, 9, false, 0)), ALL));
        assertEquals(Vector.of("small SEARCH 7+128", "harmless SEARCH 9+128"), next(ledger(30, account(10, 7, false, 10), account(10, 9, false, 10)), ALL));
    }

    @Test
    void aLawThatShowedNothingNewForLongGetsOneInEveryFourthBatch() {
        Account silent = account(10, 7, false, 3);
        Account exhausted = account(10, 0, true, 0);
        assertEquals(Vector.of(true, false, false, false, true, false, false, false), Vector.range(24, 32).map(batch -> next(ledger(batch, silent, account(10, 0, false, batch)), ALL).size() == 5));
        assertEquals(Vector.of("small SEARCH 7+128"), next(ledger(24, silent, exhausted), ALL));
    }

    @Test
    void lawsTakeTurnsWhereAllAreSilent() {
        Account silent = account(10, 7, false, 3);
        assertEquals(Vector.of("small SEARCH 7+128"), next(ledger(24, silent, silent), ALL));
        assertEquals(Vector.of("harmless SEARCH 7+128"), next(ledger(27, silent, silent), ALL));
    }

    @Test
    void whereItIsNobodysTurnEveryLawHasIt() {
        Account silent = account(10, 7, false, 3);
        assertEquals(Vector.of("small SEARCH 7+128", "harmless SEARCH 7+128"), next(ledger(25, silent, silent), ALL));
    }

    @Test
    void shardsGrowToOneHundredAndTwentyEightCases() {
        assertEquals(Vector.of(2, 4, 8, 16, 32, 64, 128, 128, 128), Vector.of(1, 2, 3, 4, 5, 6, 7, 8, 1_000_000).map(batch ->
            new Plan(Vector.of(SMALL), 300).next(ledger(batch, account(10, 0, false, batch), account(10, 0, true, 0)), ALL).head().count()));
    }

    /// Saving a batch of a thousand cases takes as long as executing some hundred of them.
    @Test
    void aBatchHasAThirtySecondOfAllCasesButNoMoreThanEightThousand() {
        assertEquals(Vector.of(2, 2, 4, 8, 64, 64), Vector.of(0L, 8_000L, 9_000L, 30_000L, 260_000L, 1_000_000_000L).map(cases ->
            next(ledger(24 * 4 + 6, account(10, cases, false, 90), account(10, 0, false, 90)), ALL).size()));
        assertEquals(Vector.of("small SEARCH 16000+128", "small SEARCH 16128+128", "harmless SEARCH 0+128", "harmless SEARCH 128+128"),
            next(ledger(100, account(10, 16_000, false, 90), account(10, 0, false, 90)), ALL));
    }

    @Test
    void aHeavyLawHasSmallerShards() {
        TreeMap<String, Account> laws = new TreeMap<>();
        laws.put("HistoryGuarantees.buffersAreLists", account(10, 0, false, 9));
        assertEquals(Vector.of("buffersAreLists SEARCH 0+8", "buffersAreLists SEARCH 8+8", "buffersAreLists SEARCH 16+8", "buffersAreLists SEARCH 24+8"),
            new Plan(Vector.of(HEAVY), 300).next(new Ledger(9, 1, laws), ALL).map(PlanTest::told));
        assertEquals(1, new Plan(Vector.of(HEAVY), 300).next(new Ledger(1, 1, laws), ALL).head().count());
    }

    @Test
    void aLawWithoutMoreCasesGetsNone() {
        assertEquals(Vector.empty(), next(ledger(9, account(10, 0, true, 9), account(10, 0, true, 9)), ALL));
        assertEquals(Vector.of("harmless SEARCH 0+128"), next(ledger(9, account(10, 0, true, 9), account(10, 0, false, 3)), ALL));
    }

    @Test
    void noMoreCasesThanMayBe() {
        assertEquals(Vector.of("small EDGES 0+8", "harmless EDGES 0+3"), next(Ledger.EMPTY, 11));
        assertEquals(Vector.of("small EDGES 0+8"), next(Ledger.EMPTY, 8));
        assertEquals(Vector.of("small EDGES 0+1"), next(Ledger.EMPTY, 1));
        assertEquals(Vector.empty(), next(Ledger.EMPTY, 0));
        assertEquals(Vector.of("small SEARCH 0+2", "small SEARCH 2+1"), next(ledger(1, account(10, 0, false, 1), account(10, 0, false, 1)), 3));
    }
}
