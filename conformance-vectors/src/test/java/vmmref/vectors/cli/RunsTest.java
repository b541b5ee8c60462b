/// Runs that are kept: asked again, gone on with, judged again, turned into known failures, compared.
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
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class RunsTest {

    /// Answers `malformed` to everything, which is wrong of two vectors of the small pack's smoke; it dies of what `DIES` names.
    private static final String ADAPTER = """
        while IFS= read -r line; do
          echo "$line" >> LOG
          case $line in
            *'"cmd":"hello"'*) echo '{"proto":1,"impl":{"name":"shell","version":"1","lang":"sh"},"kinds":["codec"],"profile":{"brl":true,"ld16":true,"vmsw":true,"msr":true},"level":"observe","window":WINDOW}' ;;
            *DIES*) exit 1 ;;
            *'"cmd":"run"'*)   seq=${line#*'"seq":'}; seq=${seq%%,*}; echo "{\\"seq\\":$seq,\\"outcome\\":\\"malformed\\"}" ;;
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

    private static Typed typed(String... words) {
        return Typed.command(List.of(words).appendAll(List.of("--pack", pack.toString())).toJavaArray(String[]::new));
    }

    private String adapter(String dies, int window) throws IOException {
        Path script = Files.writeString(folder.resolve("adapter.sh"),
            ADAPTER.replace("LOG", folder.resolve("log").toString()).replace("DIES", dies).replace("WINDOW", "" + window));
        return "sh '" + script + "'";
    }

    /// Keeps a run of a shell adapter in the folder `run`.
    private Path kept(String dies) throws IOException {
        typed("check", "-i", adapter(dies, 8), "--out", folder.resolve("run").toString());
        Files.delete(folder.resolve("log"));
        return folder.resolve("run");
    }

    private List<String> asked() throws IOException {
        return List.ofAll(Files.readAllLines(folder.resolve("log"))).filter(line -> line.contains("\"cmd\":\"run\""));
    }

    private static List<JsonNode> lines(Path run) throws IOException {
        return List.ofAll(Files.readAllLines(run.resolve("results.jsonl"))).map(Json::parse);
    }

    private static List<String> numberless(List<String> lines) {
        return lines.map(line -> line.replaceAll("\"seq\":[0-9]+,", "")).sorted();
    }

    private static void says(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    private static void exits(int exit, Typed typed) {
        assertEquals(exit, typed.exit(), typed::all);
    }

    // Asked again.

    @Test @DisplayName("rerun asks what the run asked")
    void rerun() throws IOException {
        Path run = kept("nothing");
        Typed again = typed("rerun", run.toString());
        exits(1, again);
        says("of 4 vectors of tier smoke", again.out());
        assertEquals(4, asked().size());
    }

    @Test @DisplayName("rerun --failed asks only what went wrong")
    void failed() throws IOException {
        Path run = kept("nothing");
        exits(1, typed("rerun", run.toString(), "--failed"));
        assertEquals(2, asked().size());
        Typed mended = typed("rerun", run.toString(), "--failed", "-i", "direct:reference@montecito");
        exits(0, mended);
        says("of 2 vectors", mended.out());
    }

    @Test @DisplayName("nothing went wrong, so there is nothing to ask again")
    void nothingFailed() {
        Path run = folder.resolve("run");
        exits(0, typed("check", "--out", run.toString()));
        Typed again = typed("rerun", run.toString(), "--failed");
        exits(5, again);
        says("nothing went wrong in " + run, again.err());
    }

    // Gone on with.

    @Test @DisplayName("a run that was cut off goes on: what was answered is not asked again, and the file ends up whole")
    void resumed() throws IOException {
        Path run = kept("nothing");
        Path file = run.resolve("results.jsonl");
        List<String> whole = List.ofAll(Files.readAllLines(file));
        Files.writeString(file, whole.take(3).mkString("", "\n", "\n") + whole.get(3).substring(0, 40));
        Typed again = typed("rerun", run.toString(), "--resume");
        exits(1, again);
        says("of 4 vectors of tier smoke", again.out());
        assertEquals(2, asked().size());
        assertEquals(numberless(whole), numberless(List.ofAll(Files.readAllLines(file))));
    }

    @Test @DisplayName("a run does not go on with another implementation")
    void resumedByAnother() throws IOException {
        Path run = kept("nothing");
        String before = Files.readString(run.resolve("results.jsonl"));
        Typed again = typed("rerun", run.toString(), "--resume", "-i", "direct:reference");
        exits(2, again);
        says("introduces itself otherwise", again.err());
        assertEquals(before, Files.readString(run.resolve("results.jsonl")));
    }

    @Test @DisplayName("a second run in the same folder keeps the first one's results")
    void earlier() throws IOException {
        Path run = kept("nothing");
        String first = Files.readString(run.resolve("results.jsonl"));
        typed("check", "--out", run.toString());
        assertEquals(first, Files.readString(run.resolve("results.earlier.jsonl")));
        exits(3, typed("check", "-i", "/nowhere/emu", "--out", run.toString()));
        exits(3, typed("check", "-i", "/nowhere/emu", "--out", run.toString()));
        says("\"implementation\":\"direct:reference\"", Files.readString(run.resolve("results.earlier.jsonl")));
    }

    // Judged again.

    @Test @DisplayName("answers judged again get the same verdicts, crashes too")
    void rejudged() throws IOException {
        Path run = kept("014080401a");
        assertEquals(List.of("pass", "pass", "crash", "fail").sorted(), lines(run).tail().init().map(line -> line.get("verdict").asString()).sorted());
        Path again = folder.resolve("again");
        Typed typed = typed("rejudge", run.toString(), "--out", again.toString());
        exits(1, typed);
        says("no verdict changed", typed.err());
        says("the adapter exited with code 1", typed.out());
        assertEquals(lines(run).tail().sortBy(JsonNode::toString), lines(again).tail().sortBy(JsonNode::toString));
    }

    @Test @DisplayName("what changed is told: a failure that has become known")
    void changed() throws IOException {
        Path run   = kept("014080401a");
        Path known = Files.writeString(folder.resolve("known.toml"), "[[known]]\nids = [\"codec/thash/*\"]\nreason = \"unused bits\"\n");
        Typed typed = typed("rejudge", run.toString(), "--known", known.toString());
        exits(1, typed);
        says("verdicts that changed: 1\n  codec/thash/0001: waived, and crash then", typed.err());
    }

    @Test @DisplayName("a crash that was known when it was run is a crash when it is not known any more")
    void waivedThen() throws IOException {
        Path known = Files.writeString(folder.resolve("known.toml"), "[[known]]\nids = [\"codec/thash/*\"]\nreason = \"unused bits\"\n");
        Path run   = folder.resolve("run");
        typed("check", "-i", adapter("014080401a", 8), "--known", known.toString(), "--out", run.toString());
        says("codec/thash/0001: crash, and waived then", typed("rejudge", run.toString()).err());
    }

    // Known failures.

    @Test @DisplayName("known write names just what went wrong, and what it writes waives it")
    void known() throws IOException {
        Path run = kept("014080401a");
        Typed typed = typed("known", "write", run.toString());
        exits(0, typed);
        assertEquals("vmmref: 2 vectors went wrong, 1 entries written\n".replace("1 entries", typed.out().split("\\[\\[known]]", -1).length - 1 + " entries"), typed.err());
        Path known = Files.writeString(folder.resolve("known.toml"), typed.out());
        Typed waived = typed("rejudge", run.toString(), "--known", known.toString(), "--strict-known");
        exits(0, waived);
        says("2 passed, 2 waived", waived.out());
        assertEquals("", typed("known", "write", run.toString(), "--known", known.toString()).out());
    }

    // Compared.

    @Test @DisplayName("two runs are compared clause by clause and vector by vector")
    void compared() throws IOException {
        Path run = kept("014080401a");
        typed("check", "-i", adapter("nothing", 8), "--out", folder.resolve("other").toString());
        typed("check", "-i", adapter("nothing", 1), "--out", folder.resolve("third").toString());
        Typed typed = typed("compare", run.toString(), folder.resolve("other").toString(), folder.resolve("third").toString());
        exits(1, typed);
        says("codec/thash/0001   crash   fail    fail", typed.out());
        says("2 answered alike, for example codec/needy/0001", typed.out());
        exits(0, typed("compare", folder.resolve("other").toString(), folder.resolve("third").toString()));
    }

    @Test @DisplayName("as JSON, a comparison has a cell for each clause and run")
    void comparedAsJson() throws IOException {
        Path run = kept("nothing");
        JsonNode json = Json.parse(typed("compare", run.toString(), run.toString(), "--format", "json").out().replace("\n", " "));
        assertEquals("[\"run\",\"run\"]", json.get("runs").toString());
        assertEquals("[]", json.get("parting").toString());
        json.get("clauses").values().forEach(clause -> assertEquals(2, clause.get("runs").size()));
    }

    // Several processes.

    @Test @DisplayName("several processes share the vectors, and each is asked once")
    void jobs() throws IOException {
        Typed typed = typed("check", "-t", "core", "-j", "3", "-i", adapter("nothing", 1));
        exits(1, typed);
        says("pass 4  fail 2", typed.out());
        assertEquals(6, asked().size());
        assertEquals(3, List.ofAll(Files.readAllLines(folder.resolve("log"))).count(line -> line.contains("\"hello\"")));
        exits(2, typed("check", "-j", "0"));
    }

    @Test @DisplayName("with several processes a crash costs one vector, and --fail-fast stops them all")
    void jobsThatDie() throws IOException {
        says("pass 4  fail 1  error 0  crash 1", typed("check", "-t", "core", "-j", "2", "-i", adapter("014080401a", 1)).out());
        Typed fast = typed("check", "-t", "core", "-j", "2", "--fail-fast", "-i", adapter("014080401a", 1));
        exits(1, fast);
        assertFalse(fast.out().contains("fail 1  error 0  crash 1"), fast::all);
    }

    // What no run wrote.

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "''             ~ is empty",
        "oops           ~ results.jsonl:1: $ is no JSON",
        "{}             ~ results.jsonl:1: $.run is missing"})
    void damaged(String text, String message) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("results.jsonl"), text.equals("''") ? "" : text + "\n");
        for (String command : List.of("rejudge", "rerun", "compare")) {
            Typed typed = command.equals("compare") ? typed(command, run.toString(), run.toString()) : typed(command, run.toString());
            exits(2, typed);
            says(message, typed.err());
        }
        exits(2, typed("known", "write", folder.resolve("nowhere").toString()));
    }

    @Test @DisplayName("a line in the middle that is damaged is named")
    void damagedLine() throws IOException {
        Path run = kept("nothing");
        Path file = run.resolve("results.jsonl");
        Files.writeString(file, Files.readString(file).replaceFirst("\"verdict\":\"pass\"", "\"verdict\":\"fine\""));
        Typed typed = typed("rejudge", run.toString());
        exits(2, typed);
        says("$.verdict is \"fine\", which is unknown; the file is damaged", typed.err());
    }
}
