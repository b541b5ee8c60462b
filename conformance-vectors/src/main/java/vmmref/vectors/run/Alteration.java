/// An expectation with one thing changed that was checked, and the verdict that is due by it.
package vmmref.vectors.run;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
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
        return observed(passed).toList().flatMap(got -> ways(passed.expectation(), got, hello, kind));
    }

    private static Option<Answer.Observed> observed(Judgement passed) {
        return passed.reply().flatMap(reply -> reply instanceof Reply.Answered(Answer.Observed got, var raw, var stderr) ? Option.some(got) : Option.none());
    }

    private static Seq<Seq<Alteration>> ways(Expectation expected, Answer.Observed got, Hello hello, Kind kind) {
        Seq<String> checked  = expected.post().keySet().filter(got.delta()::containsKey).toList();
        Seq<String> silences = hello.observes().getOrElse(HashSet.of(NOWHERE)).removeAll(expected.post().keySet()).removeAll(got.delta().keySet()).toList();
        return List.of(
            checked.flatMap(place -> others(kind, place, expected.post().get(place).get()).map(value -> changed(expected, place, value))),
            checked.map(place -> gone(expected, place)),
            checked.isEmpty() ? List.empty() : silences.map(place -> come(expected, place)),
            List.of(Outcome.values()).filter(outcome -> outcome != expected.outcome() && outcome != Outcome.UNSPECIFIED).map(outcome -> ended(expected, outcome)));
    }

    private static Seq<String> others(Kind kind, String place, String value) {
        Seq<String> named = kind.unlike(place, value);
        return named.isEmpty() && value.matches("[0-9a-f]+") ? List.range(0, value.length()).map(digit -> flipped(value, digit)) : named;
    }

    /// The value with one bit of one digit flipped: the lowest of the first, the next of the second, and so on.
    private static String flipped(String hex, int digit) {
        int other = Character.digit(hex.charAt(digit), 16) ^ 1 << digit % 4;
        return hex.substring(0, digit) + Character.forDigit(other, 16) + hex.substring(digit + 1);
    }

    private static Alteration changed(Expectation expected, String place, String value) {
        return new Alteration(place, expected.post().get(place).get(), value, with(expected, expected.post().put(place, value)), Verdict.FAIL);
    }

    private static Alteration gone(Expectation expected, String place) {
        return new Alteration(place, expected.post().get(place).get(), Difference.NOTHING, with(expected, expected.post().remove(place)), Verdict.FAIL);
    }

    /// An answer that says nothing of a place is no pass, and an error rather than a failure.
    private static Alteration come(Expectation expected, String place) {
        return new Alteration(place, Difference.NOTHING, "0", with(expected, expected.post().put(place, "0")), Verdict.ERROR);
    }

    private static Alteration ended(Expectation expected, Outcome outcome) {
        return new Alteration(Difference.OUTCOME, expected.outcome().json(), outcome.json(),
            new Expectation(outcome, expected.post(), expected.because(), expected.by()), Verdict.FAIL);
    }

    private static Expectation with(Expectation expected, Map<String, String> post) {
        return new Expectation(expected.outcome(), post, expected.because(),
            expected.by().filterKeys(part -> post.keySet().exists(place -> part.equals(place) || part.startsWith(place + "."))));
    }
}
