package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands in a store is read as it was written, or refused with the name of the file and what to do.
class StoreTest {
    private static final String CONFIG = """
        {"format": 2, "subject": "reference", "laws": ["A.*"], "seed": "00000000000000ff", "edges": 300, "millis": -1, "tries": 1000, "first": false, "started": "now"}
        """;
    private static final String LEDGER = """
        {"batch": 3, "spent": 5, "laws": {"A.b": {"edges": 1, "search": 2, "discards": {"why": 1},
            "behaviours": {"clause X": {"times": 2, "random": 1, "stage": "EDGES", "number": 0}}, "failures": {}, "figures": {"steps": 4}, "edged": true, "exhausted": false, "news": 1, "nanos": 9}}}
        """;
    private static final String FINDING = """
        {"law": "A.b", "sentence": "b holds", "subject": "reference", "symptom": "b is 1", "message": "expected 0", "seed": "00000000000000ff", "stage": "SEARCH", "number": 17,
         "arguments": {"b": 1}, "found": {"b": 3}, "tries": 2, "roles": [{"parameter": "b", "tried": 4, "failing": 3}]}
        """;
    private static final String NAME = "findings/A.b-e1fc6aee.json";
    private static final Map<String, String> SOUND = LinkedHashMap.of("config.json", CONFIG, "ledger.json", LEDGER, NAME, FINDING);
    private static final Map<String, String> REMEDIES = LinkedHashMap.of(
        "config.json", "; the findings beside it are kept; move it away and start anew",
        "ledger.json", "; remove it: the findings are kept, and the search begins anew",
        NAME, "; mend it, or move it away: the others are kept");

    @TempDir
    private Path folder;

    @BeforeEach
    void sound() throws IOException {
        Files.createDirectories(folder.resolve("findings"));
        for (var file : SOUND) Files.writeString(folder.resolve(file._1), file._2);
    }

    private String refusal() {
        return assertThrows(StoreMistake.class, () -> {
            try (Store store = Store.open(folder)) {
                store.findings();
            }
        }).getMessage();
    }

    @Test
    void whatIsSoundIsRead() {
        try (Store store = Store.open(folder)) {
            assertEquals(new Config(2, "reference", java.util.List.of("A.*"), "00000000000000ff", 300, -1, 1000, false, "now"), store.config());
            assertEquals(255, store.config().seedBits());
            assertEquals(3, store.ledger().batch());
            assertEquals(new Sighting(2, 1, Stage.EDGES, 0), store.ledger().of("A.b").behaviours().get("clause X"));
            assertEquals(4, store.ledger().figure("steps"));
            assertEquals(Account.EMPTY, store.ledger().of("A.c"));
            assertEquals(17, store.findings().single().number());
            assertEquals(java.util.List.of(new Role("b", 4, 3)), store.findings().single().roles());
        }
    }

    /// What is done to a text, by words that the tables below use.
    private static final Map<String, UnaryOperator<String>> DAMAGES = LinkedHashMap.ofEntries(Vector.of(
        Tuple.of("cut in the middle", text -> text.substring(0, text.length() / 2)),
        Tuple.of("empty",             text -> ""),
        Tuple.of("blank",             text -> " \n"),
        Tuple.of("an array",          text -> "[]\n"),
        Tuple.of("a number",          text -> "5\n"),
        Tuple.of("null",              text -> "null\n"),
        Tuple.of("no members",        text -> "{}\n"),
        Tuple.of("twice",             text -> text + text),
        Tuple.of("an unknown member", text -> text.replaceFirst("\\{", "{\"surprise\": 1, ")),
        Tuple.of("zeros",             text -> "\0".repeat(text.length()))));

    @Test
    void whateverIsDamagedIsNamedWithARemedy() throws IOException {
        for (String file : SOUND.keySet()) {
            for (var damage : DAMAGES) {
                sound();
                Files.writeString(folder.resolve(file), damage._2.apply(SOUND.get(file).get()));
                String message = refusal();
                assertTrue(message.startsWith(folder.resolve(file) + " is damaged: ") && message.endsWith(REMEDIES.get(file).get()) && message.lines().count() == 1, damage._1 + ": " + message);
            }
        }
    }

    @Test
    void whatIsNotUtf8IsDamaged() throws IOException {
        for (String file : SOUND.keySet()) {
            sound();
            Files.write(folder.resolve(file), SOUND.get(file).get().replace("A.b", "\u00e4").replace("reference", "\u00e4").getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(folder.resolve(file) + " is damaged: it is not UTF-8" + REMEDIES.get(file).get(), refusal());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "config.json | \"reference\"        | null             | subject",
        "config.json | \"reference\"        | 5                | subject",
        "config.json | \"reference\"        | true             | subject",
        "config.json | \"subject\"          | \"seed\"         | seed",
        "config.json | \"subject\"          | \"object\"       | subject",
        "config.json | [\"A.*\"]            | null             | laws",
        "config.json | [\"A.*\"]            | [null]           | laws",
        "config.json | [\"A.*\"]            | \"A.*\"          | laws",
        "config.json | [\"A.*\"]            | [5]              | laws",
        "config.json | 300                  | \"300\"          | edges",
        "config.json | 300                  | 300.5            | edges",
        "config.json | 300                  | 5000000000       | edges",
        "config.json | 300                  | true             | edges",
        "config.json | 300                  | null             | edges",
        "config.json | 300                  | -1               | edges",
        "config.json | false                | \"false\"        | first",
        "config.json | false                | 0                | first",
        "config.json | \"00000000000000ff\" | \"ff\"           | seed",
        "config.json | \"00000000000000ff\" | \"-0000000000000f\" | seed",
        "ledger.json | {\"edges\"           | null, \"c\": {\"edges\" | laws",
        "ledger.json | {\"times\"           | null, \"c\": {\"times\" | behaviours",
        "ledger.json | {\"why\": 1}         | {\"why\": null}  | discards",
        "ledger.json | {\"why\": 1}         | {\"why\": \"1\"} | discards",
        "ledger.json | {\"why\": 1}         | []               | discards",
        "ledger.json | \"EDGES\"            | 1                | stage",
        "ledger.json | \"EDGES\"            | \"1\"            | stage",
        "ledger.json | \"EDGES\"            | \"edges\"        | stage",
        "ledger.json | \"EDGES\"            | \"\"             | stage",
        "ledger.json | \"EDGES\"            | null             | stage",
        "ledger.json | \"random\": 1        | \"times\": 1     | times",
        "ledger.json | \"random\": 1,       | ' '              | random",
        "ledger.json | \"batch\": 3         | \"batch\": \"3\" | batch",
        "findings/A.b-e1fc6aee.json | \"b is 1\" | 1           | symptom",
        "findings/A.b-e1fc6aee.json | \"b is 1\" | null        | symptom",
        "findings/A.b-e1fc6aee.json | {\"b\": 1} | null        | arguments",
        "findings/A.b-e1fc6aee.json | {\"b\": 3} | []          | found",
        "findings/A.b-e1fc6aee.json | {\"parameter\" | null, {\"parameter\" | roles",
        "findings/A.b-e1fc6aee.json | \"SEARCH\" | 2           | stage"})
    void aMemberThatIsWrongIsNamed(String file, String right, String wrong, String member) throws IOException {
        assertTrue(SOUND.get(file).get().contains(right), right);
        Files.writeString(folder.resolve(file), SOUND.get(file).get().replace(right, wrong));
        String message = refusal();
        assertTrue(message.startsWith(folder.resolve(file) + " is damaged: ") && message.endsWith(REMEDIES.get(file).get()) && message.contains(member), message);
    }

    @Test
    void aFutureFormatIsNotRead() throws IOException {
        Files.writeString(folder.resolve("config.json"), CONFIG.replace("\"format\": 2", "\"format\": 3, \"colour\": \"red\""));
        assertEquals(folder + " has the format 3, which this version does not read; use the version that wrote it", refusal());
    }

    @Test
    void withoutALedgerTheSearchBeginsAnew() throws IOException {
        Files.delete(folder.resolve("ledger.json"));
        try (Store store = Store.open(folder)) {
            assertEquals(Ledger.EMPTY, store.ledger());
            assertEquals(1, store.findings().size());
        }
    }

    @Test
    void withoutItsFolderThereAreNoFindings() throws IOException {
        Files.delete(folder.resolve(NAME));
        Files.delete(folder.resolve("findings"));
        assertEquals(Vector.empty(), Store.reading(folder).findings());
        try (Store store = Store.open(folder)) {
            store.save(Given.finding("A.b", "b is 1"));
            assertEquals(Vector.of("A.b-e1fc6aee"), names(store.findings()));
        }
    }

    @Test
    void whatIsBeingWrittenIsNoFinding() throws IOException {
        Files.writeString(folder.resolve("findings/.A.c-00000000.json.part"), "{");
        Files.writeString(folder.resolve("findings/notes.txt"), "mine");
        assertEquals(Vector.of("A.b-e1fc6aee"), names(Store.reading(folder).findings()));
    }

    private static Seq<String> names(Seq<Finding> findings) {
        return findings.map(Finding::id);
    }
}
