package vmmref.vectors.trace;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.function.Function;
import vmmref.model.semantics.Semantics;
import vmmref.properties.guarantee.Subject;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Proof;
import vmmref.spec.Tie;
import vmmref.spec.Ties;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vmm.Vmm;

/// What each clause is tied to: the method that carries it, the properties that check it, the vectors that it decides, the mutants that were killed.
///
/// @param ties in the order of the chapters
record Traceability(Seq<Ends> ties) {

    /// @param rules      methods that carry the clause
    /// @param properties methods that check it
    /// @param proofs     theorems about it that were proved for all inputs
    /// @param typed      vectors that it decides whose expectation was typed from a source
    /// @param model      vectors that it decides whose expectation the model filled
    /// @param pairs      pairs of near vectors of which it decides exactly one
    /// @param mutants    of its tables and of its rule
    record Ends(Clause clause, Seq<String> rules, Seq<String> properties, int proofs, int typed, int model, int pairs, Tally.Count mutants) { }

    static Traceability of(Pack pack, Tally tally) {
        Seq<Method> methods = methods();
        Seq<Tuple2<Clause, String>> rules = tied(methods, Tie.Kind.RULE);
        Seq<Tuple2<Clause, String>> checks = tied(methods, Tie.Kind.CHECKS);
        Map<String, vmmref.vectors.format.Vector> vectors = LinkedHashMap.ofEntries(
            Vector.ofAll(pack.vectors(Tier.CORE)).map(vector -> Tuple.of(vector.id(), vector)));
        Map<String, Integer> typed = counted(vectors.values().filter(vector -> !vector.source().equals("model")), vector -> vector.clauses().toSet());
        Map<String, Integer> model = counted(vectors.values().filter(vector -> vector.source().equals("model")), vector -> vector.clauses().toSet());
        Map<String, Integer> pairs = counted(vectors.values(), vector -> vector.near().flatMap(vectors::get).map(near -> decidingOne(near, vector)).getOrElse(HashSet.empty()));
        return new Traceability(Clauses.all().map(clause -> new Ends(clause,
            rules.filter(tie -> tie._1 == clause).map(Tuple2::_2),
            checks.filter(tie -> tie._1 == clause).map(Tuple2::_2),
            Proof.of(clause).size(),
            typed.getOrElse(clause.name(), 0),
            model.getOrElse(clause.name(), 0),
            pairs.getOrElse(clause.name(), 0),
            Tally.sum(tally.about(clause.name())))));
    }

    /// {@return how many vectors name each clause}
    private static Map<String, Integer> counted(Seq<vmmref.vectors.format.Vector> vectors, Function<vmmref.vectors.format.Vector, Set<String>> clauses) {
        return vectors.flatMap(clauses).groupBy(clause -> clause).mapValues(Seq::size);
    }

    private static Set<String> decidingOne(vmmref.vectors.format.Vector one, vmmref.vectors.format.Vector other) {
        Set<String> these = one.clauses().toSet();
        Set<String> those = other.clauses().toSet();
        return these.diff(those).union(those.diff(these));
    }

    /// {@return every method of the rooms, tests left out}
    private static Seq<Method> methods() {
        return Vector.of(Semantics.class, Vmm.class, Subject.class).flatMap(Compiled::beside).sortBy(Class::getName)
            .flatMap(type -> Vector.of(type.getDeclaredMethods()).reject(Method::isBridge).sortBy(Method::getName));
    }

    private static Seq<Tuple2<Clause, String>> tied(Seq<Method> methods, Tie.Kind kind) {
        return methods.flatMap(method -> Ties.of(kind, method)
            .map(clause -> Tuple.of(clause, method.getDeclaringClass().getSimpleName() + "." + method.getName())));
    }

    /// {@return the page}
    String page() {
        return """
            # Traceability

            What each clause is tied to. `mvn -B verify` compares this page with the code; `mvn -B verify -Dvmmref.write=true` writes it.
            *proofs* counts the theorems about the compiled model that a solver proved for all inputs, which `proofs.tsv` lists. *typed* counts vectors whose expectation comes from an assembler or from the manual, *model* those that the model filled, *near* the pairs of near vectors of
            which the clause decides one. *mutants* are those of the clause's rows in the tables and of its rule: killed of made; survivors stand in `mutants.tsv`.

            | clause | level | rule | properties | proofs | typed | model | near | mutants |
            |---|---|---|---|---|---|---|---|---|
            """ + ties.map(Traceability::line).mkString();
    }

    private static String line(Ends ends) {
        return "| [%s](%s) | %s | %s | %s | %s | %d | %d | %d | %s |%n".formatted(
            ends.clause().name(), ends.clause().sentence().anchor(), ends.clause().level().name().toLowerCase(Locale.ROOT),
            ends.rules().mkString(", "), ends.properties().mkString(", "), ends.proofs() == 0 ? "" : ends.proofs(), ends.typed(), ends.model(), ends.pairs(),
            ends.mutants().mutants() == 0 ? "" : ends.mutants().killed() + "/" + ends.mutants().mutants());
    }
}
