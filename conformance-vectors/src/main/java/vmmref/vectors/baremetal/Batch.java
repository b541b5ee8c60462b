package vmmref.vectors.baremetal;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import vmmref.vectors.format.Answer;

/// Cases that a simulator executes together, and those of them again after which it crashed or hung.
final class Batch {
    /// After so many runs in a row of which nothing came, nothing more is tried if nothing ever came.
    private static final int PATIENCE = 12;
    /// The same, if something came once.
    private static final int MORE_PATIENCE = 256;

    private final Simulator simulator;
    private final int most;
    private int inVain;
    private int patience = PATIENCE;

    /// @param most how many cases an image has at most
    Batch(Simulator simulator, int most) {
        this.simulator = simulator;
        this.most      = most;
    }

    /// {@return the answers to cases, by their names}
    Map<String, Answer> answers(Seq<ImageCase> cases) {
        return Sheet.all(cases, most).map(sheet -> answers(sheet.cases(), sheet)).foldLeft((Map<String, Answer>) LinkedHashMap.<String, Answer>empty(), Map::merge);
    }

    /// A case at which a run ended is executed alone afterwards; where a run shows nothing, halves of it are executed.
    private Map<String, Answer> answers(Seq<ImageCase> cases, Sheet sheet) {
        if (inVain >= patience) return all(cases, "was not tried: nothing came of %d runs of the command before".formatted(patience));
        Simulator.Ran ran = simulator.run(sheet.image());
        Either<String, Log> log = ran.dump().toEither("it left no dump").flatMap(bytes -> Log.of(bytes, sheet.image()).mapLeft(what -> "its dump " + what));
        Seq<Log.Outcome> outcomes = log.map(each -> each.outcomes(sheet)).getOrElse(Vector.empty());
        Map<String, Answer> answered = answered(cases.zip(outcomes));
        Seq<ImageCase> rest = cases.reject(each -> answered.containsKey(each.id()));
        inVain = answered.isEmpty() ? inVain + 1 : 0;
        patience = answered.isEmpty() ? patience : MORE_PATIENCE;
        if (rest.isEmpty()) return answered;
        if (answered.isEmpty() && rest.size() == 1) return all(rest, "the command " + ran.ending() + ", and " + log.fold(what -> what, each -> "this case is not over"));
        if (answered.isEmpty()) return again(rest.take(rest.size() / 2)).merge(again(rest.drop(rest.size() / 2)));
        return answered.merge(again(rest.take(1))).merge(again(rest.drop(1)));
    }

    private Map<String, Answer> again(Seq<ImageCase> cases) {
        return cases.isEmpty() ? LinkedHashMap.empty() : answers(cases, Sheet.of("again", cases));
    }

    private static Map<String, Answer> answered(Seq<Tuple2<ImageCase, Log.Outcome>> all) {
        return all.foldLeft(LinkedHashMap.empty(), (map, each) -> each._2 instanceof Log.Outcome.Answered(Answer answer) ? map.put(each._1.id(), answer) : map);
    }

    private static Map<String, Answer> all(Seq<ImageCase> cases, String why) {
        return LinkedHashMap.ofEntries(cases.map(each -> Tuple.of(each.id(), (Answer) new Answer.Failed(why))));
    }
}
