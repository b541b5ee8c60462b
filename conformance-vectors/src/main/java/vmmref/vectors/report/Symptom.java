/// What failures must have in common to be counted as one: verdict, outcome and clauses, or the reason.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.regex.Pattern;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Verdict;

/// `outcomes` is the outcome, or `GOT for EXPECTED`. A `reason` stands where clauses explain nothing: a crash, a time-out, an error, a text
/// that is only written otherwise, which has to be mended before anything else is seen; then there are no `clauses`. Else these decided what
/// differs.
record Symptom(Verdict verdict, String outcomes, String reason, Seq<String> clauses) {

    private static final Pattern WROTE  = Pattern.compile("; it wrote: .*");
    private static final Pattern VALUE  = Pattern.compile("@[0-9a-f]+\\b|\\b0x[0-9a-f]+\\b|\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b|\\d+");
    private static final Pattern LIST   = Pattern.compile("[\\w.]+(?:, [\\w.]+)+");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{0,300}\"");
    private static final int     LENGTH = 200;

    /// {@return what a judgement shows}
    static Symptom of(Judgement judgement) {
        if (judgement.verdict() != Verdict.FAIL)
            return new Symptom(judgement.verdict(), "", numberless(judgement.reason().getOrElse("")), List.empty());
        return judgement.differences().find(difference -> Contrast.wording(difference).manner() == Manner.SPELLING)
            .map(difference -> new Symptom(Verdict.FAIL, "", Contrast.numberless(difference.place()) + " " + Manner.SPELLING.words(), List.empty()))
            .getOrElse(() -> new Symptom(Verdict.FAIL, outcomes(judgement), "", judgement.decidedBy().sorted()));
    }

    /// {@return the same for a run that shows too many to keep them apart}
    Symptom outline() {
        return reason.isEmpty() ? new Symptom(verdict, "", "", clauses.take(1)) : new Symptom(verdict, "", "many different reasons", clauses);
    }

    /// {@return a reason without what differs from vector to vector: numbers, what is quoted, what was written}
    static String numberless(String reason) {
        String quiet = QUOTED.matcher(WROTE.matcher(reason).replaceFirst("")).replaceAll("\"…\"");
        String plain = VALUE.matcher(quiet).replaceAll("N");
        return Printable.of(LIST.matcher(plain).replaceAll(list -> List.of(list.group().split(", ")).distinct().mkString(", ")), LENGTH);
    }

    private static String outcomes(Judgement judgement) {
        String expected = judgement.expectation().outcome().json();
        return judgement.differences().find(difference -> difference.place().equals(Difference.OUTCOME))
            .flatMap(Difference::got).map(got -> got + " for " + expected).getOrElse(expected);
    }
}
