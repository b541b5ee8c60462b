package vmmref.vectors.fill;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.fill.SumKind.add;
import static vmmref.vectors.fill.SumKind.draft;
import static vmmref.vectors.fill.SumKind.in;
import static vmmref.vectors.fill.SumKind.near;
import static vmmref.vectors.fill.SumKind.needing;
import static vmmref.vectors.fill.SumKind.titled;
import static vmmref.vectors.fill.SumKind.typed;

class FillTest {

    private static final Draft ONE   = draft("small", "1", "2");
    private static final Draft TWO   = draft("small", "3", "4");
    private static final Draft THREE = draft("small", "5", "6");

    @TempDir Path folder;
    Path pack;

    @BeforeEach
    void empty() {
        pack = Packs.empty(folder);
    }

    @Test @DisplayName("a draft becomes a vector that the model explains")
    void vector() {
        Filled filled = fill(near(add("3", "4"), ONE), TWO);
        assertEquals(LinkedHashMap.of(Tier.SMOKE, 2, Tier.CORE, 0, Tier.FULL, 0), filled.vectors());
        assertEquals(2, filled.named());
        assertEquals(1, filled.shards());
        assertTrue(filled.agreed());
        assertEquals("{\"v\":1,\"id\":\"sum/small/0001\",\"h\":\"" + vector("sum/small/0001").hash() + "\",\"kind\":\"sum\",\"level\":\"must\",\"title\":\"the sum of 1 and 2\","
            + "\"flags\":[\"SplitImmediate\"],\"clauses\":[\"BUNDLE_FIELDS\",\"TEMPLATE_ASSIGNED\"],\"needs\":{},\"near\":\"sum/small/0002\",\"in\":{\"add\":[\"1\",\"2\"]},"
            + "\"expect\":{\"outcome\":\"done\",\"post\":{\"profile\":\"itanium2\",\"sum\":\"3\"},\"because\":\"BUNDLE_FIELDS\","
            + "\"by\":{\"profile\":\"TEMPLATE_ASSIGNED\",\"sum\":\"BUNDLE_FIELDS\"}},\"frame\":\"rest\",\"source\":\"model\",\"since\":\"0.1.0\"}",
            Packs.read(pack.resolve("smoke/sum/small.jsonl")).lines().findFirst().orElseThrow());
        assertEquals(List.empty(), Verify.pack(pack));
    }

    @Test @DisplayName("filling again changes nothing")
    void again() {
        fill(ONE, TWO);
        Map<String, String> before = Packs.contents(folder);
        Filled filled = fill(ONE, TWO);
        assertEquals(before, Packs.contents(folder));
        assertEquals(List.empty(), filled.changed());
        assertEquals(0, filled.named());
    }

    @Test @DisplayName("the order of drafts does not matter to a ledger that knows them")
    void reordered() {
        fill(ONE, TWO, THREE);
        Map<String, String> before = Packs.contents(folder);
        fill(THREE, ONE, TWO);
        assertEquals(before, Packs.contents(folder));
    }

    @Test @DisplayName("a draft that is inserted gets the next number, and nobody else moves")
    void inserted() {
        fill(ONE, TWO);
        fill(draft("small", "0", "0"), ONE, THREE, TWO);
        assertEquals(List.of("the sum of 1 and 2", "the sum of 3 and 4", "the sum of 0 and 0", "the sum of 5 and 6"), titles());
    }

    @Test @DisplayName("the number of a draft that is gone is not given again, and comes back with it")
    void removed() {
        fill(ONE, TWO);
        assertEquals(List.of("smoke/sum/small.jsonl"), fill(draft("large", "100", "1")).removed());
        fill(draft("large", "100", "1"), THREE, TWO);
        assertEquals(List.of("sum/large/0001", "sum/small/0002", "sum/small/0003"), ids());
    }

    @Test @DisplayName("a vector keeps its id and its place when its title, topic, tier and expectation change")
    void moved() {
        fill(ONE, TWO);
        fill(in(Tier.CORE, titled("another title", new Draft("large", ONE.tier(), ONE.level(), ONE.title(), ONE.flags(), ONE.needs(), ONE.stimulus(), ONE.typed(), ONE.source(), ONE.near()))), TWO);
        assertEquals("another title", vector("sum/small/0001").title());
        assertTrue(Files.exists(pack.resolve("core/sum/small.jsonl")));
        assertFalse(Files.exists(pack.resolve("core/sum/large.jsonl")));
    }

    @Test @DisplayName("expectations are those of itanium2, or of the first profile that meets the needs")
    void profiles() {
        fill(ONE, needing("vmsw", "true", TWO), needing("msr", "false", THREE), needing("brl", "true", draft("small", "9", "9")));
        assertEquals(List.of("itanium2", "maximal", "minimal", "itanium2"),
            Pack.open(pack).vectors(Tier.FULL).map(vector -> vector.expect().post().get("profile").get()).toList());
    }

    @Test @DisplayName("the same stimulus with other needs is another case; needs that no profile meets are a fault")
    void needs() {
        fill(ONE, needing("vmsw", "true", titled("the same with vmsw", ONE)));
        assertEquals(List.of("sum/small/0001", "sum/small/0002"), ids());
        assertTrue(mistake(needing("pkr", ">=100", ONE)).problem().contains("has needs that no profile meets: {\"pkr\":\">=100\"}"));
    }

    @Test @DisplayName("a typed expectation stands as typed; the model adds the clauses")
    void typedStands() {
        Filled filled = fill(typed(Level.MUST, HashMap.of("sum", "03"), ONE));
        assertTrue(filled.agreed());
        assertEquals(new Expectation(Outcome.DONE, HashMap.of("sum", "03"), Option.some(SumKind.EXACT), HashMap.of("sum", SumKind.EXACT)), vector("sum/small/0001").expect());
        assertEquals("manual", vector("sum/small/0001").source());
        assertEquals(List.of(SumKind.EXACT), vector("sum/small/0001").clauses());
    }

    @Test @DisplayName("the clauses of the parts of a place come with the place, or not at all")
    void parts() {
        fill(typed(Level.MUST, HashMap.of("sum", "15"), draft("small", "7", "8")), typed(Level.MUST, HashMap.of("sum", "18"), draft("small", "8", "9")));
        assertEquals(HashMap.of("sum", SumKind.EXACT, "sum.tens", SumKind.PLACES), vector("sum/small/0001").expect().by());
        assertEquals(HashMap.empty(), vector("sum/small/0002").expect().by());
    }

    @Test @DisplayName("where the model says something else, the typed expectation stands and the disagreement is told")
    void disagreement() {
        Filled filled = fill(typed(Level.MUST, HashMap.of("sum", "4", "carry", "0"), ONE), typed(Level.MUST, HashMap.of("sum", "102"), draft("large", "100", "2")));
        assertFalse(filled.agreed());
        assertEquals(List.of(
            new Disagreement("sum/large/0001", "the sum of 100 and 2", Level.MUST, "manual", "outcome", "done", "refused"),
            new Disagreement("sum/large/0001", "the sum of 100 and 2", Level.MUST, "manual", "sum", "102", "-"),
            new Disagreement("sum/small/0001", "the sum of 1 and 2", Level.MUST, "manual", "carry", "0", "-"),
            new Disagreement("sum/small/0001", "the sum of 1 and 2", Level.MUST, "manual", "sum", "4", "3")), filled.disagreements());
        assertEquals(new Expectation(Outcome.DONE, HashMap.of("sum", "4", "carry", "0"), Option.some(SumKind.EXACT), HashMap.empty()), vector("sum/small/0001").expect());
        assertEquals(Option.none(), vector("sum/large/0001").expect().because());
    }

    @Test @DisplayName("where the architecture permits anything a disagreement is told and tolerated")
    void tolerated() {
        Filled filled = fill(typed(Level.UNSPECIFIED, HashMap.of("sum", "4"), ONE));
        assertEquals(1, filled.disagreements().size());
        assertTrue(filled.agreed());
    }

    @Test @DisplayName("a clause is attested, only self-consistent, or untested")
    void clauses() {
        fill(typed(Level.MUST, HashMap.of("sum", "3"), ONE), TWO);
        assertEquals(List.of("attested", "self-consistent", "untested"), List.of(SumKind.EXACT, SumKind.PLACES, SumKind.REFUSED)
            .map(clause -> Json.fields(Packs.read(pack.resolve("clauses.json"))).child(clause).text("state")));
    }

    @Test @DisplayName("two drafts of one case are an error that names both, and nothing is written")
    void duplicates() {
        fill(ONE);
        Map<String, String> before = Packs.contents(folder);
        Finding fault = mistake(ONE, TWO, titled("once more", ONE));
        assertEquals("sum/small", fault.file());
        assertEquals("the drafts \"the sum of 1 and 2\" and \"once more\" are the same case: {\"add\":[\"1\",\"2\"]}", fault.problem());
        assertEquals(before, Packs.contents(folder));
    }

    @Test @DisplayName("a near case must be another draft, and the only one that is meant")
    void nearFaults() {
        assertTrue(mistake(near(add("8", "8"), ONE)).problem().contains("names a near case that no draft has: {\"add\":[\"8\",\"8\"]}"));
        assertTrue(mistake(near(add("1", "2"), ONE)).problem().contains("is its own near case"));
        assertTrue(mistake(near(add("3", "4"), ONE), needing("brl", "true", TWO), needing("vmsw", "true", TWO)).problem().contains("names a near case that 2 drafts have"));
        fill(near(add("3", "4"), needing("vmsw", "true", ONE)), TWO, needing("vmsw", "true", titled("the near one", TWO)));
        assertEquals(Option.some("sum/small/0003"), vector("sum/small/0001").near());
    }

    @Test @DisplayName("what a draft may not hold is told before anything is written")
    void badDrafts() {
        Draft fraction = new Draft("small", Tier.SMOKE, Level.MUST, "half a number", List.empty(), ONE.needs(), Json.object().put("x", 0.5), Option.none(), "model", Option.none());
        assertTrue(mistake(fraction).problem().contains("$.in.x is the fraction 0.5"));
        assertTrue(mistake(SumKind.flagged("Novel", ONE)).problem().contains("the flag Novel is not in flags.json"));
        assertTrue(mistake(titled("short", ONE)).text().contains("$.title"));
        assertTrue(mistake(new Draft("small", Tier.SMOKE, Level.MUST, "typed by whom", List.empty(), ONE.needs(), ONE.stimulus(),
            Option.some(Expectation.typed(Outcome.DONE, HashMap.empty())), "model", Option.none())).problem().contains("has the source model and typed expectation"));
        assertEquals("the draft \"the sum of 1 and 2\" is of no topic", mistake(draft("small-2", "1", "2")).problem());
        assertFalse(Files.exists(pack.resolve("MANIFEST.json")));
    }

    @Test @DisplayName("a revoked vector stays away, and its id is not given again")
    void revoked() {
        fill(ONE, TWO);
        String hash = vector("sum/small/0002").hash();
        Packs.write(pack.resolve("revoked.txt"), "sum/small/0002\t" + hash + "\t2026-01-31\twrong\n");
        assertTrue(mistake(ONE, TWO).text().contains("sum/small/0002: the draft \"the sum of 3 and 4\" was revoked"));
        fill(ONE, THREE);
        assertEquals(List.of("sum/small/0001", "sum/small/0003"), ids());
    }

    @Test @DisplayName("the smoke tier has its limit")
    void limit() {
        Finding fault = mistake(List.range(0, 401).map(i -> draft("small", "" + i % 50, "" + i / 50)).toJavaArray(Draft[]::new));
        assertEquals("the smoke tier has 401 vectors, more than 400", fault.problem());
    }

    @Test @DisplayName("a filled pack without its ledger is not filled anew")
    void lostLedger() throws IOException {
        fill(ONE);
        Files.delete(pack.resolve(Ledger.FILE));
        assertEquals("ids.tsv: is missing", mistake(ONE).file() + ": " + mistake(ONE).problem());
    }

    @Test @DisplayName("the files that people write must be there")
    void lostFlags() throws IOException {
        Files.delete(pack.resolve("flags.json"));
        assertEquals("flags.json", mistake(ONE).file());
        assertEquals("revoked.txt", Packs.mistake(() -> Fill.into(folder.resolve("nowhere"), List.of(SumKind.of(ONE)))).file());
    }

    @Test @DisplayName("a folder that cannot be written is told, and the pack stays as it was")
    void unwritable() {
        fill(ONE);
        Path beside = folder.resolve(".pack.filling");
        Packs.write(pack.resolve("core"), "a file where a folder must be");
        Map<String, String> before = Packs.contents(folder);
        Finding fault = mistake(ONE, in(Tier.CORE, TWO));
        assertTrue(fault.problem().startsWith("cannot be written"), fault.text());
        assertFalse(Files.exists(beside));
        assertEquals(before.filterKeys(file -> file.contains("smoke") || file.contains("MANIFEST")),
            Packs.contents(folder).filterKeys(file -> file.contains("smoke") || file.contains("MANIFEST")));
    }

    @Test @DisplayName("what a killed process left beside the pack does not matter")
    void leftovers() {
        Packs.write(folder.resolve(".pack.filling/smoke/sum/old.jsonl"), "half a line");
        fill(ONE);
        assertEquals(List.empty(), Verify.pack(pack));
        assertFalse(Files.exists(folder.resolve(".pack.filling")));
    }

    @Test @DisplayName("a pack in which only some files were replaced is refused, and mended by the next fill with the same ids")
    void halfSwapped() {
        fill(ONE);
        String before = Packs.read(pack.resolve("MANIFEST.json"));
        fill(ONE, TWO);
        Map<String, String> after = Packs.contents(pack);
        Packs.write(pack.resolve("MANIFEST.json"), before);
        assertEquals("ids.tsv: is not the file that MANIFEST.json describes: some bytes changed", Packs.mistake(() -> Pack.open(pack)).text().split(";")[0]);
        fill(TWO, ONE);
        assertEquals(after, Packs.contents(pack));
    }

    @Test @DisplayName("files that filling does not make are left alone")
    void strangers() {
        fill(ONE);
        Packs.write(pack.resolve("notes.md"), "mine");
        Packs.write(pack.resolve("smoke/.folder-view"), "a desktop's");
        fill(TWO);
        assertEquals("mine", Packs.read(pack.resolve("notes.md")));
        assertEquals("a desktop's", Packs.read(pack.resolve("smoke/.folder-view")));
        assertEquals(List.empty(), Verify.pack(pack));
    }

    private Filled fill(Draft... drafts) {
        return Fill.into(pack, List.of(SumKind.of(drafts)));
    }

    private Finding mistake(Draft... drafts) {
        return Packs.mistake(() -> fill(drafts));
    }

    private Vector vector(String id) {
        return Pack.open(pack).vector(id).get();
    }

    private List<String> ids() {
        return Pack.open(pack).vectors(Tier.FULL).map(Vector::id).toList();
    }

    private List<String> titles() {
        return Pack.open(pack).vectors(Tier.FULL).map(Vector::title).toList();
    }
}
