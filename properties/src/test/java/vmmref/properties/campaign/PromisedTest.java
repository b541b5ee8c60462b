package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Collections;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.junit.jupiter.api.Test;
import vmmref.properties.guarantee.Outcomes.Promise;

/// What generators promise of outcomes is asked of what a campaign saw.
class PromisedTest {
    /// 100 cases, 40 of them random: half of all are mixed, a quarter of the random ones.
    private static final Account SEEN = account(new Sighting(50, 10, Stage.EDGES, 1), new Sighting(20, 20, Stage.SEARCH, 0), new Sighting(30, 10, Stage.EDGES, 0));
    /// All cases that there are.
    private static final Account EXHAUSTED = account(new Sighting(50, 0, Stage.EDGES, 1), new Sighting(20, 0, Stage.EDGES, 0), new Sighting(30, 0, Stage.EDGES, 5));

    private static Account account(Sighting mixed, Sighting plain, Sighting nothing) {
        TreeMap<String, Sighting> behaviours = new TreeMap<>();
        behaviours.put("outcome kind: mixed", mixed);
        behaviours.put("outcome kind: plain 3", plain);
        behaviours.put("outcome kind: ", nothing);
        behaviours.put("outcome kinds: mixed", new Sighting(1000, 1000, Stage.SEARCH, 0));
        behaviours.put("clause kind: mixed", new Sighting(1000, 1000, Stage.SEARCH, 0));
        return new Account(60, 40, Collections.emptySortedMap(), behaviours, Collections.emptySortedMap(), Collections.emptySortedMap(), true, false, 1, 1);
    }

    private static Seq<Goal> goals(Account account, Consumer<StatisticsCoverage> promise) {
        return Promised.goals("A.b", account, new Promise("kind", false, promise));
    }

    private static Goal goal(String name, boolean met, String detail) {
        return new Goal(Goal.Sort.SOMETIMES, "A.b", name, met, detail);
    }

    @Test
    void sharesAreOfRandomCases() {
        assertEquals(Vector.of(goal("kind: mixed", true, "50 cases, 25.0 %"), goal("kind: mixed", false, "50 cases, 25.0 %"), goal("kind: plain 3", true, "20 cases, 50.0 %"),
            goal("kind: absent", false, "0 cases, 0.0 %")), goals(SEEN, checker -> {
                checker.check("mixed").percentage(share -> share == 25);
                checker.check("mixed").percentage(share -> share > 25);
                checker.check("plain", 3).percentage(share -> share == 50);
                checker.check("absent").percentage(share -> share > 0);
            }));
    }

    @Test
    void ofAnExhaustedLawSharesAreOfAllItsCases() {
        assertEquals(Vector.of(goal("kind: mixed", true, "50 cases, 50.0 %")), goals(EXHAUSTED, checker -> checker.check("mixed").percentage(share -> share == 50)));
    }

    @Test
    void whereNothingWasSeenSharesAreNothing() {
        assertEquals(Vector.of(goal("kind: mixed", false, "0 cases, 0.0 %")), goals(Account.EMPTY, checker -> checker.check("mixed").percentage(share -> share > 0)));
    }

    @Test
    void countsAreOfAllCases() {
        assertTrue(goals(SEEN, checker -> {
            checker.check("mixed").count(count -> count == 50);
            checker.check("mixed").count((count, all) -> count == 50 && all == 100);
            checker.check("").count(count -> count == 30);
            checker.checkPattern("m.*|plain \\d").count(count -> count == 70);
            checker.checkQuery(values -> !values.getFirst().toString().isEmpty()).count(count -> count == 70);
            checker.checkQuery(values -> true).count(count -> count == 100);
        }).forAll(Goal::met));
    }

    @Test
    void promisesMayAssert() {
        assertEquals(Vector.of(true, false, true, false, false), goals(SEEN, checker -> {
            checker.check("mixed").count((Consumer<Integer>) count -> assertEquals(50, count));
            checker.check("mixed").count((Consumer<Integer>) count -> assertEquals(51, count));
            checker.check("mixed").percentage((Consumer<Double>) share -> assertEquals(25, share));
            checker.check("mixed").percentage((Consumer<Double>) share -> assertEquals(26, share));
            checker.check("mixed").count((java.util.function.BiConsumer<Integer, Integer>) (count, all) -> assertEquals(count, all));
        }).map(Goal::met));
    }

    @Test
    void largeCountsAreCut() {
        Account large = account(new Sighting(5_000_000_000L, 1, Stage.SEARCH, 0), Sighting.of(Stage.SEARCH, 1), Sighting.of(Stage.SEARCH, 2));
        assertTrue(goals(large, checker -> checker.check("mixed").count(count -> count == Integer.MAX_VALUE)).forAll(Goal::met));
    }

    @Test
    void whatMustNeverComeUpDoesNot() {
        assertEquals(Vector.of(new Goal(Goal.Sort.NEVER, "A.b", "kind: absent", true, "0 cases, 0.0 %")), never("absent"));
        assertEquals(Vector.of(new Goal(Goal.Sort.NEVER, "A.b", "kind: plain 3", false, "20 cases, 50.0 %")), never("plain", 3));
    }

    private static Seq<Goal> never(Object... values) {
        return Promised.goals("A.b", SEEN, new Promise("kind: " + Vector.of(values).mkString(" "), true, checker -> checker.check(values).count(count -> count == 0)));
    }

    @Test
    void oneCaseIsNoCases() {
        Account one = account(Sighting.of(Stage.SEARCH, 0), Sighting.of(Stage.SEARCH, 1), Sighting.of(Stage.SEARCH, 2));
        assertEquals("1 case, 33.3 %", goals(one, checker -> checker.check("mixed").count(count -> true)).single().detail());
    }
}
