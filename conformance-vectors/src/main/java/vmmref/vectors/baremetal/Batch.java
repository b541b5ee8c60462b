package vmmref.vectors.baremetal;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Iterator;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
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
    /// Why no more is tried.
    private Option<String> givenUp = Option.none();

    /// @param most how many cases an image has at most
    Batch(Simulator simulator, int most) {
        this.simulator = simulator;
        this.most      = most;
    }

    /// {@return the name of each case and the answer to it; an image is executed when its first answer is asked for}
    Iterator<Tuple2<String, Answer>> answers(Seq<ImageCase> cases) {
        return Sheet.all(cases, most).iterator().flatMap(sheet -> answers(sheet.cases(), sheet));
    }

    /// A case at which a run ended is executed alone afterwards; where a run shows nothing, halves of it are executed.
    private Iterator<Tuple2<String, Answer>> answers(Seq<ImageCase> cases, Sheet sheet) {
        if (givenUp.isDefined()) return all(cases, givenUp.get());
        Simulator.Ran ran = simulator.run(sheet.image());
        if (!ran.started()) return all(cases, givenUp("the command " + ran.ending()));
        Either<String, Log> log = ran.dump().toEither("it left no dump").flatMap(bytes -> Log.of(bytes, sheet.image()).mapLeft(what -> "its dump " + what));
        Seq<Log.Outcome> outcomes = log.map(each -> each.outcomes(sheet)).getOrElse(Vector.empty());
        Map<String, Answer> answered = answered(cases.zip(outcomes));
        Seq<ImageCase> rest = cases.reject(each -> answered.containsKey(each.id()));
        inVain = answered.isEmpty() ? inVain + 1 : 0;
        patience = answered.isEmpty() ? patience : MORE_PATIENCE;
        if (inVain >= patience) givenUp("was not tried: nothing came of %d runs of the command before".formatted(patience));
        if (rest.isEmpty()) return answered.iterator();
        if (answered.isEmpty() && rest.size() == 1) return all(rest, "the command " + ran.ending() + ", and " + log.fold(what -> what, each -> "this case is not over"));
        if (answered.isEmpty()) return again(rest.take(rest.size() / 2), rest.drop(rest.size() / 2));
        return answered.iterator().concat(again(rest.take(1), rest.drop(1)));
    }

    private String givenUp(String why) {
        givenUp = Option.some(why);
        return why;
    }

    private Iterator<Tuple2<String, Answer>> again(Seq<ImageCase> first, Seq<ImageCase> second) {
        return Iterator.of(first, second).reject(Seq::isEmpty).flatMap(cases -> answers(cases, Sheet.of("again", cases)));
    }

    private static Map<String, Answer> answered(Seq<Tuple2<ImageCase, Log.Outcome>> all) {
        return all.foldLeft(LinkedHashMap.empty(), (map, each) -> each._2 instanceof Log.Outcome.Answered(Answer answer) ? map.put(each._1.id(), answer) : map);
    }

    private static Iterator<Tuple2<String, Answer>> all(Seq<ImageCase> cases, String why) {
        return cases.iterator().map(each -> Tuple.of(each.id(), (Answer) new Answer.Failed(why)));
    }
}
