/// `vmmref adapter new` and `vmmref adapter doctor`.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
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
import vmmref.vectors.run.ShellWords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class AdapterCommandsTest {

    private static final String ADAPTER = """
        while IFS= read -r line; do
          case $line in
            *'"cmd":"hello"'*) echo '{"proto":1,"impl":{"name":"shell","version":"1","lang":"sh"},"kinds":["codec"],"profile":{"brl":true,"ld16":false,"vmsw":false,"msr":true,"clz":false},"level":"observe"}' ;;
            *'"cmd":"run"'*)   seq=${line##*'"seq":'}; seq=${seq%%[,\\}]*}; echo "{\\"seq\\":$seq,\\"outcome\\":\\"malformed\\"}" ;;
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

    private static Typed begin(String language, Path copy) {
        return Typed.command("adapter", "new", language, copy.toString(), "--pack", "vectors");
    }

    private static void exits(int exit, Typed typed, String message) {
        assertEquals(exit, typed.exit(), typed::all);
        assertTrue(typed.all().contains(message), typed::all);
    }

    private static Seq<String> next(Typed typed) {
        return List.ofAll(typed.out().lines().toList()).dropUntil(line -> line.equals("Next:")).tail().map(String::strip);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "python     ~ adapter.py   ~ ./vmmref adapter doctor -i 'python3 my/adapter.py'                  ~ ./vmmref check -i 'python3 my/adapter.py'",
        "c          ~ adapter.c    ~ cc -O2 -Wall -Wextra -std=c99 -o my/adapter my/adapter.c            ~ ./vmmref check -i my/adapter",
        "java       ~ Adapter.java ~ ./vmmref adapter doctor -i 'java my/Adapter.java'                   ~ ./vmmref check -i 'java my/Adapter.java'",
        "javascript ~ adapter.mjs  ~ ./vmmref adapter doctor -i 'node my/adapter.mjs'                    ~ ./vmmref check -i 'node my/adapter.mjs'"})
    void begins(String language, String file, String first, String second) throws IOException {
        Path  copy  = folder.resolve("my");
        Typed typed = begin(language, copy);
        exits(0, typed, "wrote " + copy.resolve(file));
        assertEquals(List.of(first, second), next(typed).map(line -> line.replace(folder + "/", "")));
        assertEquals(Files.readString(Path.of("adapters").resolve(language).resolve(file)), Files.readString(copy.resolve(file)));
        assertTrue(Files.isRegularFile(copy.resolve("README.md")) && Files.isRegularFile(copy.resolve("PROTOCOL.md")));
    }

    @Test @DisplayName("what it says to type next works, in a folder whose name needs quotes")
    void nextWorks() {
        Seq<String> lines = next(begin("python", folder.resolve("my 'own' adapter")));
        lines.map(line -> ShellWords.of(line).tail().appendAll(List.of("--pack", pack.toString()))).forEach(words ->
            exits(0, Typed.command(words.toJavaArray(String[]::new)), ""));
    }

    @Test @DisplayName("from a zip file")
    void fromZip() throws IOException {
        Path released = Files.createDirectory(folder.resolve("released"));
        Files.move(SmallPack.in(released), released.resolve("vectors"));
        Files.createDirectories(released.resolve("adapters/python"));
        for (String file : List.of("PROTOCOL.md", "python/README.md", "python/adapter.py")) Files.copy(Path.of("adapters").resolve(file), released.resolve("adapters").resolve(file));
        Path zip = Zipped.folder(released, "", folder.resolve("all.zip"));
        exits(0, Typed.command("adapter", "new", "python", folder.resolve("my").toString(), "--pack", zip.toString()), "wrote " + folder.resolve("my/adapter.py"));
    }

    @Test @DisplayName("2: nothing is overwritten, not even in part")
    void noOverwriting() throws IOException {
        Files.writeString(folder.resolve("README.md"), "mine");
        exits(2, begin("c", folder), folder.resolve("README.md") + " is there already, and nothing is overwritten: name another folder");
        assertEquals("mine", Files.readString(folder.resolve("README.md")));
        assertFalse(Files.exists(folder.resolve("adapter.c")));
    }

    @Test @DisplayName("2: a language without a starter, a folder that cannot be, vectors without starters")
    void mistakes() throws IOException {
        exits(2, begin("cobol", folder.resolve("my")), "expected one of [PYTHON, C, JAVA, JAVASCRIPT]");
        exits(2, begin("c", Files.writeString(folder.resolve("file"), "")), "cannot be written");
        exits(2, Typed.command("adapter", "new", "c", folder.resolve("my").toString(), "--pack", pack.toString()), "no starters are beside the vectors of " + pack);
    }

    @Test @DisplayName("new in JSON")
    void beginsInJson() {
        JsonNode json = Json.parse(Typed.command("adapter", "new", "c", folder.resolve("my").toString(), "--pack", "vectors", "--format", "json").out());
        assertEquals(3, json.get("written").size());
        assertEquals(2, json.get("next").size());
    }

    private String adapter(String text) throws IOException {
        return "sh " + ShellWords.quote(Files.writeString(folder.resolve("adapter.sh"), text).toString());
    }

    @Test @DisplayName("0 with a warning: the window of an adapter that announces none")
    void doctor() throws IOException {
        Typed typed = Typed.command("adapter", "doctor", "-i", adapter(ADAPTER), "--pack", pack.toString());
        exits(0, typed, "warning  window            1: the runner waits for each answer before it asks again\n                           -> announce \"window\":64");
        exits(0, typed, "0 wrong, 1 warnings, 16 ok.");
    }

    @Test @DisplayName("3: something is wrong, in JSON too")
    void doctorFindsWrong() throws IOException {
        String command = adapter(ADAPTER.replace("malformed", "illegal"));
        exits(3, Typed.command("adapter", "doctor", "-i", command, "--pack", pack.toString()), "-> bits that encode nothing are \"malformed\"");
        Typed typed = Typed.command("adapter", "doctor", "-i", command, "--pack", pack.toString(), "--format", "json");
        JsonNode json = Json.parse(typed.out());
        assertEquals(3, typed.exit());
        assertEquals(3, json.get("exit").asInt());
        assertEquals("wrong", json.get("diagnoses").get(6).get("state").asString());
        exits(3, Typed.command("adapter", "doctor", "-i", "/no/such/adapter", "--pack", pack.toString()), "/no/such/adapter is not there");
    }

    @Test @DisplayName("2: what is no adapter is not examined")
    void notAnAdapter() {
        exits(2, Typed.command("adapter", "doctor", "-i", "zoo:AcceptsReservedTemplates", "--pack", pack.toString()), "is part of vmmref and speaks no protocol");
        exits(2, Typed.command("adapter", "doctor", "-i", "'unclosed", "--pack", pack.toString()), "is not closed");
        exits(2, Typed.command("adapter", "doctor"), "Missing required option: '--impl=CMD'");
    }
}
