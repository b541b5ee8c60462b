/// Why vectors were skipped, and how many for each reason.
package vmmref.vectors.report;

import io.vavr.collection.List;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Verdict;

/// Reasons are grouped by verdict and text; an implementation that gives a reason of its own for each case makes a long list, cut short.
public final class Skips implements Run.Listener {

    private static final int SHOWN  = 5;
    private static final int LENGTH = 160;

    private record Reason(Verdict verdict, String text) { }

    private final Map<Reason, Integer> counts = new LinkedHashMap<>();

    @Override
    public void judged(Judgement judgement) {
        if (judgement.verdict().ran()) return;
        String text = StringUtils.abbreviate(judgement.reason().getOrElse(""), "…", LENGTH);
        counts.merge(new Reason(judgement.verdict(), text), 1, Integer::sum);
    }

    /// {@return a line for each reason, the most frequent first; empty if nothing was skipped}
    public String text() {
        List<Map.Entry<Reason, Integer>> sorted = sorted();
        return sorted.take(SHOWN).map(entry -> "%s %,d: %s\n".formatted(entry.getKey().verdict().word(), entry.getValue(), entry.getKey().text())).mkString()
            + (sorted.size() > SHOWN ? "… and %,d other reasons\n".formatted(sorted.size() - SHOWN) : "");
    }

    /// {@return reason -> count}
    public ObjectNode json() {
        ObjectNode json = Json.object();
        sorted().forEach(entry -> json.put(entry.getKey().verdict().word() + ": " + entry.getKey().text(), entry.getValue()));
        return json;
    }

    private List<Map.Entry<Reason, Integer>> sorted() {
        return List.ofAll(counts.entrySet()).sortBy(entry -> -entry.getValue());
    }
}
