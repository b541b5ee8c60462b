package vmmref.properties.alias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vmmref.properties.alloy.Pair;
import vmmref.properties.alloy.Scenario;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

/// The rules of copies of patched pages, in Java and in Alloy, tell the same.
class ConformanceTest {
    private static final long SEED   = 21;
    private static final int OF_JAVA = 20;
    private static final int OF_EACH = 2;

    private static final Set<String> OUTCOMES = Vector.of("ITSELF", "SHARED", "MADE", "REPLACED").toSet();
    private static final Set<String> EVENTS   = Vector.of("Fetch", "Read", "Store", "Insert", "Purge", "Change", "Flush").toSet();
    private static final Set<String> OF_ZOO   = Vector.of("LeaksCopies", "PatchesOneAliasOnly", "ReadsPatches").toSet();

    private static final Seq<Scenario> SCENARIOS = Vector.of(
        new Scenario("TwoAliases",          "Now.outcome = MADE and no used; Now.outcome = MADE and led in used.original; #used = 2 and Now.outcome = SHARED"),
        new Scenario("TwoContexts",         "Now.outcome = MADE; Now.outcome = SHARED and no piece; Now.event = Purge and one Now.pages and some used.rids - Now.rid; Now.event = Purge; Now.outcome = MADE"),
        new Scenario("TwoContextsFlushed",  "Now.outcome = SHARED and no piece; Now.event = Flush; Now.outcome = MADE"),
        new Scenario("Replaced",            "Now.outcome = REPLACED and #oldest.rids = 2; Now.outcome = REPLACED; Now.event = Read"),
        new Scenario("ReplacedOfTwo",       "Now.outcome = REPLACED and oldest = Spare1 and #used = 2; Now.outcome = REPLACED and oldest = Spare0"),
        new Scenario("ReplacedItself",      "Now.outcome = REPLACED and #used = 2 and some (Host.pieces).oldest & led.(Host.noted); Now.event = Store and some Now.frame & used.original"),
        new Scenario("StoredThrough",       "Now.event = Store and some Now.rid and #original.led = 2 and Now.content in Sensitive - led.holds; Now.outcome = MADE; Now.outcome = MADE"),
        new Scenario("StoredElsewhere",     "Now.event = Store and piece in Spare and some piece and some (Host.pieces).Frame; Now.event = Read; Now.outcome = ITSELF"),
        new Scenario("StoredUnexecuted",    "Now.event = Store and some Now.rid and no led.(Host.noted); Now.event = Read; Now.event = Fetch"),
        new Scenario("StoredByDevice",      "Host.catching = KEYS and Now.event = Store and some Now.frame & used.original and Now.content in Sensitive - Now.frame.holds; Now.outcome = MADE"),
        new Scenario("StoredPlain",         "Host.catching = RIGHTS and Now.event = Store and some Now.frame & used.original and Now.content not in Sensitive; Now.outcome = ITSELF; Now.event = Read"),
        new Scenario("StoredPlainToPlain",  "Host.catching = RIGHTS and Now.event = Store and some Now.frame & executed and Now.content not in Sensitive + Now.frame.holds; Now.event = Store and Now.content in Sensitive"),
        new Scenario("StoredBesideCopies",  "Host.catching = KEYS and Now.event = Store and some Now.frame & executed and some used and Now.content not in Sensitive; Now.event = Fetch"),
        new Scenario("StoredPresent",       "Host.catching = PRESENT and Now.event = Store and some Now.frame & executed and Now.content not in Sensitive + Now.frame.holds; Now.event = Fetch"),
        new Scenario("StoredToPlain",       "Now.event = Store and #(Host.pieces).(Now.frame) = 2 and Now.content in Sensitive; Now.outcome = MADE; Now.event = Read"),
        new Scenario("NotedElsewhere",      "Now.event = Store and some Now.frame.(Host.noted) & ((Host.pieces).(used - original.(Now.frame))) and Now.frame.holds in Sensitive and some original.(Now.frame); Now.event = Fetch"),
        new Scenario("NotedElsewhereLast",  "Now.event = Store and some Now.rid and some led.(Host.noted) & (Host.pieces).(used - original.led) and no original.led; Now.event = Fetch"),
        new Scenario("ReadsCopied",         "Now.event = Read and piece in Spare and some piece; Now.event = Read and piece in Frame and some piece; Now.event = Read and no piece"),
        new Scenario("Inserted",            "Now.event = Insert and some piece & Spare and #used = 2; Now.event = Fetch; Now.event = Insert and some piece & Frame"),
        new Scenario("PurgedAll",           "Now.event = Purge and Now.pages = Page and #used = 2 and some used.rids - Now.rid; Now.event = Purge and Now.pages = Page; no used and Now.event = Insert; Now.event = Fetch"),
        new Scenario("Left",                "Now.event = Change and no Now.frame and some original.(Now.physical.(Host.map)); Now.event = Change and some Now.frame; Now.event = Insert; Now.outcome = MADE"),
        new Scenario("Changed",             "Now.event = Change and some Now.frame and some used; Now.event = Fetch; Now.event = Flush"),
        new Scenario("AliasedThenPatched",  "Now.event = Insert; Now.outcome = ITSELF; Now.event = Store and Now.content in Sensitive and #(Host.pieces).Frame = 2; Now.outcome = MADE; Now.outcome = MADE"),
        new Scenario("PatchedThenAliased",  "Now.event = Store and Now.content in Sensitive and #(Host.pieces).Frame = 2; Now.event = Insert; Now.outcome = MADE; Now.outcome = MADE"));

    private static Seq<Pair> ofJava  = Vector.empty();
    private static Seq<Pair> ofAlloy = Vector.empty();

    @BeforeAll
    static void tellAll() {
        ofJava  = Pair.ofJava(Spelling.WORDS, Accounts.some(OF_JAVA, SEED));
        ofAlloy = Scenario.tell(Spelling.WORDS, SCENARIOS, OF_EACH, Accounts::of);
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

    @Test
    void rightRulesTellTheSame() {
        assertEquals(Vector.empty(), ofAlloy.filter(each -> Accounts.tellsAnother(Rules.RIGHT, each.account())).map(Pair::name));
    }

    @Test
    void wrongRulesTellSomethingElse() {
        assertEquals(Vector.empty(), Wrong.all().filterValues(rules -> !tellAnother(rules)).keySet().toVector());
    }

    @Test
    void theZooTellsSomethingElse() {
        Seq<Member> wrong = Zoo.members().filter(each -> OF_ZOO.contains(each.name()));
        assertEquals(OF_ZOO, wrong.map(Member::name).toSet());
        assertEquals(Vector.empty(), wrong.filter(each -> !tellAnother(Rules.of(each.vmm(Rules.PROFILE)))).map(Member::name));
    }

    private static boolean tellAnother(Rules rules) {
        return ofAlloy.exists(each -> Accounts.tellsAnother(rules, each.account()));
    }

    @Test
    void theMonitorKnowsWhatIsExecuted() {
        Seq<Scene> scenes = ofAlloy.map(Pair::account).flatMap(each -> each.turns().map(turn -> Reading.scene(Reading.setting(each.parameters()), turn.state())));
        assertTrue(scenes.exists(each -> each.copies().made().size() == 2));
        for (Scene scene : scenes) {
            for (Spot spot : Spot.all()) assertEquals(scene.pieces().get(spot).filter(at -> at.bits() >= Setting.start(Setting.FRAMES).bits()), scene.copies().executed(spot.rid(), Setting.address(spot.page())).map(scene.copies()::at), scene + " " + spot);
        }
    }

    @Test
    void everythingHappensOnBothSides() {
        for (Seq<Pair> side : Vector.of(ofJava, ofAlloy)) {
            assertEquals(OUTCOMES, Pair.atoms(side, "Now.outcome").toSet());
            assertEquals(EVENTS, Pair.atoms(side, "Now.event").remove("Idle").toSet());
        }
    }
}
