package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.properties.guarantee.Subject;

/// What a campaign finds is kept once, as the first case that showed it, and made smaller.
class CampaignFindingsTest {
    private static final String SMALL = "MadeUp.small-a796d3f9";

    @TempDir
    private Path folder;

    private Path place() {
        return folder.resolve("mine");
    }

    private Map<String, String> files() {
        return Given.findings(place());
    }

    private Closing begun(Candidate candidate, long tries, Seq<Law> laws, Seq<Finding> earlier, Listener listener) {
        try (Store store = Store.create(place(), Given.tries(tries))) {
            return Campaign.of(store, candidate, laws, 2, listener).run(earlier);
        }
    }

    private Closing begun(long tries, String... laws) {
        return begun(Given.reference(), tries, Given.laws(laws), Vector.empty(), Listener.SILENT);
    }

    private Closing goneOn(Listener listener, String... laws) {
        try (Store store = Store.open(place())) {
            return Campaign.of(store, Given.reference(), Given.laws(laws), 2, listener).run(Vector.empty());
        }
    }

    @Test
    void aFindingIsMadeSmallerAndExplained() {
        Finding found = begun(500, "small").findings().single();
        assertEquals(SMALL, found.id());
        assertEquals("{\"number\":1000,\"irrelevant\":false}", found.arguments().toString());
        assertEquals("1000 is too large", found.message());
        assertEquals("numbers are below 1000", found.sentence());
        assertEquals("0000000000000007", found.seed());
        assertEquals(Vector.of("number", "irrelevant"), Vector.ofAll(found.roles()).map(Role::parameter));
        assertEquals(2, found.size());
        assertEquals(Vector.of(SMALL + ".json"), files().keySet().toVector());
    }

    @Test
    void aFindingIsSeenBeforeItsBatchEnds() {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        begun(Given.reference(), 500, Given.laws("small"), Vector.empty(), new Listener() {
            @Override public void seen(Finding finding) {
                told.add("seen " + finding.id() + " " + finding.isComplete());
            }

            @Override public void found(Finding finding) {
                told.add("found " + finding.id());
            }
        });
        assertEquals("seen " + SMALL + " false", told.peek());
        assertEquals(1, Vector.ofAll(told).count(("found " + SMALL)::equals));
    }

    @Test
    void aFindingOfAnotherStoreIsTriedFirst() {
        Candidate wrong = Given.zoo("TakesPredicateOnCover");
        Seq<Finding> earlier = begun(wrong, 1000, Given.laws("ResidueGuarantees.predicateNotZero"), Vector.empty(), Listener.SILENT).findings();
        assertEquals(1, earlier.size());
        Told told = new Told();
        try (Store store = Store.create(folder.resolve("other"), Given.tries(0))) {
            Finding again = Campaign.of(store, wrong, Given.laws("ResidueGuarantees.predicateNotZero"), 2, told).run(earlier).findings().single();
            assertEquals(earlier.single().id(), again.id());
            assertEquals(earlier.single().arguments(), again.arguments());
            assertEquals(Stage.REPLAY, again.stage());
            assertEquals(0, again.tries());
            assertEquals(List.of("replay", "note: 1 stored finding tried again: 1 fails", "found " + again.id(), "shrink", "explain", "completed " + again.id(), "report"), told.lines);
        }
        told.lines.clear();
        try (Store store = Store.create(folder.resolve("right"), Given.tries(0))) {
            assertEquals(Vector.empty(), Campaign.of(store, Given.reference(), Given.laws("ResidueGuarantees.predicateNotZero", "harmless"), 2, told).run(earlier.appendAll(earlier)).findings());
            assertEquals(List.of("replay", "note: 1 stored finding tried again: 0 fail", "report"), told.lines);
        }
        told.lines.clear();
        try (Store store = Store.create(folder.resolve("none"), Given.tries(0))) {
            Campaign.of(store, Given.reference(), Given.laws("harmless"), 2, told).run(earlier);
            assertEquals(List.of("report"), told.lines);
        }
    }

    @Test
    void aLawThatDiffersFromTimeToTimeIsUnstable() {
        Finding found = begun(500, "counting").findings().single();
        assertEquals("MadeUp.counting-e7a67011", found.id());
        assertEquals("unstable", found.symptom());
        assertEquals("the same case, executed twice, gave different results", found.message());
        assertEquals(50, found.number() % 100);
    }

    @Test
    void aLawThatDiscardsEverythingIsNotMet() {
        Closing closing = begun(500, "discarding");
        assertEquals(new Goal(Goal.Sort.ALWAYS, "MadeUp.discarding", "nothing is said", false, "no case said anything of it"), closing.goals().single());
        assertEquals(java.util.Map.of("never mind", 500L), closing.ledger().of("MadeUp.discarding").discards());
    }

    /// It shows nothing, whatever was executed on the same thread before.
    @Test
    void aGeneratorThatFindsNoCaseDiscardsIt() {
        Closing closing = begun(1000, "impossible", "BundleGuarantees.unitsAndStops");
        Account account = closing.ledger().of("MadeUp.impossible");
        assertEquals(java.util.Map.of("the generator found no case", account.cases()), account.discards());
        assertEquals(java.util.Map.of(), account.behaviours());
        assertTrue(account.cases() > 50);
        assertEquals(Vector.empty(), closing.findings());
    }

    @Test
    void whateverALawThrowsIsFound() {
        assertEquals(Vector.of("IOException: seven"), begun(100, "checked").findings().map(Finding::message));
    }

    @Test
    void aLawMayAskItsSubject() {
        Closing closing = begun(3, "asking");
        assertEquals("3 cases", closing.goals().single().detail());
        assertEquals(Vector.empty(), closing.findings());
    }

    @Test
    void aCandidateThatBreaksEndsTheCampaign() {
        AtomicInteger cases = new AtomicInteger();
        Candidate broken = new Candidate() {
            @Override public String name() {
                return "broken";
            }

            @Override public Session open() {
                return new Session() {
                    @Override public Seq<Object> parts() {
                        return Vector.of(Subject.of(Given.VMM));
                    }

                    @Override public void begin() {
                        if (cases.incrementAndGet() > 5000) throw new CandidateBroken(new IllegalStateException("it is gone"));
                    }

                    @Override public void close() { }
                };
            }
        };
        Told told = new Told();
        assertEquals("it is gone", assertThrows(CandidateBroken.class, () -> begun(broken, 10_000, Given.laws("harmless", "small"), Vector.empty(), told)).getMessage());
        assertEquals(told.ledgers.getLast(), Store.reading(place()).ledger());
        assertEquals(1, files().size());
        goneOn(Listener.SILENT, "harmless", "small");
        assertEquals(10_000, Store.reading(place()).ledger().cases());
    }
}
