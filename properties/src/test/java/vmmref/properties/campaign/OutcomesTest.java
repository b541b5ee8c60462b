package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import vmmref.properties.guarantee.Outcomes;
import vmmref.properties.guarantee.Outcomes.Outcome;
import vmmref.properties.guarantee.Outcomes.Promise;

/// Outcomes are statistics of jqwik, and in a campaign behaviours and goals.
class OutcomesTest {
    /// Properties that jqwik runs.
    static class InJqwik {
        @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
        void kept(@ForAll @IntRange(max = 9) int number) {
            Outcomes.label("even").collect(number % 2 == 0).coverage(checker -> checker.check(true).percentage(share -> share > 30));
        }

        @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
        void broken(@ForAll @IntRange(max = 9) int number) {
            Outcomes.label("even").collect(number % 2 == 0).coverage(checker -> checker.check(true).percentage(share -> share > 90));
        }

        @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
        void neverEight(@ForAll @IntRange(max = 9) int number) {
            Outcomes.label("number").collect(number).never(8, () -> "of " + number);
        }
    }

    @TempDir
    private Path folder;

    /// {@return why a property fails, if it does}
    private Option<String> failure(String property) {
        java.util.List<TestExecutionResult> results = new java.util.ArrayList<>();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectMethod(InJqwik.class, property, "int"))
            .configurationParameter("jqwik.database", folder.resolve(property).toString()).configurationParameter("jqwik.reporting.usejunitplatform", "true").build(), new TestExecutionListener() {
                @Override public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.isTest()) results.add(result);
                }
            });
        assertEquals(1, results.size());
        return Option.ofOptional(results.getFirst().getThrowable()).map(Throwable::getMessage);
    }

    @Test
    void jqwikChecksWhatIsPromised() {
        assertEquals(Option.none(), failure("kept"));
        String broken = failure("broken").get();
        assertTrue(broken.contains("Percentage of"), broken);
    }

    @Test
    void inJqwikWhatMustNeverBeFails() {
        String failure = failure("neverEight").get();
        assertTrue(failure.contains("number: 8, which must never be: of 8"), failure);
    }

    /// On a thread of its own: from then on it keeps outcomes.
    private static void inACampaign(Runnable test) {
        Given.onWorker(bench -> {
            Outcomes.keep();
            test.run();
            return true;
        });
    }

    @Test
    void aCampaignKeepsWhatIsShownInItsOrder() {
        inACampaign(() -> {
            assertEquals(List.empty(), Outcomes.shown());
            Outcomes.label("a").collect(1, "x").collect(2);
            Outcomes.label("b").collect(3);
            assertEquals(List.of("a: 1 x", "a: 2", "b: 3"), Outcomes.shown().map(Outcome::toString));
            assertEquals(List.empty(), Outcomes.shown());
        });
    }

    @Test
    void aCampaignKeepsTheFirstPromiseOfEachName() {
        inACampaign(() -> {
            Outcomes.label("a").coverage(checker -> checker.check(1).count(count -> count > 0));
            Outcomes.label("a").coverage(checker -> checker.check(2).count(count -> count > 0));
            Outcomes.label("b").never(5, () -> "five");
            Seq<Promise> promises = Outcomes.promises().values();
            assertEquals(Vector.of("a", "b: 5"), promises.map(Promise::name).toVector());
            assertEquals(Vector.of(false, true), promises.map(Promise::never).toVector());
            assertEquals(Vector.of("a: 1", "b: 5"), promises.flatMap(promise -> Promised.goals("A.b", Account.EMPTY, promise)).map(Goal::name).toVector());
            assertTrue(Outcomes.promises().isEmpty());
        });
    }

    @Test
    void inACampaignWhatMustNeverBeFails() {
        inACampaign(() -> {
            Outcomes.label("a").collect(1).never(2, () -> "not asked");
            Outcomes.label("a").collect(1, 1).never(1, () -> "not asked");
            assertEquals("a: 1, which must never be: one", assertThrows(AssertionError.class, () -> Outcomes.label("a").collect(1).never(2, () -> "two").never(1, () -> "one")).getMessage());
            assertEquals(List.of("a: 2", "a: 1"), Outcomes.promises().keySet().toList());
        });
    }

    @Test
    void anotherCaseBeginsWithNothing() {
        inACampaign(() -> {
            Outcomes.label("a").collect(1).never(2, () -> "two");
            Outcomes.keep();
            assertEquals(List.empty(), Outcomes.shown());
            assertTrue(Outcomes.promises().isEmpty());
        });
    }

    /// A campaign in the same process leaves jqwik's statistics alone.
    @Test
    void jqwikChecksWhatIsPromisedAfterACampaignToo() {
        inACampaign(() -> Outcomes.label("even").collect(true));
        assertTrue(failure("broken").isDefined());
    }
}
