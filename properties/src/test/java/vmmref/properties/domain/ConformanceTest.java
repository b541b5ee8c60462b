package vmmref.properties.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vmmref.properties.alloy.Pair;
import vmmref.properties.alloy.Scenario;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

/// The rules of what pages have been used as, in Java and in Alloy, tell the same.
class ConformanceTest {
    private static final long SEED   = 14;
    private static final int OF_JAVA = 24;
    private static final int OF_EACH = 2;
    private static final int CELLS   = 22;

    private static final Set<String> OUTCOMES = Vector.of("PERMITTED", "TOLD", "MISSED", "NONE", "TO_DATA", "TO_CODE", "EMULATED").toSet();
    private static final Set<String> EVENTS   = Vector.of("Use", "Store", "Change", "Drop", "Evict").toSet();

    private static Seq<Pair> ofJava  = Vector.empty();
    private static Seq<Pair> ofAlloy = Vector.empty();

    @BeforeAll
    static void tellAll() {
        ofJava  = Pair.ofJava(Spelling.WORDS, Accounts.some(OF_JAVA, SEED));
        ofAlloy = Scenario.tell(Spelling.WORDS, Cell.scenarios(), OF_EACH, account -> Accounts.of(Rules.RIGHT, account));
    }

    @Test
    void alloyTellsWhatJavaDoesAndNothingElse() {
        assertEquals(Vector.empty(), ofJava.filter(each -> each.others().size() != 1).map(Pair::name));
        assertEquals(Vector.empty(), ofJava.flatMap(each -> each.disagreements("Java", "Alloy")));
    }

    @Test
    void javaTellsWhatAlloyDoes() {
        assertEquals(Vector.empty(), Cell.scenarios().map(Scenario::name).removeAll(ofAlloy.map(Pair::name)));
        assertEquals(Vector.empty(), ofAlloy.flatMap(each -> each.disagreements("Alloy", "Java")));
    }

    @Test
    void wrongTransitionsTellSomethingElse() {
        assertEquals(CELLS, Cell.all().size());
        for (Cell cell : Cell.all()) assertEquals(Transition.values().length - 1, Vector.of(Transition.values()).count(other -> tellsAnother(cell.with(other))), cell.toString());
    }

    @Test
    void otherWrongRulesTellSomethingElse() {
        Rules right = Rules.RIGHT;
        Map<String, Rules> wrong = LinkedHashMap.of(
            "leaves pieces",                         new Rules(right.transition(), (state, next) -> true, right.reused(), true),
            "leaves frames as they were used",       new Rules(right.transition(), right.within(), (pages, frames) -> pages, true),
            "looks through code once",               new Rules(right.transition(), right.within(), right.reused(), false),
            "lets instructions store to their page", right.withTransition((state, access, own) -> Transition.of(state, access, false)));
        assertEquals(Vector.empty(), wrong.filterValues(each -> !tellsAnother(each)).keySet().toVector());
    }

    @Test
    void theZooTellsSomethingElse() {
        Seq<Member> wrong = Zoo.members().filter(each -> each.breaks().contains(FirstAccesses.STATE_MOVED) || each.breaks().contains(FirstAccesses.PAGE_REUSED));
        assertTrue(wrong.size() >= 2, wrong.map(Member::name).toString());
        assertEquals(Vector.empty(), wrong.reject(each -> tellsAnother(Rules.of(each.vmm(Rules.PROFILE)))).map(Member::name));
    }

    private static boolean tellsAnother(Rules rules) {
        return ofAlloy.exists(each -> each.account().disagreement("Alloy", Accounts.of(rules, each.account()), "Java").isDefined());
    }

    @Test
    void everythingHappensOnBothSides() {
        for (Seq<Pair> side : Vector.of(ofJava, ofAlloy)) {
            assertEquals(OUTCOMES, Pair.atoms(side, "Now.outcome").toSet());
            assertEquals(EVENTS, Pair.atoms(side, "Now.event").remove("Idle").toSet());
        }
    }
}
