/// Answers in a file, of a simulator that ran by itself.
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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class JudgeAnswersTest {

    private static final String HELLO = "{\"proto\":1,\"impl\":{\"name\":\"overnight\",\"version\":\"2\",\"lang\":\"?\"},\"kinds\":[\"codec\"],"
        + "\"profile\":{\"brl\":true,\"ld16\":false,\"vmsw\":false,\"msr\":true},\"level\":\"observe\"}\n";

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

    private static void says(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    private static void exits(int exit, Typed typed) {
        assertEquals(exit, typed.exit(), typed::all);
    }

    @Test @DisplayName("answers in a file are judged")
    void answers() throws IOException {
        Path file = Files.writeString(folder.resolve("answers.jsonl"), HELLO
            + "{\"id\":\"codec/reserved/0001\",\"outcome\":\"malformed\"}\n{\"id\":\"codec/reserved/0002\",\"outcome\":\"malformed\"}\n");
        Typed typed = typed("judge", file.toString());
        exits(0, typed);
        says("overnight 2 conforms: of 2 vectors", typed.out());
    }

    @Test @DisplayName("with a selection, silence is an error")
    void silence() throws IOException {
        Path file = Files.writeString(folder.resolve("answers.jsonl"), HELLO + "{\"id\":\"codec/reserved/0001\",\"outcome\":\"malformed\"}\n");
        Typed typed = typed("judge", file.toString(), "-k", "codec/reserved/*");
        exits(1, typed);
        says("pass 1  fail 0  error 1", typed.out());
        says("has no answer to it in " + file, typed.out());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "{\"id\":\"codec/reserved/0001\",\"outcome\":\"ok\"}            ~ line 2 of its output: $.outcome is \"ok\"",
        "{\"id\":\"codec/reserved/0001\"}                               ~ $.outcome is missing",
        "oops                                                           ~ is no JSON object",
        "{\"outcome\":\"malformed\"}                                    ~ $.id is missing",
        "{\"id\":\"codec/reserved/0002\",\"outcome\":\"malformed\"}     ~ which was answered before"})
    void badLine(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.jsonl"), HELLO + line + "\n{\"id\":\"codec/reserved/0002\",\"outcome\":\"malformed\"}\n");
        Typed typed = typed("judge", file.toString());
        exits(3, typed);
        says(message, typed.out());
    }

    @Test @DisplayName("answers to vectors that the pack does not have are told")
    void unknownId() throws IOException {
        Path file = Files.writeString(folder.resolve("answers.jsonl"), HELLO
            + "{\"id\":\"codec/reserved/0001\",\"outcome\":\"malformed\"}\n{\"id\":\"codec/other/0001\",\"outcome\":\"malformed\"}\n");
        says("1 answers are to no vector of the pack, for example to codec/other/0001", typed("judge", file.toString()).out());
    }

    @Test @DisplayName("a file without a hello is refused, with the remedy")
    void noHello() throws IOException {
        Path file = Files.writeString(folder.resolve("answers.jsonl"), "{\"id\":\"codec/reserved/0001\",\"outcome\":\"malformed\"}\n");
        Typed typed = typed("judge", file.toString());
        exits(3, typed);
        says("the first line is the answer to hello", typed.err());
    }
}
