package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What a campaign knows is the sum of what came of its shards.
class LedgerTest {
    private static final Law SMALL = MadeUp.law("small");

    private static Tally tally(Stage stage, long cases, Map<String, Sighting> behaviours, boolean edged, boolean exhausted) {
        return new Tally(new Shard(SMALL, stage, 0, 300), cases, new TreeMap<>(Map.of("dull", 2L)), new TreeMap<>(behaviours), new TreeMap<>(), edged, exhausted, LinkedHashMap.empty(), new TreeMap<>(Map.of("steps", 4L)), 5);
    }

    private static final Ledger FIRST = Ledger.EMPTY.plus(Vector.of(tally(Stage.EDGES, 10, Map.of("a", new Sighting(3, 0, Stage.EDGES, 4)), true, false)), 100);

    @Test
    void anEmptyLedgerKnowsNothing() {
        assertEquals(0, Ledger.EMPTY.batch());
        assertEquals(0, Ledger.EMPTY.cases() + Ledger.EMPTY.discarded() + Ledger.EMPTY.behaviours() + Ledger.EMPTY.seenOnce() + Ledger.EMPTY.times("a"));
        assertEquals(Account.EMPTY, Ledger.EMPTY.of("MadeUp.small"));
    }

    @Test
    void edgeCasesAndRandomOnesAreCountedApart() {
        Ledger second = FIRST.plus(Vector.of(tally(Stage.SEARCH, 8, Map.of(), false, false), tally(Stage.SEARCH, 7, Map.of(), false, false)), 23);
        assertEquals(2, second.batch());
        assertEquals(123, second.spent());
        assertEquals(10, second.of("MadeUp.small").edges());
        assertEquals(15, second.of("MadeUp.small").search());
        assertEquals(25, second.cases());
        assertEquals(6, second.discarded());
        assertEquals(15, second.of("MadeUp.small").nanos());
        assertEquals(12, second.figure("steps"));
        assertEquals(0, second.figure("stops"));
    }

    @Test
    void theFirstSightingStays() {
        Ledger second = FIRST.plus(Vector.of(tally(Stage.SEARCH, 8, Map.of("a", new Sighting(2, 2, Stage.SEARCH, 1)), false, false)), 1);
        assertEquals(new Sighting(5, 2, Stage.EDGES, 4), second.of("MadeUp.small").behaviours().get("a"));
        assertEquals(5, second.times("a"));
    }

    @Test
    void newsAreOfTheBatchThatShowedThem() {
        assertEquals(1, FIRST.of("MadeUp.small").news());
        Ledger second = FIRST.plus(Vector.of(tally(Stage.SEARCH, 8, Map.of("a", new Sighting(2, 2, Stage.SEARCH, 1)), false, false)), 1);
        assertEquals(1, second.of("MadeUp.small").news());
        Ledger third = second.plus(Vector.of(tally(Stage.SEARCH, 8, Map.of("b", new Sighting(1, 1, Stage.SEARCH, 1)), false, false), tally(Stage.SEARCH, 8, Map.of(), false, false)), 1);
        assertEquals(3, third.of("MadeUp.small").news());
        assertEquals(2, third.behaviours());
        assertEquals(1, third.seenOnce());
    }

    @Test
    void aLawIsExhaustedWhenTheLastOfItsEdgeCasesWasExecuted() {
        assertFalse(Account.EMPTY.plus(tally(Stage.EDGES, 2, Map.of(), false, true), 1).exhausted());
        assertFalse(Account.EMPTY.plus(tally(Stage.EDGES, 2, Map.of(), true, false), 1).exhausted());
        Account all = Account.EMPTY.plus(tally(Stage.EDGES, 2, Map.of(), true, true), 1);
        assertTrue(all.edged() && all.exhausted());
        assertTrue(all.plus(tally(Stage.SEARCH, 2, Map.of(), false, true), 2).exhausted());
    }

    @Test
    void aBatchWithoutCasesIsABatch() {
        assertEquals(new Ledger(2, 107, FIRST.laws()), FIRST.plus(Vector.empty(), 7));
    }

    @Test
    void sightingsAddUp() {
        assertEquals(new Sighting(1, 0, Stage.EDGES, 3), Sighting.of(Stage.EDGES, 3));
        assertEquals(new Sighting(1, 1, Stage.SEARCH, 3), Sighting.of(Stage.SEARCH, 3));
        assertEquals(new Sighting(2, 2, Stage.SEARCH, 9), Sighting.of(Stage.SEARCH, 9).and(Sighting.of(Stage.SEARCH, 3)));
        assertEquals(new Sighting(2, 2, Stage.SEARCH, 3), Sighting.of(Stage.SEARCH, 9).earliest(Sighting.of(Stage.SEARCH, 3)));
    }

    @Test
    void theChanceOfSomethingNewIsThatOfWhatWasSeenOnce() {
        assertEquals(1, closing(Ledger.EMPTY).chance());
        assertEquals(0, closing(FIRST).chance());
        assertEquals(0.1, closing(Ledger.EMPTY.plus(Vector.of(tally(Stage.EDGES, 10, Map.of("a", Sighting.of(Stage.EDGES, 4)), true, false)), 100)).chance());
    }

    @Test
    void aLawWithoutMoreCasesShowsNothingNew() {
        Ledger all = Ledger.EMPTY.plus(Vector.of(tally(Stage.EDGES, 10, Map.of("a", Sighting.of(Stage.EDGES, 4)), true, true)), 100);
        assertEquals(10, all.cases());
        assertEquals(0, all.open());
        assertEquals(0, all.seenOnce());
        assertEquals(0, closing(all).chance());
    }

    private static Closing closing(Ledger ledger) {
        return new Closing("", Given.tries(1), ledger, Vector.empty(), Vector.empty(), Vector.empty(), Vector.empty());
    }
}
