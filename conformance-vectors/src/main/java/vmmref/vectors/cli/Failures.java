/// The vectors that went wrong: one of each cluster at the end, or at once where the first ends the run, or all of them as data.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import java.io.PrintWriter;
import tools.jackson.databind.node.ArrayNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.Card;
import vmmref.vectors.report.Cluster;
import vmmref.vectors.report.ClusterCards;
import vmmref.vectors.report.Progress;
import vmmref.vectors.report.ResultsFile;
import vmmref.vectors.run.Judgement;

/// With `--format json` they are kept as lines of results.jsonl.
final class Failures {

    private final boolean json;
    private final int most;
    private final boolean atOnce;
    private final Card card;
    private final PrintWriter data;
    private final ArrayNode lines = Json.object().putArray("failures");

    Failures(boolean json, int most, boolean atOnce, Card card, PrintWriter data) {
        this.json   = json;
        this.most   = most;
        this.atOnce = atOnce;
        this.card   = card;
        this.data   = data;
    }

    void show(Judgement judgement, Progress progress) {
        if (!judgement.verdict().bad()) return;
        if (json) lines.add(ResultsFile.line(judgement));
        else if (atOnce && most > 0) progress.aside(() -> {
            data.println(card.text(judgement));
            data.flush();
        });
    }

    ArrayNode lines() {
        return lines;
    }

    /// {@return the cards that were not shown at once}
    String cards(Seq<Cluster> clusters) {
        return atOnce ? "" : new ClusterCards(clusters, card, most).text();
    }
}
