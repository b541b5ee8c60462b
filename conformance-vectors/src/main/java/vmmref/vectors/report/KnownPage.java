/// Failures as the entries of a known-failures file, for a person to explain.
package vmmref.vectors.report;

import io.vavr.collection.List;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Run;

/// There is an entry for each clause that decided first, in the order in which they came.
public final class KnownPage implements Run.Listener {

    private static final int REASON = 160;

    private final Map<String, List<Judgement>> wrong = new LinkedHashMap<>();

    @Override
    public void judged(Judgement judgement) {
        if (!judgement.verdict().bad()) return;
        wrong.merge(judgement.isAnswered() ? judgement.decidedBy().headOption().getOrElse("") : "", List.of(judgement), (before, more) -> before.appendAll(more));
    }

    /// {@return how many vectors went wrong}
    public int vectors() {
        return List.ofAll(wrong.values()).map(List::size).sum().intValue();
    }

    /// {@return how many entries there are}
    public int entries() {
        return wrong.size();
    }

    /// {@return the entries in TOML; empty if nothing went wrong}
    public String text(Hello hello, String pack) {
        String head = "# What goes wrong with %s %s, by pack %s. Say in each reason why it does.\n"
            .formatted(oneLine(hello.impl().name()), oneLine(hello.impl().version()), pack);
        return wrong.isEmpty() ? "" : head + List.ofAll(wrong.entrySet()).map(entry -> "\n" + entry(entry.getKey(), entry.getValue())).mkString();
    }

    private static String entry(String clause, List<Judgement> judgements) {
        return "[[known]]\n"
            + (clause.isEmpty() ? "" : "clause = " + quoted(clause) + "\n")
            + "ids = [\n" + judgements.map(judgement -> "    " + quoted(judgement.vector().id()) + ",\n").mkString() + "]\n"
            + "reason = " + quoted("not yet explained; " + what(judgements.head())) + "\n";
    }

    private static String what(Judgement judgement) {
        String text = judgement.differences().headOption().map(KnownPage::what).orElse(judgement.reason()).getOrElse("");
        return "%s in %s: %s".formatted(judgement.verdict().word(), judgement.vector().id(), StringUtils.abbreviate(oneLine(text), "…", REASON));
    }

    private static String what(Difference difference) {
        return "%s is %s, expected %s".formatted(difference.place(), difference.got().getOrElse(Difference.NOTHING), difference.expected().getOrElse(Difference.NOTHING));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /// A basic string of TOML is quoted as one of JSON is, once it has no control characters.
    private static String quoted(String text) {
        return Json.texts(List.of(oneLine(text))).get(0).toString();
    }
}
