/// Every clause of the specification, chapter by chapter, and how its vectors fared.
package vmmref.vectors.report;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Level;
import vmmref.spec.Sentence;

/// A clause that no vector of the run is about stays visible.
final class ClauseMap {

    private static final int WHOLE = 100;

    private ClauseMap() { }

    /// {@return the chapters that have clauses; clauses that this specification does not know come last}
    static Seq<ReportPage.Chapter> of(ClauseTally tally) {
        Map<String, ClauseTally.Row> rows = HashMap.ofEntries(tally.rows().map(row -> Tuple.of(row.clause(), row)));
        Seq<ReportPage.Chapter> chapters = Clauses.all().groupBy(clause -> clause.sentence().chapter()).toList().sortBy(chapter -> chapter._1)
            .map(chapter -> new ReportPage.Chapter(title(chapter._1), chapter._2.map(clause -> line(clause, rows))));
        Seq<ReportPage.Line> strangers = tally.rows().filter(row -> Clauses.named(row.clause()).isEmpty()).map(row -> line(row, "", "", ""));
        return strangers.isEmpty() ? chapters : chapters.append(new ReportPage.Chapter("Clauses that this specification does not have", strangers));
    }

    private static ReportPage.Line line(Clause clause, Map<String, ClauseTally.Row> rows) {
        ClauseTally.Row row = rows.get(clause.name()).getOrElse(() -> new ClauseTally.Row(clause.name(), 0, 0, 0, 0));
        Sentence sentence = clause.sentence();
        return line(row, sentence.title(), sentence.level().name().toLowerCase(Locale.ROOT), row.fail() > 0 ? Sentence.plain(sentence.text()) : hole(row, sentence.level()));
    }

    private static ReportPage.Line line(ClauseTally.Row row, String title, String level, String text) {
        return new ReportPage.Line(row, title, level, text, state(row), bar(row));
    }

    private static String hole(ClauseTally.Row row, Level level) {
        if (row.vectors() > 0) return row.pass() + row.waived() > 0 ? "" : "Its vectors were skipped, or never reached it.";
        return level == Level.GUARANTEE ? "A guarantee: properties hold it, no vector does." : "No vector of this run is about it.";
    }

    private static String state(ClauseTally.Row row) {
        if (row.fail() > 0)   return "wrong";
        if (row.waived() > 0) return "waived";
        if (row.pass() > 0)   return "holds";
        return row.vectors() > 0 ? "skipped" : "none";
    }

    /// A part that is there is seen: it has at least one hundredth.
    private static Seq<ReportPage.Part> bar(ClauseTally.Row row) {
        List<ReportPage.Part> parts = List.empty();
        int from = 0;
        for (var part : List.of(Tuple.of("wrong", row.fail()), Tuple.of("waived", row.waived()), Tuple.of("skipped", row.skipped()), Tuple.of("holds", row.pass()))) {
            if (part._2 == 0) continue;
            int width = Math.max(2, (int) Math.round((double) part._2 * WHOLE / row.vectors()));
            parts = parts.append(new ReportPage.Part(part._1, from, Math.min(width, WHOLE - from)));
            from += width;
        }
        return parts;
    }

    /// {@return how a chapter is called whose file has a name}
    static String title(String chapter) {
        return StringUtils.stripStart(StringUtils.substringBefore(chapter, "-"), "0") + " " + StringUtils.capitalize(StringUtils.substringAfter(chapter, "-").replace('-', ' '));
    }
}
