/// Whether an answer is one of those that are expected.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Kind;

/// @param blind     whether values are expected, and none of them was observed
/// @param differing places that are not as the nearest alternative expects them; none if the answer is expected
/// @param unseen    how many expected places were not observed
public record Agreement(boolean blind, Seq<String> differing, int unseen) {

    /// {@return how an answer agrees with what is expected; of several alternatives the nearest counts}
    public static Agreement of(Case given, Kind kind, Expectation expected, Answer.Observed got) {
        Seq<Comparison> all = expected.alternatives().map(each -> Comparison.of(given, kind, each, got, place -> true));
        Option<Comparison> met = all.find(Comparison::matches);
        Comparison nearest = met.getOrElse(() -> all.minBy(Comparison.NEAREST).get());
        return new Agreement(nearest.blind(), nearest.differences().appendAll(nearest.silences()).map(Difference::place), nearest.unobserved().size());
    }

    public boolean isExpected() {
        return differing.isEmpty();
    }
}
