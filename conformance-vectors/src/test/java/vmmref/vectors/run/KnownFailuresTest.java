/// Known failures: what waives, what is stale, and what is wrong with a file.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.run.Examples.ITANIUM2;
import static vmmref.vectors.run.Examples.done;
import static vmmref.vectors.run.Examples.hello;
import static vmmref.vectors.run.Examples.reserved;
import static vmmref.vectors.run.Examples.thash;
import static vmmref.vectors.run.Examples.thashPlaces;

class KnownFailuresTest {

    private static Judgement failing() {
        return new Judge(hello(ITANIUM2), HashMap.empty(), false).judge(thash(), done(thashPlaces().put("slot0", "ttag r8=r32")));
    }

    private static Judgement passing() {
        return new Judge(hello(ITANIUM2), HashMap.empty(), false).judge(thash(), done(thashPlaces()));
    }

    private static Waivers waivers(String toml) {
        return new Waivers(KnownFailures.parse("known.toml", toml));
    }

    private static String entry(String fields) {
        return "[[known]]\nreason = \"hash and tag are swapped\"\n" + fields + "\n";
    }

    private static Seq<String> stale(Waivers waivers, Vector... pack) {
        return waivers.stale(List.of(pack)::iterator);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "ids = [\"codec/thash/0001\"]                          ~ WAIVED",
        "ids = [\"codec/*\"]                                   ~ WAIVED",
        "ids = [\"*\"]                                         ~ WAIVED",
        "ids = [\"codec/thash/000?\"]                          ~ WAIVED",
        "ids = [\"codec/thash\"]                               ~ FAIL",
        "ids = [\"other/*\", \"codec/th*\"]                    ~ WAIVED",
        "clause = \"TRANSLATION_FORM\"                         ~ WAIVED",
        "clause = \"NOP_FORM\"                                 ~ FAIL",
        "ids = [\"codec/*\"]|clause = \"TRANSLATION_FORM\"    ~ WAIVED",
        "ids = [\"other/*\"]|clause = \"TRANSLATION_FORM\"    ~ FAIL"})
    void waived(String fields, Verdict verdict) {
        assertEquals(verdict, waivers(entry(fields.replace("|", "\n"))).applied(failing()).verdict());
    }

    @Test @DisplayName("a waived vector says why, and keeps its differences")
    void reason() {
        Judgement waived = waivers(entry("ids = [\"*\"]")).applied(failing());
        assertEquals(Option.some("hash and tag are swapped"), waived.reason());
        assertEquals(failing().differences(), waived.differences());
    }

    @Test @DisplayName("a crash can be known too; what passes is never waived")
    void others() {
        Judgement crash = new Judge(hello(ITANIUM2), HashMap.empty(), false).judge(thash(), new Reply.Crashed("exited with code 1", ""));
        assertEquals(Verdict.WAIVED, waivers(entry("ids = [\"*\"]")).applied(crash).verdict());
        assertEquals(Verdict.PASS, waivers(entry("ids = [\"*\"]")).applied(passing()).verdict());
    }

    @Test @DisplayName("no clause decided what was not answered")
    void unanswered() {
        Judgement crash = new Judge(hello(ITANIUM2), HashMap.empty(), false).judge(thash(), new Reply.Crashed("exited with code 1", ""));
        assertEquals(List.of("TEMPLATE_ASSIGNED"), crash.decidedBy());
        assertEquals(Verdict.CRASH, waivers(entry("clause = \"TEMPLATE_ASSIGNED\"")).applied(crash).verdict());
        assertEquals(Verdict.CRASH, waivers(entry("ids = [\"*\"]\nclause = \"TEMPLATE_ASSIGNED\"")).applied(crash).verdict());
    }

    @Test @DisplayName("an entry whose vectors all pass is stale")
    void staleByPass() {
        Waivers waivers = waivers(entry("ids = [\"codec/thash/*\"]"));
        waivers.applied(passing());
        assertEquals(List.of("entry 1 (codec/thash/*) of the known failures is stale: what it names passed (1)"), stale(waivers));
    }

    @Test @DisplayName("an entry that waived something is not stale, whatever else it names passed")
    void used() {
        Waivers waivers = waivers(entry("ids = [\"codec/thash/*\"]"));
        waivers.applied(passing());
        waivers.applied(failing());
        assertEquals(List.empty(), stale(waivers));
    }

    @Test @DisplayName("an entry is stale if the pack has nothing that it names, and not if it was merely not run")
    void staleByAbsence() {
        String two = entry("ids = [\"codec/thash/*\"]") + entry("ids = [\"codec/gone/*\"]\nclause = \"NOP_FORM\"");
        assertEquals(List.of("entry 2 (codec/gone/*, clause NOP_FORM) of the known failures is stale: the pack has nothing that it names"),
            stale(waivers(two), reserved(1), thash()));
    }

    @Test @DisplayName("the pack is not read when every entry was used")
    void lazily() {
        Waivers waivers = waivers(entry("ids = [\"*\"]"));
        waivers.applied(failing());
        assertEquals(List.empty(), waivers.stale(() -> { throw new AssertionError("the pack was read"); }));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', value = {
        "[[known]]|ids = [\"a\"]                               ~ known.toml:1: known[1].reason is missing; say why",
        "[[known]]|ids = [\"a\"]|reason = \"\"                 ~ known.toml:1: known[1].reason is missing",
        "# x|[[known]]|reason = \"r\"                          ~ known.toml:2: known[1].ids is missing; name the vectors",
        "[[known]]|ids = \"a\"|reason = \"r\"                  ~ known.toml:1: known[1].ids is no array",
        "[[known]]|ids = []|reason = \"r\"                     ~ known.toml:1: known[1].ids is empty",
        "[[known]]|id = [\"a\"]|reason = \"r\"                 ~ known.toml:1: known[1].id is unknown; an entry has ids, clause, reason, url",
        "[[known]]|ids = [\"a\"]|reason = \"r\"|[[known]]|ids = [3]|reason = \"r\" ~ known.toml:4: known[2].ids holds 3",
        "[known]|ids = [\"a\"]                                 ~ known.toml:1: \"known\" is no list of entries; write [[known]]",
        "[[known]]|ids = [\"a\"]|reason = \"r\"|[[knwon]]      ~ known.toml:4: \"knwon\" is unknown",
        "[[known]]|ids = [\"a                                  ~ known.toml:2:",
        "[[known]|ids = [\"a\"]                                ~ write TOML"})
    void malformed(String lines, String message) {
        String said = assertThrows(UsageMistake.class, () -> KnownFailures.parse("known.toml", lines.replace("|", "\n"))).getMessage();
        assertTrue(said.contains(message), said);
    }

    @Test @DisplayName("a file without entries is no fault")
    void empty() {
        assertEquals(List.empty(), KnownFailures.parse("known.toml", "# nothing known\n").entries());
    }

    @Test @DisplayName("a file that is not there, or no text, is named")
    void unreadable(@TempDir Path folder) throws IOException {
        assertTrue(assertThrows(UsageMistake.class, () -> KnownFailures.read(folder.resolve("none.toml"))).getMessage().contains("there is no such file"));
        Path bytes = Files.write(folder.resolve("bytes.toml"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertTrue(assertThrows(UsageMistake.class, () -> KnownFailures.read(bytes)).getMessage().contains("no text in UTF-8"));
    }
}
