package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.function.Function;

/// What came of a stored finding when it was tried again.
///
/// @param finding   the finding
/// @param arguments its case; empty where its law takes others by now
/// @param trial     what came of it
public record Replay(Finding finding, List<Object> arguments, Result trial) {
    /// What came of it.
    public sealed interface Result { }

    /// It fails.
    public record Fails(String symptom, String message) implements Result { }

    /// It does not fail.
    public record Holds() implements Result { }

    /// It was tried, and nothing can be said: the law drops the case by now, or an adapter does not answer.
    public record Silent(String reason) implements Result { }

    /// It cannot be tried.
    public record Unreadable(String reason) implements Result { }

    /// {@return what comes of a finding on a candidate}
    public static Replay of(Candidate candidate, Finding finding) {
        try (Workers workers = new Workers(1, () -> new Bench(candidate.open(), 0, 0))) {
            return workers.run(Vector.of((Function<Bench, Replay>) bench -> Law.named(finding.law()).map(law -> of(bench, law, finding))
                .getOrElse(() -> new Replay(finding, List.of(), new Unreadable("there is no law " + finding.law())))), () -> false).head();
        }
    }

    static Replay of(Bench bench, Law law, Finding finding) {
        try {
            List<Object> arguments = Findings.arguments(law, finding.arguments());
            Result result = switch (bench.seat(law).tried(arguments)) {
                case Trial.Failed(var failure, var sign)   -> new Fails(failure.symptom(), failure.message());
                case Trial.Held held                       -> new Holds();
                case Trial.Discarded(var reason, var sign) -> new Silent(reason);
            };
            return new Replay(finding, arguments, result);
        } catch (NotationMistake mistake) {
            return new Replay(finding, List.of(), new Unreadable(mistake.getMessage()));
        }
    }

    void raise(Findings findings, Law law, int number) {
        if (trial instanceof Fails(var symptom, var message)) findings.raise(law, Stage.REPLAY, number, new Failure(symptom, message), arguments);
    }

    static String told(Seq<Replay> replays) {
        long fail = replays.count(replay -> replay.trial() instanceof Fails);
        long silent = replays.count(replay -> replay.trial() instanceof Silent);
        Seq<String> unreadable = replays.filter(replay -> replay.trial() instanceof Unreadable).map(replay -> replay.finding().id());
        return "%,d stored %s tried again: %,d %s%s%s".formatted(replays.size(), replays.size() == 1 ? "finding" : "findings", fail, fail == 1 ? "fails" : "fail",
            silent == 0 ? "" : "; of %,d nothing can be said".formatted(silent),
            unreadable.isEmpty() ? "" : "; cannot be read any more: " + unreadable.mkString(", "));
    }
}
