/// What a person sees of one vector that went wrong.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Locale;
import vmmref.vectors.format.Mask;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Verdict;

/// Which vector, what it is about, what was asked, field by field what differs and which clause decided it, and how to ask it again.
public record Card(Repro repro, Ink ink) {

    private static final int STIMULUS = 160;
    private static final int STDERR   = 8;

    /// {@return the card of a judgement, some lines, the last one ended}
    public String text(Judgement judgement) {
        return "%s %s   %s   %s\n".formatted(
                heading(judgement.verdict()), ink.strong(judgement.vector().id()), judgement.vector().level().json(), judgement.decidedBy().mkString(", "))
            + "  " + judgement.vector().title() + "\n"
            + Asked.lines(judgement.vector().stimulus(), STIMULUS)
            + judgement.reason().map(reason -> "  " + reason + "\n").getOrElse("")
            + differences(judgement.differences())
            + judgement.reply().map(Reply::stderr).filter(said -> explains(judgement.verdict()) && !said.isBlank()).map(this::stderr).getOrElse("")
            + "  " + ink.quiet("repro: " + repro.line(judgement.vector().id())) + "\n";
    }

    private String heading(Verdict verdict) {
        String word = verdict.word().toUpperCase(Locale.ROOT);
        return verdict.bad() ? ink.bad(word) : ink.notable(word);
    }

    private static boolean explains(Verdict verdict) {
        return verdict == Verdict.ERROR || verdict == Verdict.CRASH || verdict == Verdict.TIMEOUT;
    }

    private String differences(Seq<Difference> differences) {
        return differences.isEmpty() ? "" : new Columns(
            List.of("field", "expected", "got", "differs", "decided by"),
            differences.map(Card::row)).text("  ", ink::quiet);
    }

    private static Seq<String> row(Difference difference) {
        String clause = difference.clauses().isEmpty() ? Difference.NOTHING : difference.clauses().mkString(", ");
        if (difference.expected().isEmpty())
            return List.of("frame", Difference.NOTHING, difference.place() + " = " + difference.got().get(), "not allowed", clause);
        if (difference.got().isEmpty())
            return List.of(difference.place(), difference.expected().get(), Difference.NOTHING, "not reported", clause);
        if (difference.wholesale())
            return List.of(difference.place(), difference.expected().get(), difference.got().get(),
                difference.place().equals(Difference.OUTCOME) ? "another outcome" : "not permitted", clause);
        return List.of(difference.place(), difference.expected().get(), difference.got().get(),
            differs(difference, difference.expected().get(), difference.got().get()), clause);
    }

    private static String differs(Difference difference, String expected, String got) {
        return difference.mask()
            .map(mask -> Differs.between(difference.place(), Mask.applied(mask, expected), Mask.applied(mask, got)))
            .getOrElse(() -> Differs.between(difference.place(), expected, got));
    }

    private String stderr(String said) {
        Seq<String> lines = List.ofAll(said.strip().lines().toList());
        return "  on standard error:\n" + lines.takeRight(STDERR).map(line -> "    " + line + "\n").mkString();
    }
}
