/// Answers that passed, kept to be judged again by expectations that they must not meet.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Vector;

/// Nobody else tests the judge while it judges. The answers with the smallest hashes of ids are kept, so that they are always the same and
/// the run's length does not matter. Canaries have no ids, never reach the implementation and are not counted among the vectors.
final class Canaries implements Run.Listener {

    private static final int MOST = 32;

    /// Judges an answer as if something else were expected.
    @FunctionalInterface
    interface Again {
        Judgement judge(Vector vector, Expectation expected, Reply reply);
    }

    private final Judge judge;
    private final Again again;
    private final TreeMap<String, Judgement> kept = new TreeMap<>();

    Canaries(Judge judge) {
        this(judge, judge::judge);
    }

    Canaries(Judge judge, Again again) {
        this.judge = judge;
        this.again = again;
    }

    @Override
    public void judged(Judgement judgement) {
        if (judgement.verdict() != Verdict.PASS || !Alteration.possible(judgement)) return;
        kept.put(Json.sha256(judgement.vector().id().getBytes(StandardCharsets.UTF_8)), judgement);
        if (kept.size() > MOST) kept.pollLastEntry();
    }

    /// {@return what comes of judging them again}
    Sensitivity sensitivity() {
        return new Sensitivity(kept.size(), List.ofAll(kept.entrySet()).flatMap(canary -> missed(canary.getValue(), alteration(canary.getValue(), canary.getKey()))));
    }

    private Option<Sensitivity.Missed> missed(Judgement passed, Alteration alteration) {
        Judgement judgement = again.judge(passed.vector(), alteration.expectation(), passed.reply().get());
        return Option.when(judgement.verdict() != alteration.due(), () ->
            new Sensitivity.Missed(passed.vector().id(), alteration.place(), alteration.expected(), alteration.altered()));
    }

    /// One of the possible alterations, chosen by the hash: first how, then where.
    private Alteration alteration(Judgement passed, String hash) {
        return chosen(chosen(Alteration.ways(passed, judge.hello(), judge.kind(passed.vector())).reject(Seq::isEmpty), hash, 0), hash, 1);
    }

    private static <T> T chosen(Seq<T> all, String hash, int part) {
        int start = "sha256:".length() + part * 7;
        return all.get(Integer.parseInt(hash.substring(start, start + 7), 16) % all.size());
    }
}
