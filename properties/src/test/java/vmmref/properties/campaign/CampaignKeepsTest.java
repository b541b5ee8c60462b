package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What a store holds stays when a campaign goes on or begins anew, unless an earlier case takes its place.
class CampaignKeepsTest {
    private static final String SMALL = "MadeUp.small-a796d3f9";

    @TempDir
    private Path folder;

    private Path place() {
        return folder.resolve("mine");
    }

    private Map<String, String> files() {
        return Given.findings(place());
    }

    private Closing begun(Listener listener, long tries, String... laws) {
        try (Store store = Store.create(place(), Given.tries(tries))) {
            return Campaign.of(store, Given.reference(), Given.laws(laws), 2, listener).run(Vector.empty());
        }
    }

    private Closing begun(long tries, String... laws) {
        return begun(Listener.SILENT, tries, laws);
    }

    private Closing goneOn(Listener listener, String... laws) {
        try (Store store = Store.open(place())) {
            return Campaign.of(store, Given.reference(), Given.laws(laws), 2, listener).run(Vector.empty());
        }
    }

    private void save(Finding finding) {
        StoreFiles.write(StoreFiles.folder(place().resolve("findings")).resolve(finding.id() + ".json"), Store.text(finding));
    }

    private static Finding finding(String law, String symptom, Stage stage, long number, String arguments, int tries) {
        Finding found = Given.finding(law, symptom);
        var json = JsonMapper.shared().readTree(arguments);
        return new Finding(found.law(), found.sentence(), found.subject(), found.symptom(), found.message(), found.seed(), stage, number, json, json, tries, List.of());
    }

    @Test
    void whatIsFoundOnceMoreIsNotDoubled() throws IOException {
        begun(500, "small", "tenSymptoms");
        Map<String, String> before = files();
        assertEquals(11, before.size());
        Files.delete(place().resolve("ledger.json"));
        Told told = new Told();
        goneOn(told, "small", "tenSymptoms");
        assertEquals(before, files());
        assertEquals(List.of("replay", "note: 11 stored findings tried again: 11 fail", "edges", "search", "report"), told.lines);
    }

    @Test
    void whatNobodyMadeSmallerIsMadeSmallerLater() {
        begun(500, "small");
        Map<String, String> whole = files();
        StoreFiles.remove(place().resolve("config.json"));
        AtomicReference<Runnable> stop = new AtomicReference<>();
        try (Store store = Store.create(place(), Given.tries(500))) {
            store.remove(store.findings().single());
            Campaign campaign = Campaign.of(store, Given.reference(), Given.laws("small"), 2, new Listener() {
                @Override public void phase(Phase phase) {
                    if (phase == Phase.SHRINK) stop.get().run();
                }
            });
            stop.set(campaign::stop);
            Closing closing = campaign.run(Vector.empty());
            assertEquals("it was interrupted", closing.why());
            assertEquals(-1, closing.findings().single().tries());
        }
        Told told = new Told();
        goneOn(told, "small");
        assertEquals(whole, files());
        assertEquals(List.of("replay", "note: 1 stored finding tried again: 1 fails", "found " + SMALL, "shrink", "explain", "completed " + SMALL, "search", "report"), told.lines);
    }

    /// A worker may come upon a later case first, and the process be killed before another one comes upon an earlier.
    @Test
    void anEarlierCaseTakesThePlaceOfALaterOne() {
        begun(500, "small");
        Map<String, String> unbroken = files();
        for (int tries : new int[] {-1, 40}) {
            StoreFiles.remove(place().resolve("config.json"));
            save(finding("MadeUp.small", "too large", Stage.SEARCH, 490, "{\"number\": 123456, \"irrelevant\": true}", tries));
            begun(500, "small");
            assertEquals(unbroken, files());
        }
    }

    @Test
    void aFindingOfAnotherSeedStays() {
        Finding other = Given.finding("MadeUp.small", "too large");
        Finding old = new Finding(other.law(), other.sentence(), other.subject(), other.symptom(), other.message(), "00000000000000aa", Stage.SEARCH, 490,
            JsonMapper.shared().readTree("{\"number\": 4444, \"irrelevant\": true}"), other.found(), 3, List.of());
        save(old);
        begun(500, "small");
        assertEquals(old, Store.reading(place()).findings().single());
    }

    @Test
    void aFindingWhoseLawTakesOtherArgumentsByNowStays() {
        Finding old = finding("MadeUp.small", "strange", Stage.EDGES, 1_000_000, "{\"digits\": [5]}", -1);
        save(old);
        Told told = new Told();
        begun(told, 500, "small");
        assertEquals(Vector.of(-1), Store.reading(place()).findings().filter(old::equals).map(Finding::tries));
        assertEquals(Vector.of("MadeUp.small-" + old.id().substring(13), SMALL).sorted(), Store.reading(place()).findings().map(Finding::id));
        assertTrue(told.lines.contains("note: 1 stored finding tried again: 0 fail; cannot be read any more: " + old.id()), told.lines.toString());
        assertEquals(1, Vector.ofAll(told.lines).count(("found " + old.id())::equals), told.lines.toString());
    }

    @Test
    void aFindingThatTheGeneratorsMakeNoMoreStaysAsItIs() {
        save(finding("MadeUp.small", "too large", Stage.EDGES, 299, "{\"number\": 4444, \"irrelevant\": true}", -1));
        begun(Listener.SILENT, 0, "small");
        Finding kept = Store.reading(place()).findings().single();
        assertEquals(0, kept.tries());
        assertEquals("{\"number\":4444,\"irrelevant\":true}", kept.arguments().toString());
    }

    @Test
    void aFindingOfALawThatIsGoneStays() {
        Finding old = finding("MadeUp.gone", "strange", Stage.EDGES, 3, "{\"number\": 5}", -1);
        save(old);
        assertEquals("the cases are spent", begun(100, "harmless").why());
        assertEquals(old, Store.reading(place()).findings().single());
    }
}
