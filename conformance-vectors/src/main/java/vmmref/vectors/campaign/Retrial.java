/// Whether a find shows itself again without its campaign.
package vmmref.vectors.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.ArrayList;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Replay;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.Verdict;

/// A find of a member of the zoo, tried again on the member and on the reference: its stored case, and the vectors that it was promoted to, read back from their text.
///
/// @param fails   whether the stored case fails for the member
/// @param right   whether it holds for the reference: otherwise it says nothing of the member
/// @param failing how many of its vectors the member fails, the reference passing all of them; or why there is none
/// @param asked   how many questions of its law a vector can ask
public record Retrial(boolean fails, boolean right, Either<String, Integer> failing, int asked) {

    private static final Bases BASES = Kinds.all().flatMap(Kind::bases).distinct().foldLeft(Bases.none(), Bases::with);
    private static final String REFERENCE = "direct:reference";
    private static final String MAXIMAL = "@maximal";

    /// {@return what comes of it}
    /// @param finding as the store holds it
    /// @param member  of the zoo, as `zoo:NAME`
    public static Retrial of(Finding finding, String member, Pack pack) {
        boolean fails = Replay.of(Candidates.named(member, () -> pack), finding).trial() instanceof Replay.Fails;
        boolean right = Replay.of(Candidates.named(REFERENCE, () -> pack), finding).trial() instanceof Replay.Holds;
        try {
            Promotion promotion = Promotion.of(finding, pack);
            Seq<Vector> vectors = promotion.vectors().map(vector -> Vector.of(Json.fields(Json.line(vector.json())), BASES));
            return new Retrial(fails, right, failing(vectors, member, pack), vectors.isEmpty() ? 0 : promotion.failing().size() + promotion.passing().size());
        } catch (UsageMistake unreadable) {
            return new Retrial(fails, right, Either.left(unreadable.getMessage()), 0);
        }
    }

    /// {@return whether the stored case fails for the member and holds for the reference}
    public boolean replays() {
        return fails && right;
    }

    private static Either<String, Integer> failing(Seq<Vector> vectors, String member, Pack pack) {
        if (vectors.isEmpty()) return Either.left("its law asks nothing that a vector can ask");
        int failing = judgements(vectors, member + MAXIMAL, pack).count(judgement -> judgement.verdict().bad());
        int passing = judgements(vectors, REFERENCE + MAXIMAL, pack).count(judgement -> judgement.verdict() == Verdict.PASS);
        return passing < vectors.size() ? Either.left("the reference passes %,d of its %,d vectors".formatted(passing, vectors.size()))
            : failing == 0 ? Either.left("all %,d questions are answered rightly: what is wrong is how answers go together".formatted(vectors.size()))
            : Either.right(failing);
    }

    private static Seq<Judgement> judgements(Seq<Vector> vectors, String implementation, Pack pack) {
        java.util.List<Judgement> judgements = new ArrayList<>();
        try (Conversation conversation = Implementations.open(implementation, pack)) {
            Judge judge = new Judge(conversation.hello(), HashMap.empty(), false);
            vectors.filter(vector -> judge.unasked(vector).isEmpty()).forEach(vector -> conversation.ask(Iterator.of(vector), (each, reply) -> judgements.add(judge.judge(each, reply))));
        }
        return io.vavr.collection.List.ofAll(judgements);
    }
}
