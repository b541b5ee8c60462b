/// What was observed, held against one alternative of what is expected.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.function.Predicate;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Outcome;

/// `differences` are places with other values than expected, and places of which nothing was expected. `silences` are expected places of
/// which the answer says nothing although the implementation announces them, `unobserved` those that it does not announce.
record Comparison(Expectation expected, Seq<Difference> differences, Seq<Difference> silences, Seq<Difference> unobserved) {

    /// The nearest first: the same outcome, then few places that are not as expected.
    static final Comparator<Comparison> NEAREST = Comparator.<Comparison, Boolean>comparing(Comparison::otherOutcome)
        .thenComparing(comparison -> comparison.differences.size() + comparison.silences.size());

    /// `announcedBefore` says which places the implementation can observe; those that the answer calls unseen are none of them. What is reported is compared, announced or not.
    static Comparison of(Case given, Kind kind, Expectation expected, Answer.Observed got, Predicate<String> announcedBefore) {
        Predicate<String> announced = place -> announcedBefore.test(place) && !got.isUnseen(place);
        if (expected.outcome() == Outcome.UNSPECIFIED)
            return new Comparison(expected, List.empty(), List.empty(), List.empty());
        Seq<Difference> unobserved = missing(kind, expected, announced.negate());
        if (got.outcome() != expected.outcome())
            return new Comparison(expected, List.of(outcome(kind, expected, got)), List.empty(), unobserved);
        Map<String, String> places = got.places().filterKeys(place -> !got.isUnseen(place));
        return new Comparison(expected,
            changed(given, kind, expected, places).appendAll(added(given, kind, expected, places)),
            missing(kind, expected, place -> announced.test(place) && !places.containsKey(place)),
            unobserved);
    }

    /// {@return whether nothing that is observed is other than expected, and nothing announced is left out}
    boolean matches() {
        return differences.isEmpty() && silences.isEmpty();
    }

    /// {@return whether every expected place can be observed}
    boolean full() {
        return unobserved.isEmpty();
    }

    /// {@return whether values are expected, and none of them was observed}
    boolean blind() {
        return !expected.post().isEmpty() && unobserved.size() == expected.places().size();
    }

    private boolean otherOutcome() {
        return differences.exists(difference -> difference.place().equals(Difference.OUTCOME));
    }

    private static Difference outcome(Kind kind, Expectation expected, Answer.Observed got) {
        return new Difference(Difference.OUTCOME, Option.some(expected.outcome().json()), Option.some(got.outcome().json()), expected.because().toList().appendAll(together(kind, expected)).distinct());
    }

    private static Seq<Difference> changed(Case given, Kind kind, Expectation expected, Map<String, String> got) {
        return expected.places().toList().flatMap(place -> got.get(place._1).flatMap(found -> {
            String wanted   = expected.masked(place._1, place._2);
            String compared = expected.masked(place._1, found);
            boolean same    = wanted.equals(compared) || kind.same(given, place._1, wanted, compared);
            return Option.when(!same, () -> new Difference(place._1, Option.some(place._2), Option.some(found), expected.mask().get(place._1),
                clauses(kind, expected, place._1, kind.parts(given, place._1, wanted, compared))));
        }));
    }

    /// A place that nobody expects is a change that the frame does not allow.
    private static Seq<Difference> added(Case given, Kind kind, Expectation expected, Map<String, String> got) {
        Map<String, String> wanted = expected.places();
        return got.toList()
            .filter(place -> !wanted.containsKey(place._1) && !kind.free(given, place._1))
            .map(place -> new Difference(place._1, Option.none(), Option.some(place._2),
                expected.by().get(place._1 + Expectation.KEPT).<Seq<String>>map(List::of).getOrElse(() -> clauses(kind, expected, enclosing(wanted, place._1), List.empty()))));
    }

    private static Seq<Difference> missing(Kind kind, Expectation expected, Predicate<String> place) {
        return expected.places().toList()
            .filter(value -> place.test(value._1))
            .map(value -> new Difference(value._1, Option.some(value._2), Option.none(), clauses(kind, expected, value._1, List.empty())));
    }

    /// The expected place that a place is a part of, as `slot0.unassigned` is of `slot0`; the place itself if there is none.
    private static String enclosing(Map<String, String> wanted, String place) {
        return wanted.keySet().find(whole -> place.startsWith(whole + ".")).getOrElse(place);
    }

    /// What decided the parts that differ; where they are not known, what decided the whole place. First comes what decided the place itself.
    private static Seq<String> clauses(Kind kind, Expectation expected, String place, Seq<String> parts) {
        Seq<String> decided = parts.flatMap(part -> expected.by().get(part)).distinct();
        return (decided.isEmpty() ? expected.by().get(place).orElse(expected.because()).toList() : decided).appendAll(together(kind, expected)).distinct();
    }

    /// What decided parts of other places, and what was only done, where that decides each place.
    private static Seq<String> together(Kind kind, Expectation expected) {
        Map<String, String> places = expected.places();
        return kind.isDecidedTogether() ? expected.by().filterKeys(name -> places.get(name).forAll(value -> value.equals(Outcome.DONE.json()))).values().toList() : List.empty();
    }
}
