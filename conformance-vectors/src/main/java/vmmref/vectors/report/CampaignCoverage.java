/// Which clauses decided in a campaign, and how often.
package vmmref.vectors.report;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import vmmref.properties.campaign.Closing;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.vectors.format.Printable;

record CampaignCoverage(Closing closing) {

    private static final String STRANGE = "Clauses that this specification does not have";

    /// {@return a chart for each chapter of which a clause decided; their axes are alike}
    Seq<BarChart> chapters() {
        double most = closing.reached().map(reached -> (double) reached.times()).max().getOrElse(1.0);
        Map<String, ? extends Seq<Closing.Reached>> chapters = closing.reached().groupBy(reached -> Clauses.named(reached.clause()).map(clause -> clause.sentence().chapter()).getOrElse(""));
        return chapters.toVector().sortBy(chapter -> chapter._1.isEmpty() ? "~" : chapter._1).zipWithIndex((chapter, index) ->
            BarChart.logarithmic("chapter-" + (index + 1), chapter._1.isEmpty() ? STRANGE : ClauseMap.title(chapter._1), "clause", "cases, each step ten times as many", most,
                chapter._2.map(CampaignCoverage::bar)));
    }

    private static BarChart.Measured bar(Closing.Reached reached) {
        return new BarChart.Measured(Printable.of(reached.clause(), Printable.QUOTED), title(reached.clause()), reached.times(), "%,d".formatted(reached.times()));
    }

    Seq<CampaignPage.Hole> holes() {
        return closing.unreached().map(hole -> new CampaignPage.Hole(Printable.of(hole.clause(), Printable.QUOTED), title(hole.clause()), Printable.of(hole.reason(), Printable.SENTENCE)));
    }

    private static String title(String clause) {
        return Clauses.named(clause).map(Clause::sentence).map(sentence -> sentence.title()).getOrElse("");
    }
}
