/// Why vectors were skipped, and how many for each reason.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Verdict;

/// Reasons are grouped by verdict and text; an implementation that gives a reason of its own for each case makes a long list, cut short.
public final class Skips implements Run.Listener {

    private static final int SHOWN  = 5;
    private static final int KEPT   = 500;
    private static final int LENGTH = 160;

    /// Why so many vectors got a verdict; the last of them may stand for several reasons.
    public record Reason(Verdict verdict, String text, int count) { }

    private record Kind(Verdict verdict, String text) { }

    private final Counts<Kind> counts = new Counts<>(KEPT);

    @Override
    public void judged(Judgement judgement) {
        if (!judgement.verdict().ran()) counts.add(new Kind(judgement.verdict(), Printable.of(judgement.reason().getOrElse(""), LENGTH)));
    }

    /// {@return the reasons, the most frequent first}
    public Seq<Reason> reasons() {
        Seq<Reason> known = counts.sorted().map(entry -> new Reason(entry._1.verdict(), entry._1.text(), entry._2));
        return counts.others() == 0 ? known : known.append(new Reason(Verdict.UNSUPPORTED, "… for other reasons", counts.others()));
    }

    /// {@return a line for each reason, the most frequent first; empty if nothing was skipped}
    public String text() {
        Seq<Reason> reasons = reasons();
        return reasons.take(SHOWN).map(reason -> "%s %,d: %s\n".formatted(reason.verdict().word(), reason.count(), reason.text())).mkString()
            + (reasons.size() > SHOWN ? "… and %,d other reasons\n".formatted(reasons.size() - SHOWN) : "");
    }

    /// {@return reason -> count}
    public ObjectNode json() {
        ObjectNode json = Json.object();
        reasons().forEach(reason -> json.put(reason.verdict().word() + ": " + reason.text(), reason.count()));
        return json;
    }
}
