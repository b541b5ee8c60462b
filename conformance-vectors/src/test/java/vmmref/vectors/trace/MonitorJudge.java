package vmmref.vectors.trace;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.TableMutant;

/// Judges mutants of a monitor by the vectors of one kind: a mutant is caught by the first one that it answers otherwise than the reference, or cannot answer. What is expected does not come from the monitor.
final class MonitorJudge {
    private static final Vmm REFERENCE = Vmm.reference(Profile.named("maximal").get());

    private final Kind kind;
    private final Seq<Tuple2<Case, Lazy<Answer>>> questions;

    MonitorJudge(Pack pack, String name) {
        kind      = Kinds.named(name).get();
        questions = KindJudge.vectors(pack, Tier.FULL, name).map(vector -> Tuple.of(vector.given(), Lazy.of(() -> kind.answer(REFERENCE, vector.given())))).toVector();
    }

    boolean catches(TableMutant mutant) {
        Vmm vmm = mutant.rules().apply(REFERENCE);
        return questions.exists(question -> isAnsweredOtherwise(vmm, question._1, question._2.get()));
    }

    private boolean isAnsweredOtherwise(Vmm vmm, Case given, Answer right) {
        try {
            return !kind.answer(vmm, given).equals(right);
        } catch (RuntimeException breakdown) {
            return true;
        }
    }
}
