/// The vectors that went wrong: shown one by one as they come, or kept for the end.
package vmmref.vectors.cli;

import java.io.PrintWriter;
import tools.jackson.databind.node.ArrayNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.Card;
import vmmref.vectors.report.Progress;
import vmmref.vectors.report.ResultsFile;
import vmmref.vectors.run.Judgement;

/// With `--format json` they are kept as lines of results.jsonl.
final class Failures {

    private final boolean json;
    private final int most;
    private final Card card;
    private final PrintWriter data;
    private final ArrayNode lines = Json.object().putArray("failures");
    private int shown;
    private int hidden;

    Failures(boolean json, int most, Card card, PrintWriter data) {
        this.json = json;
        this.most = most;
        this.card = card;
        this.data = data;
    }

    void show(Judgement judgement, Progress progress) {
        if (!judgement.verdict().bad()) return;
        if (json) lines.add(ResultsFile.line(judgement));
        else if (shown == most) hidden++;
        else {
            shown++;
            progress.aside(() -> {
                data.println(card.text(judgement));
                data.flush();
            });
        }
    }

    ArrayNode lines() {
        return lines;
    }

    String rest() {
        return hidden == 0 ? "" : "… and %,d more that went wrong (--max-cards shows more, --out DIR keeps them all)%n%n".formatted(hidden);
    }
}
