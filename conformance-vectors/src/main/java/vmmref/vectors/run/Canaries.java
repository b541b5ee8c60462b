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

    private record Canary(Judgement passed, Alteration alteration) { }

    private final Judge judge;
    private final Again again;
    private final TreeMap<String, Canary> kept = new TreeMap<>();

    Canaries(Judge judge) {
        this(judge, judge::judge);
    }

    Canaries(Judge judge, Again again) {
        this.judge = judge;
        this.again = again;
    }

    @Override
    public void judged(Judgement judgement) {
        if (judgement.verdict() != Verdict.PASS) return;
        String hash = Json.sha256(judgement.vector().id().getBytes(StandardCharsets.UTF_8));
        if (kept.size() == MOST && hash.compareTo(kept.lastKey()) > 0) return;
        alteration(judgement, hash).forEach(alteration -> kept.put(hash, new Canary(judgement, alteration)));
        if (kept.size() > MOST) kept.pollLastEntry();
    }

    /// {@return what comes of judging them again}
    Sensitivity sensitivity() {
        Seq<Canary> canaries = List.ofAll(kept.values());
        return new Sensitivity(canaries.size(), canaries.reject(this::noticed).map(canary -> new Sensitivity.Missed(canary.passed().vector().id(),
            canary.alteration().place(), canary.alteration().expected(), canary.alteration().altered())));
    }

    private boolean noticed(Canary canary) {
        Judgement judgement = again.judge(canary.passed().vector(), canary.alteration().expectation(), canary.passed().reply().get());
        return judgement.verdict() == canary.alteration().due();
    }

    /// One of the possible alterations, chosen by the hash: first how, then where.
    private Option<Alteration> alteration(Judgement passed, String hash) {
        Seq<Seq<Alteration>> ways = Alteration.ways(passed, judge.hello(), judge.kind(passed.vector())).reject(Seq::isEmpty);
        return Option.when(!ways.isEmpty(), () -> chosen(chosen(ways, hash, 0), hash, 1));
    }

    private static <T> T chosen(Seq<T> all, String hash, int part) {
        int start = "sha256:".length() + part * 7;
        return all.get(Integer.parseInt(hash.substring(start, start + 7), 16) % all.size());
    }
}
