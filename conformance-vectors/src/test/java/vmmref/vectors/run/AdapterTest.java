/// Adapters that do what is right, and what is known of those that do not besides the verdicts; {@link HostileTest} has the hostile ones.
package vmmref.vectors.run;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(30)
class AdapterTest {

    private static final int CASES = 12;

    @TempDir Path folder;
    Hostile honest;

    @BeforeEach
    void honest() {
        honest = Hostile.honest(folder, 8);
    }

    @ParameterizedTest(name = "window {0}")
    @CsvSource({"1", "2", "8", "64", "100000"})
    @DisplayName("an honest adapter passes, whatever its window")
    void right(int window) {
        Hostile.Outcome outcome = Hostile.honest(folder, window).run(CASES);
        assertEquals(CASES, outcome.count(Verdict.PASS));
        assertEquals(Exit.CONFORMS, outcome.result().exit(true));
        assertEquals(List.empty(), outcome.result().news());
    }

    @Test @DisplayName("the last words of a process are kept with the case that ended it")
    void lastWords() {
        Hostile.Outcome outcome = honest.failing(5, "echo 'assertion failed: unit' >&2; kill -SEGV $$").run(CASES);
        assertEquals(Verdict.CRASH, outcome.verdict(5));
        assertEquals("assertion failed: unit", outcome.judgement(5).reply().get().stderr().strip());
    }

    @Test @DisplayName("of much talk on standard error, the end is kept, in whole characters")
    void noise() {
        Hostile.Outcome outcome = honest.running("yes '€𝄞' | head -c 300000 >&2; " + Hostile.ANSWER).run(CASES);
        assertEquals(CASES, outcome.count(Verdict.PASS));
        assertTrue(outcome.judgements().values().forAll(judgement -> judgement.reply().get().stderr().length() <= 4_097));
        assertTrue(outcome.judgements().values().map(judgement -> judgement.reply().get().stderr())
            .forAll(said -> said.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)));
    }

    @Test @DisplayName("what happens again and again is told once, with a number")
    void news() {
        Hostile.Outcome outcome = Hostile.honest(folder, 1).running(Hostile.ANSWER + "; sleep 0.1; exit 0").run(CASES);
        assertEquals(List.of("once, the adapter exited with code 0; started again, it answered the case that was outstanding (6 times)"), outcome.result().news());
    }

    @Test @DisplayName("a process that is gone leaves no thread behind")
    void threads() throws InterruptedException {
        honest.failing(2, "exit 1").failing(5, "sleep 60 & exit 1").failing(9, "exec 1>&-; sleep 60").run(CASES);
        boolean left = true;
        for (int attempt = 0; left && attempt < 40; attempt++) {
            Thread.sleep(50);
            left = Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().startsWith("vmmref-adapter"));
        }
        assertFalse(left, "a thread still waits for an adapter that is gone");
    }

    @Test @DisplayName("no process is left behind: not a child, and not an orphan of a child that died")
    void nothingStays() throws IOException, InterruptedException {
        String ours = "." + ProcessHandle.current().pid();
        honest.failing(3, "sleep 61%1$s & sleep 62%1$s".formatted(ours)).failing(8, "sleep 63%s & exit 1".formatted(ours))
            .leaving("sleep 64%1$s & sleep 65%1$s".formatted(ours)).run(CASES);
        assertFalse(running(ours + "\0"), "a child of the adapter still runs");
    }

    private static boolean running(String end) throws IOException, InterruptedException {
        boolean found = true;
        for (int attempt = 0; found && attempt < 20; attempt++) {
            Thread.sleep(50);
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                found = processes.anyMatch(process -> commandLine(process).endsWith(end));
            }
        }
        return found;
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
