/// What is kept of a vector that went wrong: what its card says, and no more.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.vectors.format.Mask;
import vmmref.vectors.format.Printable;
import vmmref.vectors.format.Level;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Verdict;

/// Every text is printable, and short enough that a report of many stays small. `stderr` is the end of what the implementation said there, a line each.
public record Exhibit(String id, Verdict verdict, Level level, Seq<String> clauses, String title, Seq<Tuple2<String, String>> asked, Option<String> reason, Seq<Row> rows, Seq<String> stderr) {

    private static final int TITLE  = 300;
    private static final int ASKED  = 160;
    private static final int VALUE  = 400;
    private static final int REASON = 600;
    private static final int ROWS   = 12;
    private static final int LINES  = 8;
    private static final int LINE   = 200;

    /// One line of the table of what differs.
    public record Row(String field, String expected, String got, String differs, String decidedBy) {

        static Row of(Difference difference) {
            String clause = difference.clauses().isEmpty() ? Difference.NOTHING : difference.clauses().mkString(", ");
            String place  = difference.place();
            if (difference.expected().isEmpty())
                return row("frame", Difference.NOTHING, place + " = " + difference.got().get(), "not allowed", clause);
            String expected = difference.expected().get();
            if (difference.got().isEmpty())
                return row(place, expected, Difference.NOTHING, "not reported", clause);
            String got = difference.got().get();
            if (difference.wholesale())
                return row(place, expected, got, place.equals(Difference.OUTCOME) ? "another outcome" : "not permitted", clause);
            return row(place, expected, got, difference.mask()
                .map(mask -> Differs.between(place, Mask.applied(mask, expected), Mask.applied(mask, got)))
                .getOrElse(() -> Differs.between(place, expected, got)), clause);
        }

        private static Row row(String field, String expected, String got, String differs, String clause) {
            return new Row(Printable.of(field, VALUE), Printable.of(expected, VALUE), Printable.of(got, VALUE), Printable.of(differs, VALUE), Printable.of(clause, VALUE));
        }
    }

    /// {@return what is kept of a judgement}
    public static Exhibit of(Judgement judgement) {
        Seq<Difference> differences = judgement.differences();
        Seq<Row> rows = differences.take(ROWS).map(Row::of);
        return new Exhibit(judgement.vector().id(), judgement.verdict(), judgement.vector().level(), judgement.decidedBy().map(Printable::of),
            Printable.of(judgement.vector().title(), TITLE),
            Asked.fields(judgement.vector().stimulus()).map(field -> field.map(Printable::of, value -> Printable.of(value, ASKED))),
            judgement.reason().map(reason -> Printable.of(reason, REASON)),
            differences.size() <= ROWS ? rows : rows.append(new Row("…", Difference.NOTHING, Difference.NOTHING, "in %,d more places".formatted(differences.size() - ROWS), Difference.NOTHING)),
            judgement.reply().map(Reply::stderr).filter(said -> explains(judgement.verdict()) && !said.isBlank()).map(Exhibit::end).getOrElse(List.empty()));
    }

    /// {@return how many characters a reader would have to read to see what was asked}
    int length() {
        return title.length() + asked.map(field -> field._2.length()).sum().intValue();
    }

    private static boolean explains(Verdict verdict) {
        return verdict == Verdict.ERROR || verdict == Verdict.CRASH || verdict == Verdict.TIMEOUT;
    }

    private static Seq<String> end(String said) {
        return List.ofAll(said.strip().lines().toList()).takeRight(LINES).map(line -> Printable.of(line, LINE));
    }
}
