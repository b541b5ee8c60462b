package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a campaign comes to does not depend on how many work for it.
class WorkersTest {
    @TempDir
    private Path folder;

    private record Outcome(String why, Ledger ledger, Seq<Goal> goals, io.vavr.collection.Map<String, String> findings, Seq<String> log) { }

    private Outcome outcome(Candidate candidate, Seq<Law> laws, long tries, int workers) {
        Path place = folder.resolve(candidate.name().replace(':', '-') + workers);
        try (Store store = Store.create(place, Config.of(candidate.name(), java.util.List.of(), 2026, -1, tries, false, "now"))) {
            Closing closing = Campaign.of(store, candidate, laws, workers, Listener.SILENT).run(Vector.empty());
            assertEquals(closing.ledger(), store.ledger());
            return new Outcome(closing.why(), closing.ledger(), closing.goals(), Given.findings(place), Store.reading(place).observations().map(WorkersTest::timeless));
        }
    }

    private static String timeless(JsonNode line) {
        return ((ObjectNode) line).without("millis").toString();
    }

    private Outcome assertSame(Candidate candidate, Seq<Law> laws, long tries) {
        Outcome one = outcome(candidate, laws, tries, 1);
        for (int workers : new int[] {2, 3}) {
            Outcome other = outcome(candidate, laws, tries, workers);
            Given.assertSame(one.ledger(), other.ledger());
            assertEquals(one.why(), other.why());
            assertEquals(one.goals(), other.goals());
            assertEquals(one.findings(), other.findings());
            assertEquals(one.log(), other.log());
        }
        assertEquals("the cases are spent", one.why());
        assertEquals(tries, one.ledger().cases());
        return one;
    }

    @Test
    void theReferenceIsJudgedTheSame() {
        Outcome outcome = assertSame(Given.reference(), Given.laws("FormGuarantees.everyForm", "UnassignedGuarantees.unassignedSlots", "TranslationGuarantees.offsetsAreKept",
            "HistoryGuarantees.effectsAreAllThatChanges", "ProtectionGuarantees.writingKeyRegisters", "OrderGuarantees.misalignedReferencesMayBePerformed",
            "QueryGuarantees.physicalAddresses"), 20_000);
        assertEquals(Vector.empty(), outcome.findings().toVector());
        assertTrue(outcome.ledger().behaviours() > 500 && outcome.log().size() > 500);
    }

    @Test
    void aMemberOfTheZooIsCaughtTheSame() {
        Outcome outcome = assertSame(Given.zoo("TakesPredicateOnCover"), Given.laws("ResidueGuarantees.predicateNotZero", "ResidueGuarantees.unusedBits", "harmless"), 5000);
        assertTrue(outcome.findings().size() > 0);
    }

    @Test
    void anotherMemberOfTheZooIsCaughtTheSame() {
        Outcome outcome = assertSame(Given.zoo("ChecksDirtyBeforeRights"), Law.all().filter(law -> law.name().startsWith("Order")), 3000);
        assertTrue(outcome.findings().size() > 0);
    }

    /// Which fifty stay, which five become smaller, and with which case, is decided by the numbers of the cases.
    @Test
    void ofManySymptomsTheSameAreKept() {
        Outcome outcome = assertSame(Given.reference(), Given.laws("allSymptoms", "tenSymptoms", "small"), 2000);
        assertEquals(50, outcome.findings().keySet().count(name -> name.startsWith("MadeUp.allSymptoms-")));
        assertEquals(10, outcome.findings().keySet().count(name -> name.startsWith("MadeUp.tenSymptoms-")));
        assertEquals(1, outcome.findings().keySet().count(name -> name.startsWith("MadeUp.small-")));
        assertEquals(11, outcome.findings().values().count(text -> !text.contains("\"tries\" : -1,")));
        assertTrue(outcome.ledger().of("MadeUp.allSymptoms").failures().size() > 50);
    }

    private static Workers workers(int number, Runnable closing) {
        return new Workers(number, () -> new Bench(new Candidate.Session() {
            @Override public Seq<Object> parts() {
                return Vector.empty();
            }

            @Override public void close() {
                closing.run();
            }
        }, 1, 1));
    }

    private static Seq<Function<Bench, Integer>> jobs(int number, Predicate<Integer> failing) {
        return Vector.range(0, number).map(each -> bench -> {
            if (failing.test(each)) throw new IllegalArgumentException("job " + each);
            return each;
        });
    }

    @Test
    void resultsAreInTheOrderOfTheJobs() {
        try (Workers workers = workers(3, () -> { })) {
            assertEquals(Vector.range(0, 200), workers.run(jobs(200, job -> false), () -> false));
            assertEquals(Vector.empty(), workers.run(jobs(200, job -> false), () -> true));
        }
    }

    @Test
    void onceSomebodySaysStopNoneBegins() {
        AtomicInteger asked = new AtomicInteger();
        try (Workers workers = workers(1, () -> { })) {
            assertEquals(Vector.of(0, 1, 2), workers.run(jobs(200, job -> false), () -> asked.incrementAndGet() == 4));
        }
    }

    /// Or a case would be executed, and its finding be stored, that is not counted.
    @Test
    void whateverBeganIsAmongTheResults() {
        for (int round = 0; round < 200; round++) {
            int last = round;
            AtomicInteger asked = new AtomicInteger();
            AtomicInteger begun = new AtomicInteger();
            try (Workers workers = workers(4, () -> { })) {
                Seq<Function<Bench, Integer>> jobs = Vector.range(0, 300).map(each -> bench -> {
                    begun.incrementAndGet();
                    return each;
                });
                Seq<Integer> results = workers.run(jobs, () -> asked.incrementAndGet() > last);
                assertEquals(Vector.range(0, begun.get()), results);
            }
        }
    }

    /// Or a case would be executed, and what it finds be stored, when somebody else has the store.
    @Test
    void whereAJobThrowsTheOthersEndFirst() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger later = new AtomicInteger();
        try (Workers workers = workers(2, () -> assertTrue(ended.get()))) {
            Seq<Function<Bench, Integer>> jobs = Vector.of(bench -> {
                begun.countDown();
                LockSupport.parkNanos(300_000_000);
                ended.set(true);
                return 0;
            }, bench -> {
                await(begun);
                throw new IllegalArgumentException("job 1");
            });
            assertEquals("job 1", assertThrows(IllegalArgumentException.class, () -> workers.run(jobs.appendAll(Vector.fill(50, () -> bench -> later.incrementAndGet())), () -> false)).getMessage());
            assertTrue(ended.get());
            assertEquals(0, later.get());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Waits until all have come, so that each is another thread.
    private static void meet(CountDownLatch meeting) {
        meeting.countDown();
        await(meeting);
    }

    @Test
    void aFailureIsThrownAndTheOthersWithIt() {
        CountDownLatch meeting = new CountDownLatch(2);
        try (Workers workers = workers(2, () -> { })) {
            IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> workers.run(Vector.range(0, 2).map(each -> bench -> {
                meet(meeting);
                throw new IllegalArgumentException("job " + each);
            }), () -> false));
            assertEquals(HashSet.of("job 0", "job 1"), HashSet.of(thrown.getMessage(), thrown.getSuppressed()[0].getMessage()));
        }
    }

    @Test
    void anErrorIsToldToo() {
        try (Workers workers = workers(1, () -> { })) {
            assertEquals("java.lang.OutOfMemoryError: none", assertThrows(IllegalStateException.class, () -> workers.run(Vector.of(bench -> {
                throw new OutOfMemoryError("none");
            }), () -> false)).getMessage());
        }
    }

    @Test
    void everyBenchIsClosedWhateverOneThrows() {
        AtomicInteger closed = new AtomicInteger();
        Workers workers = workers(3, () -> {
            throw new IllegalStateException("closed " + closed.incrementAndGet());
        });
        CountDownLatch meeting = new CountDownLatch(3);
        workers.run(Vector.range(0, 3).map(each -> bench -> {
            meet(meeting);
            return each;
        }), () -> false);
        assertEquals("closed 1", assertThrows(IllegalStateException.class, workers::close).getMessage());
        assertEquals(3, closed.get());
    }
}
