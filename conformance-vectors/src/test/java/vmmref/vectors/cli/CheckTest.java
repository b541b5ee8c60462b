/// `vmmref check`: exit codes, and what is printed where.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class CheckTest {

    /// Answers each case with one word.
    private static final String ADAPTER = """
        while IFS= read -r line; do
          case $line in
            *'"cmd":"hello"'*) echo '{"proto":1,"impl":{"name":"shell","version":"1","lang":"sh"},"kinds":["KIND"],"profile":{"brl":true,"ld16":false,"vmsw":false,"msr":true},"level":"observe","window":8}' ;;
            *'"cmd":"run"'*)   seq=${line#*'"seq":'}; seq=${seq%%,*}; echo "ANSWER" ;;
            *'"cmd":"bye"'*)   exit 0 ;;
          esac
        done
        """;

    @TempDir static Path shared;
    @TempDir Path folder;
    static Path pack;

    @BeforeAll
    static void fill() {
        pack = SmallPack.in(shared);
    }

    private static Typed check(String... words) {
        return Typed.command(List.of("check", "--pack", pack.toString()).appendAll(List.of(words)).toJavaArray(String[]::new));
    }

    private String adapter(String kind, String answer) throws IOException {
        Path script = Files.writeString(folder.resolve("adapter.sh"), ADAPTER.replace("KIND", kind).replace("ANSWER", answer.replace("\"", "\\\"")));
        return "sh '" + script + "'";
    }

    private static void exits(int exit, Typed typed) {
        assertEquals(exit, typed.exit(), typed::all);
    }

    private static void says(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    @Test @DisplayName("0: the built-in reference conforms, and one sentence says so with counts")
    void conforms() {
        Typed typed = check();
        exits(0, typed);
        says("vmmref: 4 vectors of tier smoke, pack 0.1.0; asking the built-in reference", typed.err());
        says("pass 3  fail 0  error 0  crash 0  timeout 0  unsupported 0  inexpressible 1  waived 0  revoked 0", typed.out());
        says("sensitivity: 3 of 3 altered expectations were noticed", typed.out());
        says("inexpressible 1: the vector needs vmsw true, and the implementation announces false", typed.out());
        assertTrue(typed.out().lines().toList().getLast().matches("vmmref reference \\(itanium2\\) \\S+ conforms: of 4 vectors of tier smoke "
            + "\\(pack 0\\.1\\.0, .+ m?s\\), 3 passed, 1 skipped\\."), typed::all);
    }

    @Test @DisplayName("another profile runs other vectors")
    void profile() {
        Typed typed = check("-i", "direct:reference@maximal", "-t", "core");
        exits(0, typed);
        says("pass 6  fail 0", typed.out());
    }

    @Test @DisplayName("1: a wrong machine fails, and the card names the clause and how to ask again")
    void wrong() {
        Typed typed = check("-i", "zoo:AcceptsReservedTemplates", "--max-cards", "1");
        exits(1, typed);
        says("FAIL codec/reserved/0001   must   TEMPLATE_RESERVED", typed.out());
        says("[cluster 1 of 1: 2 cases]", typed.out());
        says("… and 1 more like this one", typed.out());
        says("2 failures have 1 cause\n", typed.out());
        says("--id codec/reserved/0001", typed.out());
        says("does not conform: of 4 vectors of tier smoke", typed.out());
        says("clauses: TEMPLATE_RESERVED.", typed.out());
    }

    @Test @DisplayName("the repro line does what it says")
    void repro() {
        Typed typed = check("-i", "zoo:AcceptsReservedTemplates", "-t", "core", "--id", "codec/reserved/0003");
        String line  = typed.out().lines().filter(text -> text.contains("repro: ")).findFirst().orElseThrow();
        String[] words = vmmref.vectors.run.ShellWords.of(line.substring(line.indexOf("repro: ") + 7)).tail().toJavaArray(String[]::new);
        Typed again = Typed.command(words);
        exits(1, again);
        says("FAIL codec/reserved/0003", again.out());
        says("vmmref: 1 vector of tier full", again.err());
    }

    @Test @DisplayName("an adapter that gives one answer to everything passes where that is right, and its passes are tested like any other")
    void monotonous() throws IOException {
        Typed typed = check("-i", adapter("codec", "{\"seq\":$seq,\"outcome\":\"malformed\"}"), "-t", "core", "--format", "json");
        exits(1, typed);
        assertEquals("{\"altered\":4,\"caught\":4,\"missed\":[]}", Json.parse(typed.out()).get("sensitivity").toString());
    }

    @Test @DisplayName("--fail-fast stops at the first that goes wrong")
    void failFast() {
        Typed typed = check("-i", "zoo:AcceptsReservedTemplates", "-t", "core", "--fail-fast");
        exits(1, typed);
        says("pass 0  fail 1", typed.out());
    }

    @Test @DisplayName("1: --require-frame fails what cannot be observed wholly")
    void requireFrame() throws IOException {
        String command = adapter("codec", "{\"seq\":$seq,\"outcome\":\"malformed\"}");
        exits(0, check("-i", command, "-k", "codec/reserved/*", "--require-frame"));
        Path script = folder.resolve("adapter.sh");
        Files.writeString(script, Files.readString(script).replace("\"window\"", "\"observes\":[\"template\"],\"window\"")
            .replace("malformed\\\"}", "done\\\",\\\"delta\\\":{\\\"template\\\":\\\"MII;\\\"}}"));
        says("pass 1", check("-i", command, "-k", "codec/thash/*").out());
        exits(1, check("-i", command, "-k", "codec/thash/*", "--require-frame"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "--tier nano             ~ expected one of [SMOKE, CORE, FULL]",
        "--colour                ~ Unknown option: '--colour'",
        "--clause UNUSD_BITS     ~ there is no clause UNUSD_BITS; did you mean UNUSED_BITS?",
        "--id codec/reservd/0001 ~ there is no vector codec/reservd/0001; write one of",
        "-i zoo:Nobody           ~ there is no zoo member \"Nobody\"; `vmmref zoo list` names them",
        "-i zoo:IgnoresRegionIdentifer ~ there is no zoo member \"IgnoresRegionIdentifer\"; did you mean IgnoresRegionIdentifier?",
        "-i direct:reference+tc  ~ there is no freedom \"tc\"; write one of search, cache, replaced, purge-size, misaligned",
        "-i direct:nobody        ~ there is no implementation \"nobody\"; write one of reference, wilful",
        "-i direct:reference@x   ~ there is no profile \"x\"; write one of merced, itanium2, montecito, minimal, maximal",
        "-i 'unclosed            ~ the single quote at column 1 of the command is not closed",
        "--known none.toml       ~ none.toml: there is no such file",
        "--out /dev/null/x       ~ /dev/null/x/results.jsonl cannot be written"})
    void usage(String words, String message) {
        Typed typed = check(words.split(" ", 2));
        exits(2, typed);
        says(message, typed.err());
        assertEquals("", typed.out());
    }

    @Test @DisplayName("2: a folder of vectors that is not there")
    void noPack() {
        Typed typed = Typed.command("check", "--pack", "/no/such/folder");
        exits(2, typed);
        says("/no/such/folder is not there: name a folder or a zip file of vectors", typed.err());
    }

    @Test @DisplayName("3: an adapter that does not start, and one that breaks the protocol though it also fails")
    void adapterFaults() throws IOException {
        exits(3, check("-i", "/no/such/adapter"));
        exits(3, check("-i", "false"));
        Typed typed = check("-i", adapter("codec", "{\\\"seq\\\":$seq,\\\"outcome\\\":\\\"ok\\\"}".replace("\\", "")));
        exits(3, typed);
        says("error 3", typed.out());
        says("$.outcome is \"ok\"", typed.out());
    }

    @Test @DisplayName("4: a pack that was changed, though the implementation fails too")
    void damaged() {
        Path other = SmallPack.in(folder);
        Packs.edit(other, "smoke/codec/reserved.jsonl", "decodes", "Decodes");
        Typed typed = Typed.command("check", "--pack", other.toString(), "-i", "zoo:AcceptsReservedTemplates");
        exits(4, typed);
        says("vmmref: the pack is damaged: smoke/codec/reserved.jsonl", typed.err());
    }

    @Test @DisplayName("5: nothing was selected, and another tier that has such vectors is named; or nothing could be run")
    void nothing() throws IOException {
        Typed empty = check("-k", "codec/reserved/0003");
        exits(5, empty);
        says("Nothing was selected", empty.out());
        says("tier core has such vectors: add --tier core", empty.err());
        Typed unsupported = check("-i", adapter("xlate", "unused"));
        exits(5, unsupported);
        says("unsupported 4", unsupported.out());
        says("None of 4 vectors of tier smoke", unsupported.out());
    }

    @Test @DisplayName("0 with a waived failure, 6 with a stale entry and --strict-known")
    void known() throws IOException {
        Path known = Files.writeString(folder.resolve("known.toml"), "[[known]]\nclause = \"TEMPLATE_RESERVED\"\nreason = \"as old models did\"\n");
        Typed waived = check("-i", "zoo:AcceptsReservedTemplates", "--known", known.toString(), "--strict-known");
        exits(0, waived);
        says("waived 2", waived.out());
        Typed stale = check("--known", known.toString());
        exits(0, stale);
        says("news entry 1 (clause TEMPLATE_RESERVED) of the known failures is stale: what it names passed (2)", stale.out());
        exits(6, check("--known", known.toString(), "--strict-known"));
        exits(1, check("-i", "zoo:OverlooksThashWithUnusedBits", "--known", known.toString(), "--strict-known"));
    }

    @Test @DisplayName("130, 70 and the rest: exceptions become one line, and a stack trace only if asked for")
    void bugs() {
        java.io.StringWriter quiet = new java.io.StringWriter();
        assertEquals(70, Mishaps.code(new IllegalStateException("two forms"), new java.io.PrintWriter(quiet), false));
        assertEquals("vmmref: this is a bug of vmmref: java.lang.IllegalStateException: two forms; please report it with the command that you typed "
            + "and what --debug adds to it", quiet.toString().strip());
        java.io.StringWriter loud = new java.io.StringWriter();
        assertEquals(70, Mishaps.code(new IllegalStateException("two forms"), new java.io.PrintWriter(loud), true));
        says("\tat ", loud.toString());
    }

    @Test @DisplayName("--out keeps every verdict; --format json prints one object and nothing else")
    void results() throws IOException {
        Typed typed = check("-i", "zoo:AcceptsReservedTemplates", "--out", folder.resolve("out").toString(), "--format", "json");
        exits(1, typed);
        JsonNode json = Json.parse(typed.out());
        assertEquals(2, json.get("verdicts").get("fail").asInt());
        assertEquals("codec/reserved/0001", json.get("failures").get(0).get("id").asString());
        assertEquals("TEMPLATE_RESERVED", json.get("clauses").get(0).get("clause").asString());
        assertEquals(1, json.get("exit").asInt());
        assertEquals("outcome is another (done for malformed); decided by TEMPLATE_RESERVED (reserved template codes)", json.get("clusters").get(0).get("sentence").asString());
        assertEquals(6, Files.readAllLines(folder.resolve("out/results.jsonl")).size());
        says("vmmref: written: %1$s/report.html, %1$s/junit.xml, %1$s/badge.json\n".formatted(folder.resolve("out")), typed.err());
        says("2 failures have 1 cause.", Files.readString(folder.resolve("out/report.html")));
    }

    @Test @DisplayName("a run that ends in a damaged pack leaves no adapter, and results without a last line")
    void interruptedByPack() throws IOException {
        Path other = SmallPack.in(folder);
        Packs.edit(other, "smoke/codec/thash.jsonl", "decodes", "Decodes");
        Typed typed = Typed.command("check", "--pack", other.toString(), "-i", adapter("codec", "{\"seq\":$seq,\"outcome\":\"malformed\"}"),
            "--out", folder.resolve("out").toString());
        exits(4, typed);
        assertFalse(Files.readString(folder.resolve("out/results.jsonl")).contains("summary"));
    }
}
