/// Adapters that are told of start states, and how they may mistreat them.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Twelve cases: the first four start anywhere, the next four from `low@1`, two from `high@1`, and two from `low@1` again.
@Timeout(30)
class BasesTest {

    private static final Base   LOW   = new Base("low@1", Json.object().put("count", "01").put("limit", "20"));
    private static final Base   HIGH  = new Base("high@1", Json.object().put("count", "1e"));
    private static final String OK    = "echo '{\"ok\":true}'";
    private static final String TELLS = "case $line in *'\"low@1\"'*) ";

    private static final Seq<Vector> VECTORS = List.rangeClosed(1, 4).map(number -> vector(number, Option.none()))
        .appendAll(List.rangeClosed(5, 8).map(number -> vector(number, Option.some(LOW))))
        .appendAll(List.of(9, 10).map(number -> vector(number, Option.some(HIGH))))
        .appendAll(List.of(11, 12).map(number -> vector(number, Option.some(LOW))));

    @TempDir Path folder;

    private static Vector vector(int number, Option<Base> base) {
        Stimulus bare = Stimulus.of(Examples.decode(Examples.reservedBundle(number)));
        return Examples.vector("codec/reserved/%04d".formatted(number), Level.MUST, Needs.none(),
            base.map(start -> bare.from(start, Json.object().put("limit", "%02x".formatted(number)))).getOrElse(bare),
            new Expectation(Outcome.MALFORMED, HashMap.empty(), Option.some("TEMPLATE_RESERVED"), HashMap.empty()), "model");
    }

    /// What came of a run, and every request that a process read.
    private record Told(Map<Integer, Judgement> judgements, Run.Result result, Seq<String> requests) {

        Verdict verdict(int number) {
            return judgements.get(number).get().verdict();
        }

        String why(int number) {
            return judgements.get(number).get().reason().getOrElse("");
        }

        Seq<Integer> with(Verdict verdict) {
            return List.rangeClosed(1, 12).filter(number -> judgements.get(number).exists(judgement -> judgement.verdict() == verdict));
        }

        /// The requests in a word each: the name of a base, the number of a case, `hello` for a new process.
        String order() {
            return requests.flatMap(line -> {
                if (line.contains("\"cmd\":\"hello\"")) return Option.some("hello");
                if (line.contains("\"cmd\":\"base\""))  return Option.some(Json.fields(line).text("name"));
                return Option.when(line.contains("\"cmd\":\"run\""), () -> "" + Integer.parseInt(line.replaceAll(".*\"06(0{20}.{10})\".*", "$1"), 16));
            }).mkString(" ");
        }
    }

    private Told run(String onBase) {
        return run(onBase, Hostile.ANSWER, 4, false);
    }

    private Told run(String onBase, String onRun, int window, boolean flat) {
        return run(onBase, onRun, ":", window, flat, false);
    }

    private Told run(String onBase, String onRun, String onFlush, int window, boolean flat, boolean failFast) {
        java.util.List<Judgement> judgements = new ArrayList<>();
        try (Adapter adapter = start(onBase, onRun, onFlush, window, flat)) {
            Judge judge = new Judge(adapter.hello(), HashMap.empty(), false);
            Run.Result result = new Run(adapter, judge, new Waivers(KnownFailures.none()), failFast).of(VECTORS.iterator(), VECTORS::iterator, judgements::add);
            return new Told(List.ofAll(judgements).toMap(judgement -> Integer.parseInt(judgement.vector().id().replaceAll(".*/", "")), judgement -> judgement),
                result, requests());
        }
    }

    private Adapter start(String onBase, String onRun, String onFlush, int window, boolean flat) {
        String script = """
            while IFS= read -r line; do
              printf '%s\\n' "$line" >> LOG
              case $line in
                *'"cmd":"hello"'*) HELLO ;;
                *'"cmd":"base"'*)  BASE ;;
                *'"cmd":"run"'*)   seq=${line#*'"seq":'}; seq=${seq%%,*}; RUN ;;
                *'"cmd":"flush"'*) FLUSH ;;
                *'"cmd":"bye"'*)   exit 0 ;;
              esac
            done
            """.replace("LOG", ShellWords.quote(folder.resolve("requests").toString())).replace("HELLO", Hostile.HELLO.replace("WINDOW", "" + window))
            .replace("BASE", onBase).replace("RUN", onRun).replace("FLUSH", onFlush);
        try {
            Path file = Files.writeString(folder.resolve("adapter.sh"), script);
            return new Adapter("sh " + ShellWords.quote(file.toString()), "0.1.0", Schemas.of(Path.of("vectors")), new Limits(2_000, 60_000, 500, 1 << 20, 3, 4, 6, 3), flat);
        } catch (IOException cannot) {
            throw new AssertionError(cannot);
        }
    }

    private Seq<String> requests() {
        try {
            return List.ofAll(Files.readAllLines(folder.resolve("requests")));
        } catch (IOException cannot) {
            throw new AssertionError(cannot);
        }
    }

    private static void says(String part, String message) {
        assertTrue(message.contains(part), message);
    }

    // What is right.

    @ParameterizedTest(name = "window {0}")
    @CsvSource({"1", "2", "4", "64"})
    @DisplayName("a process is told of a base once, before the first case that starts from it")
    void once(int window) {
        Told told = run(OK, Hostile.ANSWER, window, false);
        assertEquals(List.rangeClosed(1, 12), told.with(Verdict.PASS));
        assertEquals("hello 1 2 3 4 low@1 5 6 7 8 high@1 9 10 11 12", told.order());
        assertEquals(Exit.CONFORMS, told.result().exit(true));
    }

    @Test @DisplayName("a base is sent with its state, a case with its name and what differs; both follow the schema")
    void sent() {
        Seq<String> requests = run(OK).requests();
        assertTrue(requests.contains("{\"cmd\":\"base\",\"name\":\"low@1\",\"state\":{\"count\":\"01\",\"limit\":\"20\"}}"), requests::mkString);
        assertTrue(requests.contains("{\"cmd\":\"run\",\"seq\":5,\"case\":{\"kind\":\"codec\",\"needs\":{},\"base\":\"low@1\",\"pre\":{\"limit\":\"05\"},"
            + "\"in\":{\"decode\":\"06000000000000000000000000000005\"}}}"), requests::mkString);
        Schemas schemas = Schemas.of(Path.of("vectors"));
        assertEquals(List.empty(), requests.flatMap(line -> schemas.check(Schemas.Form.REQUEST, Json.parse(line))));
    }

    @Test @DisplayName("an adapter that answers on flush only is flushed after a base as well")
    void batches() {
        Told told = run("held=\"$held ok\"", "held=\"$held $seq\"",
            "for seq in $held; do case $seq in ok) " + OK + " ;; *) " + Hostile.ANSWER + " ;; esac; done; held=", 4, false, false);
        assertEquals(List.rangeClosed(1, 12), told.with(Verdict.PASS));
    }

    @Test @DisplayName("flat, no base is sent, and each case brings its whole start state")
    void flat() {
        Told told = run("exit 1", Hostile.ANSWER, 4, true);
        assertEquals(List.rangeClosed(1, 12), told.with(Verdict.PASS));
        assertEquals("hello 1 2 3 4 5 6 7 8 9 10 11 12", told.order());
        says("\"pre\":{\"count\":\"1e\",\"limit\":\"09\"},\"in\"", told.requests().mkString("\n"));
    }

    @Test @DisplayName("a process that is asked a second time is not told again")
    void secondTime() {
        try (Adapter adapter = start(OK, Hostile.ANSWER, ":", 4, false)) {
            adapter.ask(VECTORS.iterator(), (vector, reply) -> true);
            adapter.ask(VECTORS.drop(10).iterator(), (vector, reply) -> true);
            assertEquals(2, requests().count(line -> line.contains("\"cmd\":\"base\"")));
        }
    }

    @Test @DisplayName("after a crash the new process is told again, of what it needs")
    void restarted() {
        Told told = run(OK, "case $line in *" + Examples.reservedBundle(6) + "*) exit 1 ;; *) " + Hostile.ANSWER + " ;; esac", 2, false);
        assertEquals(List.of(6), told.with(Verdict.CRASH));
        assertEquals(11, told.with(Verdict.PASS).size());
        says("hello low@1", told.order().substring(told.order().indexOf("6")));
    }

    // What an adapter may say.

    @Test @DisplayName("the vectors of a base that cannot be set up are unsupported, for the reason given; none of them is sent")
    void cannot() {
        Told told = run(TELLS + "echo '{\"ok\":false,\"why\":\"no memory there\"}' ;; *) " + OK + " ;; esac");
        assertEquals(List.of(5, 6, 7, 8, 11, 12), told.with(Verdict.UNSUPPORTED));
        assertEquals(List.of(1, 2, 3, 4, 9, 10), told.with(Verdict.PASS));
        assertEquals("the base low@1: no memory there", told.why(12));
        assertEquals("hello 1 2 3 4 low@1 high@1 9 10", told.order());
        assertEquals(Exit.CONFORMS, told.result().exit(true));
    }

    @Test @DisplayName("one that never answers a base times out with its vectors, is told what is expected, and goes on with the others")
    void silent() {
        Told told = run(TELLS + ": ;; *) " + OK + " ;; esac");
        assertEquals(List.of(5, 6, 7, 8, 11, 12), told.with(Verdict.TIMEOUT));
        assertEquals(List.of(1, 2, 3, 4, 9, 10), told.with(Verdict.PASS));
        assertEquals("the adapter did not answer the base low@1 within 500 ms of the flush; the answer to a base is {\"ok\":true}; with --flat none is sent", told.why(5));
        assertEquals("hello 1 2 3 4 low@1 hello low@1 hello high@1 9 10", told.order(), "it is tried once more, before anything else");
    }

    @Test @DisplayName("one that dies on a base crashes with its vectors, and goes on with the others")
    void dies() {
        Told told = run(TELLS + "echo 'no such state' >&2; exit 3 ;; *) " + OK + " ;; esac");
        assertEquals(List.of(5, 6, 7, 8, 11, 12), told.with(Verdict.CRASH));
        assertEquals(List.of(1, 2, 3, 4, 9, 10), told.with(Verdict.PASS));
        assertEquals("the adapter exited with code 3 when it was sent the base low@1", told.why(8));
        assertEquals("no such state", told.judgements().get(8).get().reply().get().stderr().strip());
        assertEquals(Exit.WRONG, told.result().exit(false));
    }

    @Test @DisplayName("a base that brings down a process which had worked before is told once more; if that goes well, nobody is blamed")
    void diesOnce() {
        String once = folder.resolve("once").toString();
        Told told = run("[ -e " + once + " ] || { touch " + once + "; exit 1; }; " + OK);
        assertEquals(List.rangeClosed(1, 12), told.with(Verdict.PASS));
        assertEquals(List.of("once the adapter exited with code 1 when it was sent the base low@1; it was started again, and sent the base before anything else"),
            told.result().news());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "echo oops                                 ~ $ is no JSON object",
        "echo '{}'                                 ~ $.ok is missing",
        "echo '{\"okay\":true}'                    ~ $.ok is missing",
        "echo '{\"ok\":\"yes\"}'                   ~ $.ok is \"yes\"",
        "echo '{\"ok\":false}'                     ~ $.why is missing",
        "echo '{\"ok\":false,\"why\":\"\"}'        ~ $.why",
        "echo '[true]'                             ~ $ is no JSON object",
        "echo                                      ~ $ is no JSON object",
        "printf '\\303\\050\\n'                    ~ $ is no text in UTF-8",
        "head -c 1100000 /dev/zero | tr '\\0' x    ~ $ is longer than 1,048,576 bytes"})
    @DisplayName("nonsense is an error of the vectors of the base, with the remedy; the others are judged")
    void nonsense(String shell, String problem) {
        Told told = run(TELLS + shell + " ;; *) " + OK + " ;; esac");
        assertEquals(List.of(5, 6, 7, 8, 11, 12), told.with(Verdict.ERROR));
        assertEquals(List.of(1, 2, 3, 4, 9, 10), told.with(Verdict.PASS));
        says(problem, told.why(5));
        says("answer the base low@1 with {\"ok\":true}, or with {\"ok\":false,\"why\":\"…\"} if it cannot be set up", told.why(5));
        assertEquals(Exit.ADAPTER, told.result().exit(false));
    }

    @Test @DisplayName("an answer to a case that comes instead is told; the base is still awaited")
    void stray() {
        Told told = run(TELLS + "echo '{\"seq\":1,\"outcome\":\"malformed\"}'; " + OK + " ;; *) " + OK + " ;; esac");
        assertEquals(List.rangeClosed(1, 12), told.with(Verdict.PASS));
        says("$.seq is 1, which was answered before", told.result().breaches().map(Breach::text).mkString());
    }

    @Test @DisplayName("a base that is answered twice is told; the third time stops the run")
    void twice() {
        Told told = run(TELLS + OK + "; " + OK + " ;; *) " + OK + " ;; esac");
        assertEquals(List.rangeClosed(1, 12), told.with(Verdict.PASS));
        says("$.ok answers a base, and none was sent since the last answer to one; answer each base once", told.result().breaches().map(Breach::text).mkString());
        assertEquals(Exit.ADAPTER, told.result().exit(false));
        says("broke the protocol 3 times", run(OK + "; " + OK + "; " + OK + "; " + OK).result().stopped().getOrElse("it went on"));
    }

    @Test @DisplayName("one that dies on every base and every case stops the run")
    void hopeless() {
        Told told = run("exit 1", "exit 1", 4, false);
        says("the adapter has answered nothing, and failed 4 times", told.result().stopped().getOrElse("it went on"));
    }

    @Test @DisplayName("a run that stops at the first failure stops at a base that failed")
    void failFast() {
        Told told = run("exit 1", Hostile.ANSWER, ":", 4, false, true);
        assertEquals(List.of(5), told.with(Verdict.CRASH));
        assertEquals(5, told.judgements().size());
    }
}
