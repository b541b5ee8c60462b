/// A vector, its verdict, and everything that explains the verdict.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Traversable;
import io.vavr.control.Option;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Vector;

/// `expectation` is what was expected under the announced parameters. `full` says whether every expected place can be observed. `reason`
/// explains a verdict that no difference explains, or why a failure is known.
public record Judgement(Vector vector, Expectation expectation, Verdict verdict, boolean full, Seq<Difference> differences,
                        Option<String> reason, Option<Reply> reply) {

    /// {@return the judgement of a vector that is not asked}
    static Judgement skipped(Vector vector, Verdict verdict, String reason) {
        return new Judgement(vector, vector.expect(), verdict, false, List.empty(), Option.some(reason), Option.none());
    }

    /// {@return the same, waived for a reason}
    Judgement waived(String why) {
        return new Judgement(vector, expectation, Verdict.WAIVED, full, differences, Option.some(why), reply);
    }

    /// {@return whether there is an answer, so that a clause can have decided what is wrong with it}
    public boolean isAnswered() {
        return verdict == Verdict.PASS || verdict == Verdict.FAIL;
    }

    /// {@return the clauses that decided what went wrong, the first first; the clause of the outcome where no place differs}
    public Seq<String> decidedBy() {
        Seq<String> deciding = differences.flatMap(Difference::clauses).distinct();
        return deciding.isEmpty() ? expectation.because().orElse(vector.clauses().headOption()).toList() : deciding;
    }

    /// {@return whether it is about a clause}
    public boolean concerns(String clause) {
        return clauses().contains(clause);
    }

    /// {@return every clause that decided something in this vector, or that it exists for}
    public Seq<String> clauses() {
        return List.of(vector.clauses(), expectation.clauses(), differences.flatMap(Difference::clauses)).flatMap(Traversable::toList).distinct();
    }

    /// {@return the frame in a word}
    public String frame() {
        return full ? "full" : "partial";
    }
}
