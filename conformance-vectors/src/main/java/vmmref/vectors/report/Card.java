/// What a person sees of one vector that went wrong.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Locale;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Verdict;

/// Which vector, what it is about, what was asked, field by field what differs and which clause decided it, and how to ask it again.
public record Card(Repro repro, Ink ink) {

    /// {@return the card of a judgement, some lines, the last one ended}
    public String text(Judgement judgement) {
        return text(Exhibit.of(judgement), "");
    }

    /// {@return the card of an exhibit; `place` says where among the clusters it belongs, or nothing}
    String text(Exhibit exhibit, String place) {
        return "%s %s   %s   %s%s\n".formatted(
                heading(exhibit.verdict()), ink.strong(exhibit.id()), exhibit.level().json(), exhibit.clauses().mkString(", "),
                place.isEmpty() ? "" : "   " + ink.quiet("[" + place + "]"))
            + "  " + exhibit.title() + "\n"
            + exhibit.asked().map(field -> "  %s: %s\n".formatted(field._1, field._2)).mkString()
            + exhibit.reason().map(reason -> "  " + reason + "\n").getOrElse("")
            + rows(exhibit.rows())
            + stderr(exhibit.stderr())
            + "  " + ink.quiet("repro: " + repro.line(exhibit.id())) + "\n";
    }

    private String heading(Verdict verdict) {
        String word = verdict.word().toUpperCase(Locale.ROOT);
        return verdict.bad() ? ink.bad(word) : ink.notable(word);
    }

    private String rows(Seq<Exhibit.Row> rows) {
        return rows.isEmpty() ? "" : new Columns(
            List.of("field", "expected", "got", "differs", "decided by"),
            rows.map(row -> List.of(row.field(), row.expected(), row.got(), row.differs(), row.decidedBy()))).text("  ", ink::quiet);
    }

    private static String stderr(Seq<String> lines) {
        return lines.isEmpty() ? "" : "  on standard error:\n" + lines.map(line -> "    " + line + "\n").mkString();
    }
}
