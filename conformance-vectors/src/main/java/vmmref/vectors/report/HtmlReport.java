/// report.html: the whole run on one page, in one file.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Tally;
import vmmref.vectors.run.Verdict;

/// It asks nothing of a network, and shows everything without a script. Its size is bounded, whatever an implementation wrote: so many cards
/// in all, the other vectors by their ids.
record HtmlReport(Summary summary, Repro repro, Seq<Skips.Reason> waived, Instant written) {

    static final String NAME = "report.html";

    private static final int CARDS    = 120;
    private static final int CAUSES   = 100;
    private static final int NOTICES  = 50;
    private static final int SENTENCE = 400;

    /// Writes the page into a folder.
    Path write(Path folder) {
        Path file = folder.resolve(NAME);
        new Template("report.jte", page()).write(file, ResultsFile.REMEDY);
        return file;
    }

    ReportPage page() {
        Seq<Cluster> clusters = summary.clusters().all();
        return new ReportPage(PageFrame.ofReport(), printable(name()), standing(), printable(summary.sentence()), scope(), parameters(), counts(),
            summary.clusters().sentence(), causes(clusters), ClauseMap.of(summary.clauses()), summary.skips().reasons(), notices(), summary.result().sensitivity());
    }

    private String standing() {
        return switch (summary.exit()) {
            case CONFORMS -> ReportPage.CONFORMS;
            case WRONG    -> "does not conform";
            default       -> "nothing certain";
        };
    }

    private String name() {
        return (summary.hello().impl().name() + " " + summary.hello().impl().version()).strip();
    }

    private Seq<ReportPage.Fact> scope() {
        Hello hello = summary.hello();
        Tally tally = summary.result().tally();
        return List.of(
            fact("Implementation", name() + ", in " + hello.impl().lang()),
            fact("Issues", hello.impl().issues().getOrElse("")),
            fact("Pack", summary.pack()),
            fact("Tier", summary.tier().json()),
            fact("Vectors", "%,d selected, %,d judged, %,d ran".formatted(summary.selected(), tally.judged(), tally.ran())),
            fact("Seen", "%,d wholly, %,d in part".formatted(tally.full(), tally.partial())),
            fact("Kinds", hello.kinds().mkString(", ")),
            fact("Observes", hello.observes().map(places -> places.mkString(", ")).getOrElse("every place")),
            fact("Time", summary.time()),
            fact("Exit code", summary.exit().code() + " (" + summary.exit().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ")"),
            fact("Written", written.truncatedTo(ChronoUnit.SECONDS).toString())).reject(fact -> fact.value().isEmpty());
    }

    private Seq<ReportPage.Fact> parameters() {
        Parameters profile = summary.hello().profile();
        return profile.values().toList().take(NOTICES).map(value -> fact(value._1, value._2));
    }

    private Seq<ReportPage.Count> counts() {
        Tally tally = summary.result().tally();
        return List.of(Verdict.values()).map(verdict -> new ReportPage.Count(verdict, tally.count(verdict),
            tally.count(verdict) == 0 ? "" : "%.1f %%".formatted(100.0 * tally.count(verdict) / tally.judged())));
    }

    private Seq<ReportPage.Cause> causes(Seq<Cluster> clusters) {
        int each = Math.max(1, Math.min(Sightings.EXAMPLES, CARDS / Math.max(1, clusters.size())));
        return clusters.take(CAUSES).map(cluster -> {
            Seq<Exhibit> shown = cluster.examples().take(each);
            Seq<String> more   = cluster.ids().removeAll(shown.map(Exhibit::id));
            return new ReportPage.Cause(cluster, shown.map(exhibit -> new ReportPage.Example(exhibit, printable(repro.line(exhibit.id())))),
                more, cluster.cases() - shown.size() - more.size());
        });
    }

    private Seq<ReportPage.Notice> notices() {
        return List.of(
            notice("Stopped", "The implementation could not go on; vectors after that were not judged.", summary.result().stopped().toList()),
            notice("Breaches of the protocol", "What the adapter wrote cannot be read as answers.", summary.result().breaches().map(Breach::text)),
            notice("News", "What should be known besides the verdicts.", summary.result().news()),
            notice("Waived", "Failures that are known, by their reason.", waived.map(reason -> "%,d: %s".formatted(reason.count(), reason.text()))),
            notice("Stale", "Known failures that are none any more.", summary.result().stale())).reject(notice -> notice.sentences().isEmpty());
    }

    private static ReportPage.Notice notice(String heading, String explanation, Seq<String> sentences) {
        Seq<String> shown = sentences.take(NOTICES).map(HtmlReport::printable);
        return new ReportPage.Notice(heading, explanation, sentences.size() <= NOTICES ? shown : shown.append("… and %,d more".formatted(sentences.size() - NOTICES)));
    }

    private static ReportPage.Fact fact(String name, String value) {
        return new ReportPage.Fact(printable(name), printable(value));
    }

    private static String printable(String text) {
        return Printable.of(text, SENTENCE);
    }
}
