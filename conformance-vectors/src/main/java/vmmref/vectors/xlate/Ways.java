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
    /// No two freedoms change an answer together that neither changes alone, but for a walk that is given up for what another one makes miss.
    private static final Seq<Choice> FEW = Choice.all().filter(choice -> choice.taken().size() == 1 || choice.taken().size() == 2 && choice.takes(Freedom.WALKER));

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
        if (usual.isUnspecified() || FEW.forAll(choice -> seen.apply(choice).isSame(usual))) return usual.expectation();
        Seq<Tuple2<Choice, Told>> ways = distinct(Choice.all().map(choice -> Tuple.of(choice, seen.apply(choice)))).map(way -> Tuple.of(way._1, told.apply(way._1)));
        Seq<Freedom> taken = ways.flatMap(way -> way._1.taken()).distinct();
        return Expectation.any(ways.map(way -> chosen(way._2.expectation(), way._1, taken)));
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
