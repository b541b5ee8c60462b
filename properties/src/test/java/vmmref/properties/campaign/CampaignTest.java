package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A campaign ends when it should, and goes on where it was.
class CampaignTest {
    private static final Seq<Law> LAWS = Given.laws("harmless", "four", "UnassignedGuarantees.unassignedSlots");
    private static final long MINUTE = 60_000;

    @TempDir
    private Path folder;

    private Closing begun(Config config, Seq<Law> laws, Listener listener) {
        try (Store store = Store.create(folder.resolve("mine"), config)) {
            return Campaign.of(store, Given.reference(), laws, 2, listener).run(Vector.empty());
        }
    }

    private Closing goneOn(long tries, Seq<Law> laws) {
        try (Store store = Store.open(folder.resolve("mine"))) {
            store.save(store.config().with(-1, tries));
            return Campaign.of(store, Given.reference(), laws, 2, Listener.SILENT).run(Vector.empty());
        }
    }

    /// {@return what a campaign knows that nobody interrupts}
    private Ledger unbroken(long tries, Seq<Law> laws) {
        try (Store store = Store.create(folder.resolve("unbroken"), Given.tries(tries))) {
            return Campaign.of(store, Given.reference(), laws, 1, Listener.SILENT).run(Vector.empty()).ledger();
        }
    }

    @Test
    void asManyCasesAreExecutedAsWereAskedFor() {
        for (long tries : new long[] {0, 1, 7, 64, 613, 2000}) {
            Told told = new Told();
            try (Store store = Store.create(folder.resolve("of" + tries), Given.tries(tries))) {
                Closing closing = Campaign.of(store, Given.reference(), LAWS, 3, told).run(Vector.empty());
                assertEquals("the cases are spent", closing.why());
                assertEquals(tries, closing.ledger().cases());
                assertEquals(tries, told.executed.get());
                assertEquals(closing.ledger(), store.ledger());
                assertEquals(closing.ledger().batch(), told.ledgers.size());
            }
        }
    }

    @Test
    void phasesAreTold() {
        Told told = new Told();
        begun(Given.tries(500), Given.laws("harmless", "small"), told);
        assertEquals(List.of("edges", "found MadeUp.small-a796d3f9", "shrink", "explain", "completed MadeUp.small-a796d3f9", "search", "report"), told.lines);
    }

    @Test
    void whereAllCasesAreExecutedItEnds() {
        Closing closing = begun(Config.of("reference", List.of(), 7, -1, -1, false, "now"), Given.laws("four"), Listener.SILENT);
        assertEquals("there are no more cases", closing.why());
        assertEquals(4, closing.ledger().cases());
        assertEquals(4, closing.ledger().of("MadeUp.four").edges());
        assertTrue(closing.ledger().of("MadeUp.four").exhausted());
        assertEquals(Vector.of("ALWAYS true: 4 cases", "SOMETIMES true: 1 case, 25.0 %", "SOMETIMES false: 0 cases, 0.0 %"),
            closing.goals().map(goal -> goal.sort() + " " + goal.met() + ": " + goal.detail()).toVector());
        assertFalse(closing.isReached());
    }

    @Test
    void aCampaignWithoutLawsEnds() {
        assertEquals("there are no more cases", begun(Config.of("reference", List.of(), 7, -1, -1, false, "now"), Vector.empty(), Listener.SILENT).why());
    }

    @Test
    void itEndsWithTheFirstFinding() {
        Closing closing = begun(Config.of("reference", List.of(), 7, -1, -1, true, "now"), Given.laws("harmless", "both"), Listener.SILENT);
        assertEquals("a counterexample was found", closing.why());
        assertEquals("AssertionError", closing.findings().single().symptom());
        assertTrue(closing.findings().single().isComplete());
        assertEquals("a counterexample was found", goneOn(-1, Given.laws("harmless", "both")).why());
    }

    /// Wherever the first finding is met, what was executed is counted with it.
    @Test
    void whatIsFoundIsCounted() {
        for (int round = 0; round < 8; round++) {
            try (Store store = Store.create(folder.resolve("round" + round), Config.of("reference", List.of(), round, -1, -1, true, "now"))) {
                Closing closing = Campaign.of(store, Given.reference(), Given.laws("rare", "harmless", "small", "both"), 3, Listener.SILENT).run(Vector.empty());
                assertEquals(Vector.empty(), closing.findings().reject(finding -> closing.ledger().of(finding.law()).failures().containsKey(finding.symptom())));
                assertEquals(closing.findings().map(Finding::law).toSet(), closing.goals().filter(goal -> goal.detail().endsWith("fail")).map(Goal::law).toSet());
            }
        }
    }

    @Test
    void itGoesOnWhereItWasStoppedBetweenBatches() {
        AtomicReference<Runnable> stop = new AtomicReference<>();
        try (Store store = Store.create(folder.resolve("mine"), Given.tries(3000))) {
            Campaign campaign = Campaign.of(store, Given.reference(), LAWS, 2, new Listener() {
                @Override public void saved(Ledger ledger) {
                    if (ledger.batch() == 4) stop.get().run();
                }
            });
            stop.set(campaign::stop);
            assertEquals("it was interrupted", campaign.run(Vector.empty()).why());
            assertEquals(4, store.ledger().batch());
        }
        Given.assertSame(unbroken(3000, LAWS), goneOn(3000, LAWS).ledger());
    }

    /// The shards that were begun count, in the order of the plan; the numbers of the cases go on without a gap.
    @Test
    void itGoesOnWhereItWasStoppedWithinABatch() {
        AtomicReference<Runnable> stop = new AtomicReference<>();
        Told told = new Told() {
            @Override public void executed(long cases) {
                super.executed(cases);
                if (executed.get() > 1000) stop.get().run();
            }
        };
        try (Store store = Store.create(folder.resolve("mine"), Given.tries(3000))) {
            Campaign campaign = Campaign.of(store, Given.reference(), Given.laws("harmless", "discarding"), 1, told);
            stop.set(campaign::stop);
            assertEquals("it was interrupted", campaign.run(Vector.empty()).why());
            assertEquals(told.executed.get(), store.ledger().cases());
            assertTrue(store.ledger().cases() < 1200, "cases " + store.ledger().cases());
        }
        Ledger ledger = goneOn(3000, Given.laws("harmless", "discarding")).ledger();
        assertEquals(3000, ledger.cases());
        assertEquals(ledger.of("MadeUp.harmless").cases(), ledger.of("MadeUp.harmless").behaviours().values().stream().mapToLong(Sighting::times).sum());
        assertEquals(ledger.of("MadeUp.discarding").cases(), ledger.discarded());
    }

    @Test
    void edgeCasesThatABudgetCutOffComeLater() {
        assertEquals(3, begun(Given.tries(3), Given.laws("four"), Listener.SILENT).ledger().of("MadeUp.four").edges());
        assertEquals("there are no more cases", goneOn(-1, Given.laws("four")).why());
        try (Store store = Store.open(folder.resolve("mine"))) {
            assertEquals(unbroken(4, Given.laws("four")).of("MadeUp.four").behaviours(), store.ledger().of("MadeUp.four").behaviours());
            assertEquals(4, store.ledger().cases());
        }
    }

    /// Each batch takes 40 ms by a clock that runs evenly, while somebody sets the clock on the wall.
    private Closing timed(long millis, long jump, Told told) {
        AtomicLong now = new AtomicLong(5000);
        AtomicLong wall = new AtomicLong(1_700_000_000_000L);
        try (Store store = Store.create(folder.resolve("mine"), Config.of("reference", List.of(), 7, millis, -1, false, "now"))) {
            return Campaign.of(store, Given.reference(), Given.laws("harmless"), 1, new Told() {
                @Override public void phase(Phase phase) {
                    now.addAndGet(phase == Phase.REPORT ? 0 : 40);
                    wall.addAndGet(phase == Phase.REPORT ? 0 : 40 + jump);
                }

                @Override public void note(String text) {
                    told.note(text);
                }
            }, new Stopwatch(() -> now.get() * 1_000_000, wall::get)).run(Vector.empty());
        }
    }

    @Test
    void itEndsWhenTheTimeIsOver() {
        Told told = new Told();
        Closing closing = timed(100, 0, told);
        assertEquals("the time is over", closing.why());
        assertEquals(3, closing.ledger().batch());
        assertEquals(120, closing.ledger().spent());
        assertEquals(List.of(), told.lines);
    }

    @Test
    void aClockThatIsSetAheadTakesNoTimeFromIt() {
        Told told = new Told();
        assertEquals(120, timed(100, 90 * MINUTE, told).ledger().spent());
        assertEquals(java.util.Collections.nCopies(3, "note: the clock of this machine jumped ahead by 1h30m; the campaign counts time without it"), told.lines);
    }

    @Test
    void aClockThatIsSetBackGivesItNoTime() {
        Told told = new Told();
        assertEquals(3, timed(100, -90 * MINUTE, told).ledger().batch());
        assertEquals("note: the clock of this machine jumped back by 1h30m; the campaign counts time without it", told.lines.getFirst());
    }

    @Test
    void whatWasSpentEarlierCounts() {
        timed(100, 0, new Told());
        try (Store store = Store.open(folder.resolve("mine"))) {
            store.save(store.config().with(120, -1));
            Told told = new Told();
            assertEquals("the time is over", Campaign.of(store, Given.reference(), Given.laws("harmless"), 1, told).run(Vector.empty()).why());
            assertEquals(List.of("report"), told.lines);
        }
    }
}
