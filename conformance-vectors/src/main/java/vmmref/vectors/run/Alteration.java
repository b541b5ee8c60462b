/// An expectation with one thing changed that was checked, and the verdict that is due by it.
package vmmref.vectors.run;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Outcome;

/// `place` is the place that was changed, or `outcome`; `expected` is what was expected of it, `altered` what is expected now; `-` is nothing.
record Alteration(String place, String expected, String altered, Expectation expectation, Verdict due) {

    /// The place that is expected in addition where an implementation observes everything.
    private static final String NOWHERE = "canary";

    /// {@return whether anything is checked of an answer that passed; then its outcome is}
    static boolean possible(Judgement passed) {
        return passed.vector().level() != Level.UNSPECIFIED && passed.expectation().outcome() != Outcome.UNSPECIFIED && observed(passed).isDefined();
    }

    /// {@return what can be altered about the expectation of an answer that passed: values, places that go, places that come, the outcome}
    static Seq<Seq<Alteration>> ways(Judgement passed, Hello hello, Kind kind) {
        return observed(passed).toList().flatMap(got -> ways(passed, got, hello, kind));
    }

    private static Option<Answer.Observed> observed(Judgement passed) {
        return passed.reply().flatMap(reply -> reply instanceof Reply.Answered(Answer.Observed got, var raw, var stderr) ? Option.some(got) : Option.none());
    }

    /// A place that may be reported with any value may go: nobody would notice.
    private static Seq<Seq<Alteration>> ways(Judgement passed, Answer.Observed got, Hello hello, Kind kind) {
        Expectation expected = passed.expectation();
        Seq<String> checked  = expected.places().keySet().filter(got.places()::containsKey).toList();
        Seq<String> silences = hello.observes().getOrElse(HashSet.of(NOWHERE)).removeAll(expected.places().keySet()).removeAll(got.places().keySet()).toList();
        return List.of(
            checked.flatMap(place -> others(kind, expected, place).map(value -> changed(expected, place, value))),
            checked.reject(place -> kind.free(passed.vector().given(), place)).map(place -> gone(expected, place)),
            checked.isEmpty() ? List.empty() : silences.map(place -> come(expected, place)),
            List.of(Outcome.values()).filter(outcome -> outcome != expected.outcome() && outcome != Outcome.UNSPECIFIED).map(outcome -> ended(expected, outcome)));
    }

    private static Seq<String> others(Kind kind, Expectation expected, String place) {
        String value = expected.places().get(place).get();
        Seq<String> named = kind.unlike(place, value).filter(other -> noticed(expected, place, other));
        return named.isEmpty() && value.matches("[0-9a-f]+") ? List.range(0, value.length()).flatMap(digit -> flipped(expected, place, digit)) : named;
    }

    /// The value with one bit of one digit flipped: the lowest of the first, the next of the second, and so on; or the next one that is compared.
    private static Option<String> flipped(Expectation expected, String place, int digit) {
        String hex = expected.places().get(place).get();
        return List.range(digit, digit + 4)
            .map(bit -> Character.digit(hex.charAt(digit), 16) ^ 1 << bit % 4)
            .map(other -> hex.substring(0, digit) + Character.forDigit(other, 16) + hex.substring(digit + 1))
            .find(other -> noticed(expected, place, other));
    }

    private static boolean noticed(Expectation expected, String place, String other) {
        return !expected.masked(place, other).equals(expected.masked(place, expected.places().get(place).get()));
    }

    private static Alteration changed(Expectation expected, String place, String value) {
        return new Alteration(place, expected.places().get(place).get(), value, expected.expecting(expected.places().put(place, value)), Verdict.FAIL);
    }

    private static Alteration gone(Expectation expected, String place) {
        return new Alteration(place, expected.places().get(place).get(), Difference.NOTHING, expected.expecting(expected.places().remove(place)), Verdict.FAIL);
    }

    /// An answer that says nothing of a place is no pass, and an error rather than a failure.
    private static Alteration come(Expectation expected, String place) {
        return new Alteration(place, Difference.NOTHING, "0", expected.expecting(expected.places().put(place, "0")), Verdict.ERROR);
    }

    private static Alteration ended(Expectation expected, Outcome outcome) {
        return new Alteration(Difference.OUTCOME, expected.outcome().json(), outcome.json(), expected.ending(outcome), Verdict.FAIL);
    }
}
