package vmmref.vectors.trace;

import io.vavr.Lazy;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.profile.Profile;
import vmmref.spec.Clause;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.TableMutant;

/// Judges mutants of tables by the core vectors of one kind: a mutant is caught by the first vector of which it makes anything else than the reference, a value, a fault or a clause, or which it
/// cannot answer. It is asked as implementations with the profiles `maximal`, `minimal` and `itanium2`, as far as the answers of the reference differ.
final class KindJudge {
    private static final Seq<Vmm> ASKED = io.vavr.collection.Vector.of("maximal", "minimal", "itanium2").map(name -> Vmm.reference(Profile.named(name).get()));

    private final Kind kind;
    private final Seq<Question> questions;

    /// A case, the clauses that its vector names, and what is expected of each profile, if it meets the needs.
    private record Question(Case given, Seq<String> clauses, Seq<Lazy<Option<Expectation>>> expected) {
        /// {@return whether another answer is expected of a profile than of those before it}
        private boolean isNews(int number) {
            return !expected.take(number).exists(earlier -> earlier.get().equals(expected.get(number).get()));
        }
    }

    KindJudge(Pack pack, String name) {
        kind      = Kinds.named(name).get();
        questions = vectors(pack, Tier.CORE, name).map(this::question).toVector();
    }

    /// {@return the vectors of a kind; no other is read}
    static Seq<Vector> vectors(Pack pack, Tier tier, String kind) {
        return pack.manifest().shards().filter(shard -> tier.includes(shard.tier()) && shard.family().startsWith(kind + "/")).flatMap(pack::read);
    }

    private Question question(Vector vector) {
        return new Question(vector.given(), vector.expect().clauses(), ASKED.map(vmm -> Lazy.of(() -> expected(vmm, vector.given()))));
    }

    private Option<Expectation> expected(Vmm vmm, Case given) {
        return Option.when(given.needs().unmet(new Parameters(vmm.machine().profile().parameters())).isEmpty(), () -> kind.expectation(vmm, given));
    }

    /// Vectors that a clause of the mutant decides are asked first: one of them catches most mutants.
    boolean catches(TableMutant mutant) {
        Seq<String> clauses = mutant.clauses().map(Clause::name);
        Seq<Vmm> mutants = ASKED.map(vmm -> mutant.rules().apply(vmm));
        Tuple2<? extends Seq<Question>, ? extends Seq<Question>> parts = questions.partition(question -> question.clauses().exists(clauses::contains));
        return parts._1.exists(question -> isAnsweredOtherwise(mutants, question)) || parts._2.exists(question -> isAnsweredOtherwise(mutants, question));
    }

    private boolean isAnsweredOtherwise(Seq<Vmm> mutants, Question question) {
        return mutants.zipWithIndex().exists(mutant -> question.isNews(mutant._2) && isWrong(mutant._1, question.given(), question.expected().get(mutant._2).get()));
    }

    private boolean isWrong(Vmm vmm, Case given, Option<Expectation> expected) {
        try {
            return expected.exists(right -> !kind.expectation(vmm, given).equals(right));
        } catch (RuntimeException breakdown) {
            return true;
        }
    }
}
