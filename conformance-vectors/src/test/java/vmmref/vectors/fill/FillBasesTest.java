/// Packs with start states and alternatives.
package vmmref.vectors.fill;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.fill.CountKind.LOW;
import static vmmref.vectors.fill.CountKind.add;
import static vmmref.vectors.fill.CountKind.draft;
import static vmmref.vectors.fill.CountKind.typed;

class FillBasesTest {

    private static final String SHARD = "smoke/count/add.jsonl";
    private static final ObjectNode HIGH = Json.object().put("count", "1e");

    private static final Draft BARE   = draft("a count without a start", add("00"));
    private static final Draft WITHIN = draft("five more from a low start", add("05", LOW, Json.object()));
    private static final Draft BEYOND = draft("five more from a high start", add("05", LOW, HIGH));

    @TempDir Path folder;
    Path pack;

    @BeforeEach
    void empty() {
        pack = Packs.empty(folder);
    }

    private Filled fill(Draft... drafts) {
        return Fill.into(pack, List.of(CountKind.of(drafts)));
    }

    private Finding mistake(Base base, Draft... drafts) {
        return Packs.mistake(() -> Fill.into(pack, List.of(new CountKind(List.of(base), List.of(drafts)))));
    }

    private Vector vector(int number) {
        return Pack.open(pack).vector("count/add/%04d".formatted(number)).get();
    }

    @Test @DisplayName("a vector names its base and says what differs; the file of bases is listed with its hash")
    void vector() {
        fill(BARE, WITHIN, BEYOND.nearTo(WITHIN.stimulus()));
        assertEquals(List.empty(), Verify.pack(pack));
        assertEquals("{\"name\":\"count-low@1\",\"state\":{\"count\":\"01\",\"limit\":\"20\"}}\n", Packs.read(pack.resolve("bases.jsonl")));
        assertEquals(Option.some(Json.sha256(Packs.bytes(pack.resolve("bases.jsonl")))), Pack.open(pack).manifest().files().get("bases.jsonl"));
        assertEquals("{\"v\":1,\"id\":\"count/add/0003\",\"h\":\"" + vector(3).hash() + "\",\"kind\":\"count\",\"level\":\"must\",\"title\":\"five more from a high start\","
            + "\"flags\":[],\"clauses\":[\"TEMPLATE_RESERVED\",\"TEMPLATE_ASSIGNED\",\"BUNDLE_FIELDS\"],\"needs\":{},\"near\":\"count/add/0002\","
            + "\"base\":\"count-low@1\",\"pre\":{\"count\":\"1e\"},\"in\":{\"add\":\"05\"},\"expect\":{\"any\":["
            + "{\"outcome\":\"fault\",\"fault\":{\"at\":\"1e\",\"kind\":\"beyond-limit\"},\"because\":\"TEMPLATE_RESERVED\",\"by\":{\"fault.at\":\"TEMPLATE_ASSIGNED\"},\"choice\":{\"beyond\":\"faults\"}},"
            + "{\"outcome\":\"done\",\"post\":{\"count\":\"20\",\"flags\":\"01\"},\"mask\":{\"flags\":\"01\"},\"because\":\"BUNDLE_FIELDS\",\"by\":{\"count\":\"BUNDLE_FIELDS\",\"flags\":\"TEMPLATE_ASSIGNED\"},"
            + "\"choice\":{\"beyond\":\"stops\"}}]},\"frame\":\"rest\",\"source\":\"model\",\"since\":\"0.1.0\"}",
            Packs.read(pack.resolve(SHARD)).split("\n")[2]);
    }

    @Test @DisplayName("a pack of kinds without bases has no file of bases")
    void none() {
        Fill.into(pack, Packs.kinds());
        assertFalse(Files.exists(pack.resolve(Bases.FILE)));
        assertFalse(Pack.open(pack).manifest().files().containsKey(Bases.FILE));
    }

    @Test @DisplayName("a pack with bases comes out byte for byte, and an edited base is told")
    void again() {
        fill(BARE, WITHIN, BEYOND);
        Map<String, String> before = Packs.contents(folder);
        assertEquals(List.empty(), fill(BARE, WITHIN, BEYOND).changed());
        assertEquals(List.empty(), Regenerate.compare(pack, List.of(CountKind.of(BARE, WITHIN, BEYOND))).differences());
        assertEquals(before, Packs.contents(folder));
        Packs.write(pack.resolve(Bases.FILE), Packs.read(pack.resolve(Bases.FILE)).replace("{\"count\"", "{ \"count\""));
        assertEquals(List.of(Bases.FILE), Regenerate.compare(pack, List.of(CountKind.of(BARE, WITHIN, BEYOND))).differences().map(Regenerate.Difference::file));
    }

    @Test @DisplayName("a base of a pack keeps its state: another one needs another name")
    void changed() {
        fill(WITHIN);
        Map<String, String> before = Packs.contents(folder);
        Base moved = CountKind.base("count-low@1", "02", "20");
        assertEquals("bases.jsonl: the base count-low@1 has another state already, which it keeps for ever; make count-low@2",
            mistake(moved, draft("five more from there", add("05", moved, HIGH))).text());
        assertEquals(before, Packs.contents(folder));
        Base next = CountKind.base("count-low@2", "02", "20");
        Fill.into(pack, List.of(new CountKind(List.of(next), List.of(WITHIN, draft("five more from there", add("05", next, Json.object()))))));
        assertEquals(List.of("count-low@1", "count-low@2"), Pack.open(pack).bases().all().map(Base::name));
        assertEquals(List.empty(), Verify.pack(pack));
    }

    @Test @DisplayName("a base that no draft names any more stays, so that its name is not given to another state")
    void kept() {
        fill(WITHIN);
        Fill.into(pack, List.of(new CountKind(List.empty(), List.of(BARE))));
        assertEquals(List.of("count-low@1"), Pack.open(pack).bases().all().map(Base::name));
    }

    @Test @DisplayName("two kinds share a base if they mean the same state, and not otherwise")
    void shared() {
        assertEquals("bases.jsonl: the base count-low@1 has another state already, which it keeps for ever; make count-low@2", Packs.mistake(() ->
            Fill.into(pack, List.of(CountKind.of(WITHIN), new CountKind(List.of(CountKind.base("count-low@1", "01", "30")), List.empty())))).text());
        Fill.into(pack, List.of(CountKind.of(WITHIN), new CountKind(List.of(LOW), List.empty())));
        assertEquals(1, Pack.open(pack).bases().all().size());
    }

    @Test @DisplayName("a draft must start from a base that its kind has")
    void unknown() {
        Base other = CountKind.base("count-other@1", "00", "00");
        assertEquals("count/add: the draft \"five more from a low start\" starts from count-low@1, which no kind has; add it to the bases of the kind",
            mistake(other, WITHIN).text());
        assertTrue(mistake(CountKind.base("count-low@1", "02", "20"), WITHIN).text().contains("starts from count-low@1, which no kind has"));
    }

    @Test @DisplayName("a draft that its kind cannot read is no case, and is not left out without a word")
    void unreadable() {
        assertEquals("count/add: the draft \"much more\": $.in.add is no number of two digits; write two hexadecimal digits", mistake(LOW, WITHIN, draft("much more", add("much"))).text());
    }

    @Test @DisplayName("drafts that differ only in where they start are different cases; the same start twice is told with it")
    void cases() {
        assertEquals(3, fill(BARE, WITHIN, BEYOND).named());
        assertEquals("the drafts \"five more from a low start\" and \"once more, from there\" are the same case: {\"base\":\"count-low@1\",\"in\":{\"add\":\"05\"}}",
            mistake(LOW, WITHIN, draft("once more, from there", add("05", LOW, Json.object()))).problem());
        assertTrue(mistake(LOW, WITHIN.nearTo(BEYOND.stimulus())).problem()
            .contains("names a near case that no draft has: {\"base\":\"count-low@1\",\"pre\":{\"count\":\"1e\"},\"in\":{\"add\":\"05\"}}"));
    }

    @Test @DisplayName("a forged base is found: unknown, malformed, unlisted, changed")
    void forged() {
        fill(WITHIN, BEYOND);
        Packs.forge(pack, SHARD, "\"base\":\"count-low@1\",\"in\"", "\"base\":\"count-high@1\",\"in\"");
        assertEquals(List.of("smoke/count/add.jsonl:1: $.base is \"count-high@1\", and the pack has no such base; name one of count-low@1"), Verify.pack(pack).map(Finding::text));
        Packs.forge(pack, Bases.FILE, "count-low@1", "Count-low@1");
        assertEquals(List.of("bases.jsonl:1"), Verify.pack(pack).map(finding -> finding.file() + ":" + finding.line().get()));
        Packs.edit(pack, Bases.FILE, "Count-low@1", "count-low@1");
        assertEquals(List.of("bases.jsonl: is not the file that MANIFEST.json describes: some bytes changed"), Verify.pack(pack).map(finding -> finding.file() + ": " + finding.problem()));
        Manifest manifest = Manifest.of(Json.fields(Packs.read(pack.resolve(Manifest.FILE))));
        Packs.write(pack.resolve(Manifest.FILE), Json.page(new Manifest(manifest.pack(), manifest.profiles(), manifest.specification(), manifest.shards(),
            manifest.files().remove(Bases.FILE)).json()));
        assertEquals(List.of("bases.jsonl: is not listed in MANIFEST.json; remove it, or run `vmmref vectors fill`"), Verify.pack(pack).map(Finding::text));
    }

    @Test @DisplayName("malformed bases stop the filling: nobody knows which states the names had")
    void malformed() {
        fill(WITHIN);
        Packs.write(pack.resolve(Bases.FILE), "{}\n");
        assertEquals("bases.jsonl:1: $.name is missing; every such object has this field", mistake(LOW, WITHIN).text());
    }

    @Test @DisplayName("a correction of one alternative is told with its place and the clauses of that alternative")
    void corrected() {
        fill(BEYOND);
        Vector before = vector(1);
        Expectation stops = before.expect().alternatives().get(1);
        Expectation other = Expectation.any(List.of(before.expect().alternatives().head(), stops.expecting(stops.places().put("count", "1f"))));
        Vector after = new Vector(before.id(), before.hash(), before.kind(), before.level(), before.title(), before.flags(), before.clauses(), before.needs(), before.near(),
            before.stimulus(), other, before.frame(), before.source(), before.since());
        assertEquals(List.of(new Change.Place("any.1.count", Option.some("20"), Option.some("1f"), List.of(SumKind.EXACT))), Change.Corrected.of(before, after).places());
    }

    @Test @DisplayName("typed alternatives are held against the model's of the same choice, and get its clauses")
    void typedAlternatives() {
        Expectation stops  = Expectation.typed(Outcome.DONE, HashMap.of("count", "20")).chosen(HashMap.of("beyond", "stops"));
        Expectation faults = new Expectation(Outcome.FAULT, HashMap.of("kind", "beyond-limit", "at", "1e"), HashMap.empty(), HashMap.empty(),
            Option.none(), HashMap.empty()).chosen(HashMap.of("beyond", "faults"));
        assertEquals(List.empty(), fill(typed(Expectation.any(List.of(stops, faults)), BEYOND)).disagreements());
        assertEquals(List.of(HashMap.of("count", SumKind.EXACT), HashMap.of("fault.at", SumKind.PLACES)),
            vector(1).expect().alternatives().map(each -> HashMap.ofEntries(each.by())));
    }

    @Test @DisplayName("a typed expectation that knows of fewer alternatives, or another fault, disagrees")
    void disagreements() {
        Expectation faults = new Expectation(Outcome.FAULT, HashMap.of("kind", "beyond-count", "at", "1e"), HashMap.empty(), HashMap.empty(),
            Option.none(), HashMap.empty());
        assertEquals(List.of(
            new Disagreement("count/add/0001", "five more from a high start", Level.MUST, "manual", "any", "1 alternative", "2 alternatives"),
            new Disagreement("count/add/0001", "five more from a high start", Level.MUST, "manual", "fault.kind", "beyond-count", "beyond-limit")),
            fill(typed(faults, BEYOND)).disagreements());
    }

    @Test @DisplayName("bits that a source masks are not held against the model")
    void maskedSource() {
        Expectation reached = new Expectation(Outcome.DONE, HashMap.empty(), HashMap.of("count", "06", "flags", "ee"), HashMap.of("flags", "01"),
            Option.none(), HashMap.empty());
        assertEquals(List.empty(), fill(typed(reached, WITHIN)).disagreements());
        assertEquals(Option.some("ee"), vector(1).expect().post().get("flags"));
        assertEquals(1, Pack.open(pack).count(Tier.SMOKE));
    }
}
