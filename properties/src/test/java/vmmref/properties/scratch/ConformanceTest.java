package vmmref.properties.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vmmref.properties.alloy.Pair;
import vmmref.properties.alloy.Scenario;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// The rules of the scratch set, in Java and in Alloy, tell the same.
class ConformanceTest {
    private static final long SEED   = 20;
    private static final int OF_JAVA = 24;
    private static final int OF_EACH = 2;

    private static final Set<String> EVENTS  = Vector.of("Pass", "Read", "Write", "Use", "Switch").toSet();
    private static final Set<String> ACTIONS = Vector.of("SAVE", "RESTORE", "NOTHING").toSet();

    private static final Seq<Scenario> OTHERS = Vector.of(
        new Scenario("EntryAndLeaving", "Now.action = SAVE; Now.event = Use; Now.event = Write; Now.event = Read; Now.passage = ENTRY; Now.action = RESTORE; Now.event = Read"),
        new Scenario("Overlooked", "Now.told not in Machine.entries and Now.to = Zero and runs.presence = OUTSIDE and some Now.told; Now.event = Write"),
        new Scenario("OverlookedLeaving", "Now.told not in Machine.exits and lowers and runs.presence = INSIDE; Now.event = Use; Now.event = Read"),
        new Scenario("Outside", "runs.presence = OUTSIDE and Now.event = Write; Now.event = Read; Now.passage = EXIT; Now.event = Write"),
        new Scenario("InsideAndInside", "runs.presence = INSIDE and Now.event = Switch and Now.other.presence = INSIDE; Now.event = Write; Now.event = Use; Now.event = Switch; Now.event = Read"),
        new Scenario("InsideAndOutside", "runs.presence = INSIDE and Now.event = Switch and Now.other.presence = OUTSIDE; Now.event = Write; Now.event = Switch; Now.action = RESTORE"),
        new Scenario("OutsideAndOutside", "runs.presence = OUTSIDE and Now.event = Switch and Now.other.presence = OUTSIDE and runs.believed != Now.other.believed; Now.event = Write; Now.event = Switch"));

    private static final Seq<Scenario> SCENARIOS = Passing.all().flatMap(each -> Vector.of(Presence.values()).map(each::scenario)).appendAll(OTHERS);

    private static Seq<Pair> ofJava  = Vector.empty();
    private static Seq<Pair> ofAlloy = Vector.empty();

    @BeforeAll
    static void tellAll() {
        ofJava  = Pair.ofJava(Spelling.WORDS, Accounts.some(OF_JAVA, SEED));
        ofAlloy = Scenario.tell(Spelling.WORDS, SCENARIOS, OF_EACH, account -> Accounts.of(Rules.RIGHT, account));
    }

    @Test
    void alloyTellsWhatJavaDoesAndNothingElse() {
        assertEquals(Vector.empty(), ofJava.filter(each -> each.others().size() != 1).map(Pair::name));
        assertEquals(Vector.empty(), ofJava.flatMap(each -> each.disagreements("Java", "Alloy")));
    }

    @Test
    void javaTellsWhatAlloyDoes() {
        assertEquals(Vector.empty(), SCENARIOS.map(Scenario::name).removeAll(ofAlloy.map(Pair::name)));
        assertEquals(Vector.empty(), ofAlloy.flatMap(each -> each.disagreements("Alloy", "Java")));
    }

    /// Saves twice, restores without entry, leaves without restoring, and whatever else may stand in a cell.
    @Test
    void everyMoveIsTheOnlyOne() {
        Seq<Presence.Move> moves = Vector.of(Presence.values()).flatMap(next -> Vector.of(Presence.Action.values()).map(action -> new Presence.Move(next, action, Option.none())));
        Seq<String> unseen = Vector.of(Presence.values()).flatMap(presence -> Vector.of(Passage.values()).flatMap(passage -> moves.reject(each -> same(each, presence.on(passage)))
            .filter(move -> !tellsAnother(new Rules(Rules.RIGHT.passage(), (p, m) -> p == presence && m == passage ? move : p.on(m)))).map(move -> presence + " " + passage + ": " + move)));
        assertEquals(Vector.empty(), unseen);
    }

    private static boolean same(Presence.Move one, Presence.Move other) {
        return one.next() == other.next() && one.action() == other.action();
    }

    @Test
    void everyMeaningIsTheOnlyOne() {
        Seq<Passing> told = Passing.all().filter(each -> each.told().isDefined());
        assertEquals(Vector.empty(), told.filter(each -> Vector.of(Passage.values()).count(meaning -> tellsAnother(each.with(meaning))) < Passage.values().length - 1));
    }

    private static boolean tellsAnother(Rules rules) {
        return ofAlloy.exists(each -> each.account().disagreement("Alloy", Accounts.of(rules, each.account()), "Java").isDefined());
    }

    @Test
    void everythingHappensOnBothSides() {
        Map<Integer, Seq<Pair>> sides = LinkedHashMap.of(0, ofJava, 1, ofAlloy);
        assertEquals(sides.mapValues(each -> Tuple.of(EVENTS, ACTIONS)), sides.mapValues(each -> Tuple.of(Pair.atoms(each, "Now.event").toSet(), Pair.atoms(each, "Now.action").toSet())));
    }
}
