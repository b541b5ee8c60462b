/// The findings of a campaign as cards.
package vmmref.vectors.report;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Locale;
import vmmref.properties.campaign.Finding;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.ShellWords;

/// @param command how the user starts vmmref
/// @param name    the words that name the campaign, for a shell
record CampaignCards(Seq<Finding> findings, String command, String name) {

    private static final int CARDS = 100;
    private static final int IDS   = 5_000;
    /// Characters of cases, on all cards together and on one.
    private static final int TEXT  = 300_000;
    private static final int ONE   = 8_000;
    private static final int MESSAGE = 1_500;

    CampaignPage.Shelf shelf() {
        Seq<Finding> order = findings.size() > CARDS ? spread() : findings;
        Seq<Finding> shown = order.take(CARDS);
        Seq<String>  more  = order.drop(CARDS).take(IDS).map(finding -> quoted(finding.id()));
        String sentence = findings.size() > CARDS ? "%,d of %,d have a card, of each law some.".formatted(CARDS, findings.size()) : "";
        return new CampaignPage.Shelf(sentence, shown.zipWithIndex((finding, index) -> card(finding, index + 1)).toVector(), more, findings.size() - shown.size() - more.size());
    }

    /// One of each law, then another of each; of a law first those that were made smaller.
    private Seq<Finding> spread() {
        return findings.groupBy(Finding::law).values().flatMap(ofLaw -> ofLaw.sortBy(finding -> !finding.isComplete()).zipWithIndex())
            .sortBy(ranked -> Tuple.of(ranked._2, ranked._1.id())).map(Tuple2::_1).toVector();
    }

    private CampaignPage.Card card(Finding finding, int number) {
        int most = Math.min(ONE, TEXT / Math.min(CARDS, findings.size()));
        return new CampaignPage.Card(number, quoted(finding.id()), quoted(finding.law()), printable(finding.sentence()), Excerpt.of(finding.message(), MESSAGE),
            quoted(finding.symptom()), origin(finding), Excerpt.of(finding.reading().mkString("\n"), most), new CampaignArguments(finding).within(most), line("replay", finding), line("promote", finding));
    }

    private String line(String what, Finding finding) {
        return printable("%s campaign %s %s %s".formatted(command, what, name, ShellWords.quote(finding.id())));
    }

    private static String origin(Finding finding) {
        String found = "Found as %s, with %s".formatted(origin(finding.stage().name(), finding.number()), Amount.of(finding.originalSize(), "value", "values"));
        return finding.isComplete() ? "%s; made smaller to %,d in %s.".formatted(found, finding.size(), Amount.of(finding.tries(), "try", "tries")) : found + "; not made smaller yet.";
    }

    /// {@return what a case is called}
    static String origin(String stage, long number) {
        return switch (stage) {
            case "REPLAY" -> "stored case %,d".formatted(number);
            case "EDGES"  -> "edge case %,d".formatted(number);
            case "SEARCH" -> "random case %,d".formatted(number);
            default       -> "case %,d of %s".formatted(number, Printable.of(stage.toLowerCase(Locale.ROOT), Printable.QUOTED));
        };
    }

    private static String quoted(String text) {
        return Printable.of(text, Printable.QUOTED);
    }

    private static String printable(String text) {
        return Printable.of(text, Printable.SENTENCE);
    }
}
