package vmmref.properties.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Try;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vmmref.model.partition.CellLife;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.vmm.zoo.Zoo;

/// The two models of the partition hardware, the rules in Java and those in Alloy, tell the same stories.
class ConformanceTest {
    private static final long SEED       = 12;
    private static final long OTHER_SEED = 7;

    private static final Profile ITANIUM2 = Profile.named("itanium2").get();

    private static final int STORIES_OF_JAVA  = 19;
    private static final int EVENTS_OF_JAVA   = 130;
    private static final int REFUSED_IN_JAVA  = 50;
    private static final int STORIES_OF_ALLOY = 120;

    private static final Seq<Scenario> SCENARIOS = Scenario.named().appendAll(Scenario.drawn(OTHER_SEED));

    private static Seq<Pair> ofJava  = Vector.empty();
    private static Seq<Pair> ofAlloy = Vector.empty();

    /// A story of one model.
    ///
    /// @param others what the other model tells when it begins so, and has the same events
    private record Pair(String name, Story story, Seq<Story> others) {
        Seq<String> disagreements(String teller, String other) {
            return others.flatMap(each -> story.disagreement(teller, each, other)).map(each -> "\n" + name + ", " + each + "\n");
        }
    }

    @BeforeAll
    static void tellEveryStory() {
        Seq<Story> stories = JavaStories.some(STORIES_OF_JAVA, SEED);
        Alloy alloy = Alloy.with(runs(stories) + Scenario.EVERYWHERE + SCENARIOS.map(Scenario::run).mkString());
        // Two, since there must not be another one.
        ofJava  = stories.zipWithIndex().map(each -> new Pair(name(each._2), each._1, alloy.stories(name(each._2), each._1.size(), 2)));
        ofAlloy = SCENARIOS.flatMap(each -> alloy.stories(each.name(), each.size(), each.most()).map(story -> new Pair(each.name(), story, Vector.of(Replay.of(Replay.RULES, story)))));
    }

    private static String runs(Seq<Story> stories) {
        return stories.zipWithIndex().map(each -> each._1.run(name(each._2))).mkString();
    }

    private static String name(int number) {
        return "Java" + number;
    }

    @Test
    void alloyTellsTheStoriesOfJavaAndNoOthers() {
        assertEquals(Vector.empty(), ofJava.filter(each -> each.others().isEmpty()).map(each -> each.name() + ", " + stopped(each.story())));
        assertEquals(Vector.empty(), ofJava.flatMap(each -> each.disagreements("Java", "Alloy")));
    }

    /// {@return the first event of a story with which Alloy tells nothing}
    private static String stopped(Story story) {
        Seq<Story> single = story.single();
        Alloy alloy = Alloy.with(runs(single));
        return single.zipWithIndex().find(each -> alloy.stories(name(each._2), story.size(), 1).isEmpty())
            .map(each -> "Alloy has nothing at step " + (each._2 + 1) + ": " + each._1.moments().head().text()).getOrElse("each event alone is possible");
    }

    @Test
    void javaTellsTheStoriesOfAlloy() {
        assertEquals(Vector.empty(), ofAlloy.flatMap(each -> each.disagreements("Alloy", "Java")));
    }

    /// The wrong rules of the zoo but those that only show more, and each row left out of the table of phases.
    @Test
    void wrongRulesTellOtherStories() {
        CellLife life = CellLife.architected();
        Seq<Wrong> wrong = Zoo.members().map(each -> new Wrong(each.name(), each.vmm(ITANIUM2).machine().partitioner()))
            .reject(each -> each.rules().withShown(Replay.RULES.shown()).equals(Replay.RULES))
            .appendAll(life.rows().map(row -> new Wrong("without " + row, Replay.RULES.withLife(new CellLife(life.rows().remove(row))))));
        assertEquals(Vector.empty(), wrong.reject(each -> ofAlloy.exists(pair -> each.tellsAnother(pair.story()))).map(Wrong::name));
        assertTrue(wrong.size() >= 20, wrong.size() + " wrong rules");
    }

    private record Wrong(String name, Partitioner rules) {
        /// {@return whether they make something else of how a story begins, or go where there is no way on}
        boolean tellsAnother(Story story) {
            return Try.of(() -> Replay.of(rules, story)).map(each -> story.disagreement("Alloy", each, name).isDefined()).getOrElse(true);
        }
    }

    @Test
    void everyScenarioTellsStories() {
        assertEquals(Vector.empty(), SCENARIOS.map(Scenario::name).removeAll(ofAlloy.map(Pair::name)));
    }

    @Test
    void everyEventIsPerformedAndRefusedWhereItCanBe() {
        Set<String> expected = Relations.UNREFUSABLE.union(Relations.REFUSABLE).map(each -> each + " performed").union(Relations.REFUSABLE.map(each -> each + " refused"));
        assertEquals(expected, happenings(ofJava).toSet());
        assertEquals(expected, happenings(ofAlloy).toSet());
    }

    @Test
    void thereAreManyStories() {
        Seq<String> happenings = happenings(ofJava);
        int refused = happenings.count(each -> each.endsWith("refused"));
        assertTrue(ofJava.size() == STORIES_OF_JAVA && happenings.size() >= EVENTS_OF_JAVA && refused >= REFUSED_IN_JAVA,
            ofJava.size() + " stories of Java, " + happenings.size() + " events, " + refused + " refused");
        assertTrue(ofAlloy.size() >= STORIES_OF_ALLOY, ofAlloy.size() + " stories of Alloy, " + happenings(ofAlloy).size() + " events");
    }

    private static Seq<String> happenings(Seq<Pair> pairs) {
        return pairs.flatMap(each -> each.story().happenings());
    }
}
