/// Failures on their way to become a cluster.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.vectors.run.Verdict;

/// `clauses` is what explains them: at first all that decided what differs, at last the cause. `ways` counts how places differ that the
/// cause decided; `about` counts what the vectors are about.
record Heap(Verdict verdict, String outcomes, String reason, Seq<String> clauses, Seq<Sightings> sightings, Counts<Contrast> ways) {

    private static final int WAYS = 1_000;

    /// What clusters of several clauses may have in common.
    record Look(Verdict verdict, String outcomes, String place, String manner) { }

    static Heap of(Symptom symptom, Sightings sightings) {
        return new Heap(symptom.verdict(), symptom.outcomes(), symptom.reason(), symptom.clauses(), List.of(sightings), new Counts<>(WAYS));
    }

    int cases() {
        return sightings.map(Sightings::cases).sum().intValue();
    }

    /// {@return whether a clause is one of those that decided; no clause is one of none}
    boolean names(String clause) {
        return clauses.contains(clause) || clauses.isEmpty() && clause.isEmpty();
    }

    /// {@return the same, explained by one clause}
    Heap by(String clause) {
        Counts<Contrast> seen = new Counts<>(WAYS);
        sightings.forEach(each -> seen.addAll(each.contrasts(clause)));
        return new Heap(verdict, outcomes, reason, List.of(clause).reject(String::isEmpty), sightings, seen);
    }

    /// {@return the same, about a clause}
    Heap about(String clause) {
        return new Heap(verdict, outcomes, reason, List.of(clause).reject(String::isEmpty), sightings, ways);
    }

    Counts<String> about() {
        Counts<String> all = new Counts<>(WAYS);
        sightings.forEach(each -> all.addAll(each.about()));
        return all;
    }

    /// {@return both heaps as one}
    Heap with(Heap other) {
        Counts<Contrast> both = new Counts<>(WAYS);
        both.addAll(ways);
        both.addAll(other.ways);
        return new Heap(verdict, outcomes, reason, clauses.appendAll(other.clauses).distinct(), sightings.appendAll(other.sightings), both);
    }

    /// {@return the most frequent way in which it is wrong}
    Look look() {
        return traits().headOption()
            .map(trait -> new Look(verdict, outcomes, trait.place(), trait.manner().words()))
            .getOrElse(() -> new Look(verdict, outcomes, clauses.mkString(), ""));
    }

    Cluster cluster(int number, int of) {
        Seq<String> ids = sightings.flatMap(Sightings::ids);
        return new Cluster(number, of, verdict, cases(), reason, clauses, traits(),
            examples(), ids, cases() - ids.size());
    }

    /// The simplest, and then those that show another symptom.
    private Seq<Exhibit> examples() {
        Seq<Sightings.Ranked> first = sightings.flatMap(each -> each.examples().take(1)).sorted();
        Seq<Sightings.Ranked> rest  = sightings.flatMap(each -> each.examples().drop(1)).sorted();
        return first.appendAll(rest).map(Sightings.Ranked::exhibit).take(Sightings.EXAMPLES);
    }

    private Seq<Trait> traits() {
        return ways.sorted().groupBy(way -> way._1.outline()).toList().map(each -> Trait.of(each._1, each._2)).sortBy(trait -> -trait.cases());
    }
}
