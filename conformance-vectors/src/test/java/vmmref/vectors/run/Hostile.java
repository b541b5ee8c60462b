/// Adapters that misbehave, as shell scripts; and what a run makes of them.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Vector;

/// `sh` reads a request into `line` and its number into `seq`, and then does as it is told. An honest adapter answers every one of
/// {@link Examples#reserved} with `malformed`. The shell functions before the loop are for {@link Behaviour}.
record Hostile(Path folder, String onHello, String onRun, String onFlush, String onBye, Limits limits) {

    static final String HELLO = "echo '{\"proto\":1,\"impl\":{\"name\":\"hostile\",\"version\":\"1\",\"lang\":\"sh\"},\"kinds\":[\"codec\"],"
        + "\"profile\":{\"brl\":true,\"vmsw\":false,\"msr\":true},\"level\":\"observe\",\"window\":WINDOW,\"timeout_ms\":500}'";
    static final String ANSWER = "echo \"{\\\"seq\\\":$seq,\\\"outcome\\\":\\\"malformed\\\"}\"";

    private static final Schemas SCHEMAS = Schemas.of(Path.of("vectors"));
    private static final Limits  LIMITS  = new Limits(2_000, 60_000, 500, 1 << 20, 3, 4, 6, 3);

    /// What came of a run. `verdicts` by the last part of the id.
    record Outcome(Map<String, Judgement> judgements, Run.Result result, long millis) {

        Verdict verdict(int number) {
            return judgement(number).verdict();
        }

        Judgement judgement(int number) {
            return judgements.get("%04d".formatted(number)).getOrElseThrow(() -> new AssertionError("no verdict on " + number));
        }

        String why(int number) {
            return judgement(number).reason().getOrElse("");
        }

        int count(Verdict verdict) {
            return result.tally().count(verdict);
        }
    }

    /// {@return an adapter that does everything right, with a window}
    static Hostile honest(Path folder, int window) {
        return new Hostile(folder, HELLO.replace("WINDOW", "" + window), ANSWER, ":", "exit 0", LIMITS);
    }

    Hostile greeting(String shell) {
        return new Hostile(folder, shell, onRun, onFlush, onBye, limits);
    }

    Hostile running(String shell) {
        return new Hostile(folder, onHello, shell, onFlush, onBye, limits);
    }

    Hostile flushing(String shell) {
        return new Hostile(folder, onHello, onRun, shell, onBye, limits);
    }

    Hostile leaving(String shell) {
        return new Hostile(folder, onHello, onRun, onFlush, shell, limits);
    }

    /// {@return an adapter that does something else with one case}
    Hostile failing(int number, String shell) {
        return running("case $line in *" + Examples.reservedBundle(number) + "*) " + shell + " ;; *) " + onRun + " ;; esac");
    }

    /// Starts it.
    Adapter start() {
        return new Adapter("sh " + ShellWords.quote(script().toString()), "0.1.0", SCHEMAS, limits);
    }

    /// Starts it, and judges it by so many vectors.
    Outcome run(int count) {
        return run(Examples.reservedOnes(count));
    }

    Outcome run(Seq<Vector> vectors) {
        long start = System.nanoTime();
        java.util.List<Judgement> judgements = new ArrayList<>();
        Run.Result result;
        try (Adapter adapter = start()) {
            Judge judge = new Judge(adapter.hello(), HashMap.empty(), false);
            result = new Run(adapter, judge, new Waivers(KnownFailures.none()), false).of(vectors.iterator(), vectors::iterator, judgements::add);
        }
        return new Outcome(List.ofAll(judgements).toMap(judgement -> judgement.vector().id().replaceAll(".*/", ""), judgement -> judgement), result,
            (System.nanoTime() - start) / 1_000_000);
    }

    private Path script() {
        return script(text -> text);
    }

    /// Writes the script, changed.
    Path script(UnaryOperator<String> change) {
        String script = """
            proto=1 name=hostile kinds='["codec"]' profile='{"brl":true,"vmsw":false,"msr":true}' level=observe window=16 timeout=800 more=
            greet() { printf '{"proto":%s,"impl":{"name":"%s","version":"1","lang":"sh"},"kinds":%s,"profile":%s,"level":"%s","window":%s,"timeout_ms":%s%s}\\n' \\
              "$proto" "$name" "$kinds" "$profile" "$level" "$window" "$timeout" "$more"; }
            answer() { printf '{"seq":%s,%s}\\n' "$seq" "$1"; }
            right() { answer '"outcome":"malformed"'; }
            of() { head -c "$1" /dev/zero | tr '\\0' "$2"; }
            pad() { start="{\\"seq\\":$seq,\\"outcome\\":\\"malformed\\",\\"pad\\":\\""; printf '%s%s"}\\n' "$start" "$(of $(($1 - ${#start} - 2)) x)"; }
            while IFS= read -r line; do
              case $line in
                *'"cmd":"hello"'*) HELLO ;;
                *'"cmd":"run"'*)   seq=${line#*'"seq":'}; seq=${seq%%,*}; RUN ;;
                *'"cmd":"flush"'*) FLUSH ;;
                *'"cmd":"bye"'*)   BYE ;;
              esac
            done
            """.replace("HELLO", onHello).replace("RUN", onRun).replace("FLUSH", onFlush).replace("BYE", onBye);
        try {
            return Files.writeString(folder.resolve("adapter.sh"), change.apply(script));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
