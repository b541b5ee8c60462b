package vmmref.properties.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vmmref.properties.alloy.Pair;
import vmmref.properties.alloy.Scenario;
import vmmref.spec.Clause;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

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
        new Scenario("OutsideAndOutside", "no presence.INSIDE and Now.event = Switch and runs.believed != Now.other.believed; Now.event = Write; Now.event = Switch"));

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
    void wrongMovesTellSomethingElse() {
        Seq<Presence.Move> moves = Vector.of(Presence.values()).flatMap(next -> Vector.of(Presence.Action.values()).map(action -> new Presence.Move(next, action, Option.none())));
        for (Presence presence : Presence.values()) {
            for (Passage passage : Passage.values())
                assertEquals(moves.size() - 1, moves.count(move -> tellsAnother(new Rules(Rules.RIGHT.passage(), (p, m) -> p == presence && m == passage ? move : p.on(m)))), presence + " " + passage);
        }
    }

    @Test
    void wrongMeaningsTellSomethingElse() {
        for (Passing told : Passing.all().filter(each -> each.told().isDefined()))
            assertTrue(Vector.of(Passage.values()).count(meaning -> tellsAnother(told.with(meaning))) >= Passage.values().length - 1, told.toString());
    }

    @Test
    void theZooTellsSomethingElse() {
        Set<Clause> moves = HashSet.of(ScratchRegisters.SET_SAVED, ScratchRegisters.SET_KEPT, ScratchRegisters.SET_RESTORED, ScratchRegisters.SET_UNTOUCHED);
        Seq<Member> wrong = Zoo.members().filter(each -> each.breaks().exists(moves::contains));
        assertTrue(wrong.size() >= 3, wrong.map(Member::name).toString());
        assertEquals(Vector.empty(), wrong.reject(each -> tellsAnother(Rules.of(each.vmm(Rules.PROFILE)))).map(Member::name));
    }

    private static boolean tellsAnother(Rules rules) {
        return ofAlloy.exists(each -> each.account().disagreement("Alloy", Accounts.of(rules, each.account()), "Java").isDefined());
    }

    @Test
    void everythingHappensOnBothSides() {
        for (Seq<Pair> side : Vector.of(ofJava, ofAlloy)) {
            assertEquals(EVENTS, Pair.atoms(side, "Now.event").toSet());
            assertEquals(ACTIONS, Pair.atoms(side, "Now.action").toSet());
        }
    }
}
