/// Adapters, and how they may fail: nothing hangs, nobody else is blamed, no process stays.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.format.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

    private static void onlyOneWentWrong(Hostile.Outcome outcome, int culprit, Verdict verdict) {
        assertEquals(verdict, outcome.verdict(culprit));
        assertEquals(CASES - 1, outcome.count(Verdict.PASS), "the others passed");
        assertEquals(CASES, outcome.result().tally().judged());
        assertTrue(outcome.result().stopped().isEmpty(), outcome.result().stopped()::toString);
    }

    private String unfriendly(UnaryOperator<Hostile> change) {
        return assertThrows(AdapterBreakdown.class, () -> change.apply(honest).run(CASES)).getMessage();
    }

    private static void says(String part, String message) {
        assertTrue(message.contains(part), message);
    }

    // What is right.

    @ParameterizedTest(name = "window {0}")
    @CsvSource({"1", "2", "8", "64", "100000"})
    @DisplayName("an honest adapter passes, whatever its window")
    void right(int window) {
        Hostile.Outcome outcome = Hostile.honest(folder, window).run(CASES);
        assertEquals(CASES, outcome.count(Verdict.PASS));
        assertEquals(Exit.CONFORMS, outcome.result().exit(true));
        assertEquals(List.empty(), outcome.result().news());
    }

    @Test @DisplayName("an adapter that answers on flush only is flushed whenever the runner waits")
    void batches() {
        Hostile.Outcome outcome = honest.running("held=\"$held $seq\"").flushing("for seq in $held; do " + Hostile.ANSWER + "; done; held=").run(CASES);
        assertEquals(CASES, outcome.count(Verdict.PASS));
    }

    @Test @DisplayName("answers may come in any order")
    void anyOrder() {
        Hostile.Outcome outcome = honest.running("held=\"$seq $held\"").flushing("for seq in $held; do " + Hostile.ANSWER + "; done; held=").run(CASES);
        assertEquals(CASES, outcome.count(Verdict.PASS));
    }

    @Test @DisplayName("fields that the protocol does not know are ignored")
    void unknownFields() {
        assertEquals(CASES, honest.running("echo \"{\\\"seq\\\":$seq,\\\"outcome\\\":\\\"malformed\\\",\\\"mood\\\":\\\"fine\\\"}\"").run(CASES).count(Verdict.PASS));
    }

    // It does not start.

    @Test @DisplayName("a program that does not exist is named")
    void noProgram() {
        String said = assertThrows(AdapterBreakdown.class, () -> Adapter.start("/no/such/program x", "0.1.0", Schemas.of(Path.of("vectors")))).getMessage();
        says("the adapter does not start", said);
        says("/no/such/program", said);
    }

    @Test @DisplayName("one that exits at once is quoted: its code, and what it said")
    void exitsAtOnce() {
        String said = unfriendly(adapter -> adapter.greeting("echo 'no emulator here' >&2; exit 9"));
        says("the adapter exited with code 9 before it said hello", said);
        says("no emulator here", said);
    }

    @Test @DisplayName("one that never says hello is told to flush")
    void noHello() {
        says("the adapter said nothing within 2000 ms of hello; does it read standard input, and flush", unfriendly(adapter -> adapter.greeting(":")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "echo Welcome!                              ~ line 1 of its output: $ is no JSON",
        "echo Welcome!                              ~ write answers only to standard output, and everything else to standard error; it wrote: Welcome!",
        "echo                                       ~ write no empty lines to standard output",
        "echo '[]'                                  ~ write one object a line",
        "echo '{}'                                  ~ hello is answered with proto, impl, kinds, profile and level",
        "echo '{\"proto\":2}'                       ~ $.",
        "printf '\\377\\376\\n'                     ~ is no text in UTF-8",
        "head -c 1100000 /dev/zero                  ~ is longer than 1,048,576 bytes; end each answer with a line feed"})
    void brokenHello(String shell, String message) {
        says(message, unfriendly(adapter -> adapter.greeting(shell)));
    }

    @Test @DisplayName("a hello must be the same after a restart")
    void twoFaced() {
        Hostile.Outcome outcome = honest.greeting("touch " + folder + "/started$(ls " + folder + " | wc -l); " + honest.onHello().replace("hostile", "'$(ls " + folder + " | wc -l)'"))
            .failing(3, "exit 1").run(CASES);
        says("introduced itself differently", outcome.result().stopped().getOrElse("it went on"));
        assertEquals(Exit.ADAPTER, outcome.result().exit(false));
    }

    // It dies.

    @Test @DisplayName("the case that kills it gets the verdict, with the signal and its last words; the others are judged")
    void crash() {
        Hostile.Outcome outcome = honest.failing(5, "echo 'assertion failed: unit' >&2; kill -SEGV $$").run(CASES);
        onlyOneWentWrong(outcome, 5, Verdict.CRASH);
        says("exited with code 139 (signal 11, segmentation violation)", outcome.why(5));
        assertEquals("assertion failed: unit", outcome.judgement(5).reply().get().stderr().strip());
        assertEquals(Exit.WRONG, outcome.result().exit(false));
    }

    @Test @DisplayName("an exit in the middle is a crash, whatever its code")
    void exits() {
        Hostile.Outcome outcome = honest.failing(1, "exit 0").run(CASES);
        onlyOneWentWrong(outcome, 1, Verdict.CRASH);
        says("exited with code 0", outcome.why(1));
    }

    @Test @DisplayName("so is the end of the output, with the line that was cut off")
    void closesOutput() {
        Hostile.Outcome outcome = honest.failing(12, "printf '{\"seq\":'; exec 1>&-; sleep 20").run(CASES);
        onlyOneWentWrong(outcome, 12, Verdict.CRASH);
        says("closed its standard output, in the middle of a line: {\"seq\":", outcome.why(12));
    }

    @Test @DisplayName("several cases that kill it are found one after the other")
    void crashes() {
        Hostile.Outcome outcome = honest.failing(2, "exit 1").failing(3, "exit 1").failing(9, "exit 1").run(CASES);
        assertEquals(List.of(2, 3, 9), List.rangeClosed(1, CASES).filter(number -> outcome.verdict(number) == Verdict.CRASH));
        assertEquals(CASES - 3, outcome.count(Verdict.PASS));
    }

    @Test @DisplayName("a batching adapter that dies on flush is asked one by one")
    void crashInBatch() {
        Hostile.Outcome outcome = honest.running("held=\"$held $seq\"; case $line in *" + Examples.reservedBundle(6) + "*) bad=1 ;; esac")
            .flushing("[ -z \"$bad\" ] || exit 3; for seq in $held; do " + Hostile.ANSWER + "; done; held=").run(CASES);
        onlyOneWentWrong(outcome, 6, Verdict.CRASH);
    }

    @Test @DisplayName("a crash that does not happen again is told, and blamed on nobody")
    void crashOnce() {
        Hostile.Outcome outcome = honest.failing(4, "[ -e " + folder + "/once ] || { touch " + folder + "/once; exit 1; }; " + Hostile.ANSWER).run(CASES);
        assertEquals(CASES, outcome.count(Verdict.PASS));
        says("once, with several cases outstanding, the adapter exited with code 1", outcome.result().news().mkString());
    }

    @Test @DisplayName("one that dies on everything stops the run")
    void alwaysDies() {
        Hostile.Outcome outcome = honest.running("exit 1").run(100);
        says("the adapter has answered nothing, and failed 4 times; the last time, it exited with code 1", outcome.result().stopped().getOrElse("it went on"));
        assertEquals(Exit.ADAPTER, outcome.result().exit(false));
    }

    @Test @DisplayName("so does one that dies on everything from some case on")
    void diesFromThenOn() {
        Hostile.Outcome outcome = honest.running("[ $seq -lt 30 ] || exit 1; " + Hostile.ANSWER).run(200);
        says("the adapter failed 6 times in a row", outcome.result().stopped().getOrElse("it went on"));
        assertTrue(outcome.count(Verdict.PASS) >= 29);
    }

    @Test @DisplayName("so does one that does not come up again")
    void noRestart() {
        String hello = "[ ! -e " + folder + "/dead ] || exit 7; touch " + folder + "/dead; " + honest.onHello();
        says("exited with code 7 before it said hello", honest.greeting(hello).failing(2, "exit 1").run(CASES).result().stopped().getOrElse("it went on"));
    }

    // It hangs.

    @Test @DisplayName("the case that hangs it gets the verdict; the others are judged")
    void hang() {
        Hostile.Outcome outcome = honest.failing(7, "sleep 20").run(CASES);
        onlyOneWentWrong(outcome, 7, Verdict.TIMEOUT);
        says("did not answer within 500 ms of the flush", outcome.why(7));
        assertTrue(outcome.millis() < 5_000, () -> outcome.millis() + " ms");
    }

    @Test @DisplayName("a case that is never answered is a time-out, though every other one is answered")
    void swallowed() {
        onlyOneWentWrong(honest.failing(7, ":").run(CASES), 7, Verdict.TIMEOUT);
    }

    @Test @DisplayName("one that never answers is told to flush, and stops the run")
    void silent() {
        Hostile.Outcome outcome = honest.running(":").run(CASES);
        says("does it flush standard output after each line?", outcome.result().stopped().getOrElse("it went on"));
        assertEquals(Exit.ADAPTER, outcome.result().exit(false));
    }

    @Test @DisplayName("one that never reads does not hold the runner up")
    void neverReads() {
        Seq<vmmref.vectors.format.Vector> many = Examples.reservedOnes(3_000);
        Hostile.Outcome outcome = Hostile.honest(folder, 100_000).greeting(Hostile.HELLO.replace("WINDOW", "100000") + "; sleep 20").run(many);
        assertTrue(outcome.result().stopped().isDefined());
        assertTrue(outcome.millis() < 8_000, () -> outcome.millis() + " ms");
    }

    @Test @DisplayName("a slow adapter is not a hanging one: the clock runs anew from each answer")
    void slow() {
        assertEquals(6, honest.running("sleep 0.2; " + Hostile.ANSWER).run(6).count(Verdict.PASS));
    }

    @Test @DisplayName("one that ignores bye is ended, and that is told")
    void ignoresBye() {
        Hostile lingering = honest.leaving("sleep 20");
        Adapter adapter = lingering.start();
        adapter.close();
        assertEquals(List.of("the adapter did not exit within 500 ms of bye, and was ended"), adapter.news());
    }

    // It talks nonsense.

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "echo oops                                             ~ $ is no JSON",
        "echo \"{'seq': $seq, 'outcome': 'malformed'}\"        ~ quote with \", as JSON does; in Python, json.dumps does it",
        "echo \"[{\\\"seq\\\":$seq}]\"                         ~ write one object a line, not an array of them",
        "echo '{\"outcome\":\"malformed\"}'                    ~ $.seq is missing; copy the seq of the request",
        "echo \"{\\\"seq\\\":\\\"$seq\\\"}\"                   ~ $.seq is the string \"",
        "printf '\\303\\050\\n'                                ~ $ is no text in UTF-8",
        "echo \"{\\\"seq\\\":$seq,\\\"seq\\\":$seq}\"          ~ Duplicate",
        "yes                                                   ~ it wrote: y",
        "head -c 1100000 /dev/zero | tr '\\0' x                ~ is longer than 1,048,576 bytes; end each answer with a line feed",
        "yes | tr -d '\\n'                                     ~ is longer than 1,048,576 bytes"})
    void garbage(String shell, String message) {
        Hostile.Outcome outcome = honest.failing(5, shell).run(CASES);
        onlyOneWentWrong(outcome, 5, Verdict.ERROR);
        says(message, outcome.why(5));
        assertEquals(Exit.ADAPTER, outcome.result().exit(false));
        assertEquals(1, outcome.result().breaches().size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "\\\"outcome\\\":\\\"ok\\\"                                ~ $.outcome is \"ok\"",
        "\\\"outcome\\\":\\\"done\\\"                              ~ $.delta is missing; done needs its places",
        "\\\"outcome\\\":\\\"done\\\",\\\"delta\\\":{\\\"slot0\\\":1} ~ $.delta.slot0 is 1",
        "\\\"outcome\\\":\\\"unsupported\\\"                       ~ unsupported needs a reason",
        "\\\"outcome\\\":\\\"error\\\"                             ~ error needs a detail",
        "\\\"nothing\\\":1                                         ~ $.outcome is missing"})
    @DisplayName("an answer that breaks the schema is blamed on its case, with path and likely mistake, and the process goes on")
    void schema(String fields, String message) {
        Hostile.Outcome outcome = honest.failing(5, "echo \"{\\\"seq\\\":$seq," + fields + "}\"").run(CASES);
        onlyOneWentWrong(outcome, 5, Verdict.ERROR);
        says(message, outcome.why(5));
        says("line 6 of its output", outcome.why(5));
        assertEquals(Exit.ADAPTER, outcome.result().exit(false));
    }

    @Test @DisplayName("garbage again and again stops the run, after three cases were named")
    void garbageForEver() {
        Hostile.Outcome outcome = honest.running("case $seq in 1|2) " + Hostile.ANSWER + " ;; *) echo debug ;; esac").run(100);
        says("the adapter broke the protocol 3 times", outcome.result().stopped().getOrElse("it went on"));
        assertEquals(3, outcome.count(Verdict.ERROR));
    }

    @Test @DisplayName("an answer given twice is told once per time, and stops nothing until the third")
    void twice() {
        Hostile.Outcome outcome = honest.failing(4, Hostile.ANSWER + "; " + Hostile.ANSWER).run(CASES);
        assertEquals(CASES, outcome.count(Verdict.PASS));
        says("$.seq is 4, which was answered before; answer each request once", outcome.result().breaches().map(Breach::text).mkString());
        assertEquals(Exit.ADAPTER, outcome.result().exit(false));
        says("broke the protocol 3 times", honest.running(Hostile.ANSWER + "; " + Hostile.ANSWER).run(CASES).result().stopped().getOrElse("it went on"));
    }

    @Test @DisplayName("an answer to nothing that was asked is told, and the case that it was meant for times out")
    void unknownSeq() {
        Hostile.Outcome outcome = honest.failing(4, "echo '{\"seq\":99999,\"outcome\":\"malformed\"}'").run(CASES);
        assertEquals(Verdict.TIMEOUT, outcome.verdict(4));
        says("$.seq is 99999, which was never asked; copy the seq of the request", outcome.result().breaches().map(Breach::text).mkString());
    }

    @Test @DisplayName("talk on standard error does no harm, however much it is")
    void noise() {
        Hostile.Outcome outcome = honest.running("head -c 300000 /dev/zero | tr '\\0' n >&2; " + Hostile.ANSWER).run(CASES);
        assertEquals(CASES, outcome.count(Verdict.PASS));
        assertTrue(outcome.judgements().values().forAll(judgement -> judgement.reply().get().stderr().length() <= 4_097));
    }

    // Nothing stays.

    @Test @DisplayName("no process is left behind: not a child, and not an orphan of a child that died")
    void nothingStays() throws IOException, InterruptedException {
        honest.failing(3, "sleep 61 & sleep 62").failing(8, "sleep 63 & exit 1").leaving("sleep 64 & sleep 65").run(CASES);
        assertFalse(running("sleep\0" + "6"), "a child of the adapter still runs");
    }

    private static boolean running(String commandLine) throws IOException, InterruptedException {
        boolean found = true;
        for (int attempt = 0; found && attempt < 20; attempt++) {
            Thread.sleep(50);
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                found = processes.anyMatch(process -> commandLine(process).startsWith(commandLine));
            }
        }
        return found;
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
