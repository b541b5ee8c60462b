/// The ways that freedoms of an implementation lead to.
package vmmref.vectors.xlate;

import io.vavr.Function1;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;

/// An expectation has an alternative for each way on which something else is told.
public final class Ways {
    private static final Seq<Freedom> FREEDOMS = List.of(Freedom.values());

    private Ways() { }

    /// {@return what is expected where it is told what comes of each choice}
    public static Expectation expectation(Function1<Choice, Told> told) {
        return expectation(told, told);
    }

    /// {@return what is expected where it is told what comes of each choice; where nothing is said usually, nothing is said at all}
    ///
    /// @param seen the same as what is told, but for the clauses that decided
    public static Expectation expectation(Function1<Choice, Told> seen, Function1<Choice, Told> told) {
        Told usual = told.apply(Choice.USUAL);
        if (usual.isUnspecified()) return usual.expectation();
        Function1<Choice, Told> once = seen.memoized();
        Seq<Tuple2<Choice, Told>> distinct = distinct(Choice.among(mattering(once, List.of(Freedom.WALKER))).map(choice -> Tuple.of(choice, once.apply(choice))));
        if (distinct.size() == 1) return usual.expectation();
        Seq<Tuple2<Choice, Told>> ways = distinct.map(way -> Tuple.of(way._1, told.apply(way._1)));
        Seq<Freedom> taken = ways.flatMap(way -> way._1.taken()).distinct();
        return Expectation.any(ways.map(way -> chosen(way._2.expectation(), way._1, taken)));
    }

    /// {@return some freedoms, and those that change something beside them; no two change an answer together of which neither does so beside them, but that a walk may be given up for what another freedom makes miss}
    private static Seq<Freedom> mattering(Function1<Choice, Told> seen, Seq<Freedom> some) {
        Seq<Choice> choices = Choice.among(some);
        return FREEDOMS.removeAll(some).find(other -> choices.exists(choice -> !seen.apply(choice.and(other)).isSame(seen.apply(choice)))).map(other -> mattering(seen, some.append(other))).getOrElse(some);
    }

    private static Seq<Tuple2<Choice, Told>> distinct(Seq<Tuple2<Choice, Told>> ways) {
        return ways.foldLeft(List.empty(), (kept, way) -> kept.exists(other -> other._2.isSame(way._2)) ? kept : kept.append(way));
    }

    private static Expectation chosen(Expectation way, Choice choice, Seq<Freedom> taken) {
        Expectation because = choice.taken().headOption().map(freedom -> owing(way, freedom.clause())).getOrElse(way);
        return because.chosen(LinkedHashMap.ofEntries(taken.map(freedom -> Tuple.of(freedom.text(), freedom.way(choice.takes(freedom))))));
    }

    /// A freedom decided the outcome; what decided it under that freedom goes to its places.
    private static Expectation owing(Expectation way, Clause freedom) {
        Map<String, String> by = way.places().keySet().filter(place -> place.equals("fault.kind") || place.equals("ma")).headOption()
            .flatMap(place -> way.because().map(clause -> way.by().put(place, clause))).getOrElse(way.by());
        return way.explained(Option.some(freedom.name()), by);
    }
}
