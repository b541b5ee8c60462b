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
/// cannot answer. It is asked as an implementation with the profile `maximal`, and as `minimal` where the answer of the reference is another one then.
final class KindJudge {
    private static final Vmm MAXIMAL = Vmm.reference(Profile.named("maximal").get());
    private static final Vmm MINIMAL = Vmm.reference(Profile.named("minimal").get());

    private final Kind kind;
    private final Seq<Question> questions;

    /// A case, the clauses that its vector names, and what is expected of each profile that meets its needs.
    private record Question(Case given, Seq<String> clauses, Lazy<Option<Expectation>> maximal, Lazy<Option<Expectation>> minimal) { }

    KindJudge(Pack pack, String name) {
        kind      = Kinds.named(name).get();
        questions = pack.vectors(Tier.CORE).filter(vector -> vector.kind().equals(name)).map(this::question).toVector();
    }

    private Question question(Vector vector) {
        return new Question(vector.given(), vector.expect().clauses(), Lazy.of(() -> expected(MAXIMAL, vector.given())), Lazy.of(() -> expected(MINIMAL, vector.given())));
    }

    private Option<Expectation> expected(Vmm vmm, Case given) {
        return Option.when(given.needs().unmet(new Parameters(vmm.machine().profile().parameters())).isEmpty(), () -> kind.expectation(vmm, given));
    }

    /// Vectors that a clause of the mutant decides are asked first: one of them catches most mutants.
    boolean catches(TableMutant mutant) {
        Seq<String> clauses = mutant.clauses().map(Clause::name);
        Vmm maximal = mutant.rules().apply(MAXIMAL);
        Vmm minimal = mutant.rules().apply(MINIMAL);
        Tuple2<? extends Seq<Question>, ? extends Seq<Question>> parts = questions.partition(question -> question.clauses().exists(clauses::contains));
        return parts._1.exists(question -> isAnsweredOtherwise(maximal, minimal, question)) || parts._2.exists(question -> isAnsweredOtherwise(maximal, minimal, question));
    }

    private boolean isAnsweredOtherwise(Vmm maximal, Vmm minimal, Question question) {
        return isWrong(maximal, question.given(), question.maximal().get())
            || !question.minimal().get().equals(question.maximal().get()) && isWrong(minimal, question.given(), question.minimal().get());
    }

    private boolean isWrong(Vmm vmm, Case given, Option<Expectation> expected) {
        try {
            return expected.exists(right -> !kind.expectation(vmm, given).equals(right));
        } catch (RuntimeException breakdown) {
            return true;
        }
    }
}
