package vmmref.vectors.trace;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Clause;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Tier;
import vmmref.vmm.zoo.TableMutant;

/// Judges translators by the core vectors of kind `xlate`: a translator is caught by the first vector of which it makes anything else than the architected one, a value, a fault or a clause, or which it
/// cannot answer. It is asked as an implementation with the profile `maximal`, and as `minimal` where the architected answer is another one then.
final class TranslatorJudge {
    private static final String NAME = "xlate";

    private final Kind kind = Kinds.named(NAME).get();
    private final Seq<Bench> benches;

    /// What implementations with one profile are asked.
    private record Bench(Semantics right, Seq<Question> questions) {
        Bench without(Bench other) {
            Set<Question> asked = other.questions.toSet();
            return new Bench(right, questions.reject(asked::contains));
        }
    }

    private record Question(Case given, Expectation expected, Set<String> clauses) {
        boolean isAbout(Set<String> some) {
            return clauses.exists(some::contains);
        }
    }

    static TranslatorJudge of(Pack pack) {
        return new TranslatorJudge(pack.vectors(Tier.CORE).filter(vector -> vector.kind().equals(NAME)).map(vector -> vector.given()).toVector());
    }

    TranslatorJudge(Seq<Case> cases) {
        Bench maximal = bench("maximal", cases);
        benches = Vector.of(maximal, bench("minimal", cases).without(maximal));
    }

    private Bench bench(String profile, Seq<Case> cases) {
        Semantics right = Semantics.architected(Profile.named(profile).get());
        return new Bench(right, cases.filter(given -> given.needs().unmet(new Parameters(right.profile().parameters())).isEmpty())
            .map(given -> question(given, kind.expectation(right, given))));
    }

    private static Question question(Case given, Expectation expected) {
        return new Question(given, expected, HashSet.ofAll(expected.clauses()));
    }

    /// Vectors that a clause of the mutant decides are asked first: one of them catches most mutants.
    boolean catches(TableMutant mutant) {
        Set<String> clauses = HashSet.ofAll(mutant.clauses().map(Clause::name));
        return benches.exists(bench -> {
            Semantics wrong = mutant.rules().apply(bench.right());
            return bench.questions().exists(question -> question.isAbout(clauses) && isAnsweredOtherwise(wrong, question))
                || bench.questions().exists(question -> !question.isAbout(clauses) && isAnsweredOtherwise(wrong, question));
        });
    }

    private boolean isAnsweredOtherwise(Semantics wrong, Question question) {
        try {
            return !kind.expectation(wrong, question.given()).equals(question.expected());
        } catch (RuntimeException breakdown) {
            return true;
        }
    }
}
