/// What report.html shows, in the order in which it is shown.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import vmmref.vectors.run.Sensitivity;
import vmmref.vectors.run.Verdict;

/// The templates below `src/main/jte` make a page of it; every text is escaped there. `standing` says in a word or three what came of it.
public record ReportPage(PageFrame frame, String title, String standing, String sentence, Seq<Fact> scope, Seq<Fact> parameters, Seq<Count> counts,
                         String causes, Seq<Cause> clusters, Seq<Chapter> chapters, Seq<Skips.Reason> skipped, Seq<Notice> notices, Sensitivity sensitivity) {

    static final String CONFORMS = "conforms";

    /// {@return whether the implementation conforms}
    public boolean good() {
        return standing.equals(CONFORMS);
    }

    /// A name and its value.
    public record Fact(String name, String value) { }

    /// How many vectors got a verdict.
    public record Count(Verdict verdict, int count, String share) {

        /// {@return `good`, `bad` or `quiet`}
        public String tone() {
            return count == 0 ? "quiet" : verdict.bad() ? "bad" : verdict == Verdict.PASS ? "good" : "notable";
        }
    }

    /// A cluster, with the examples that are shown as cards; `more` names other vectors of it, and `unlisted` counts those that are not named.
    public record Cause(Cluster cluster, Seq<Example> examples, Seq<String> more, int unlisted) {

        /// {@return the words by which it is filtered}
        public String clauses() {
            return cluster.clauses().mkString(" ");
        }
    }

    /// A vector that went wrong, and how to ask it again.
    public record Example(Exhibit exhibit, String repro) { }

    /// A chapter of the specification, and how its clauses fared.
    public record Chapter(String title, Seq<Line> lines) { }

    /// A clause: `state` is `wrong`, `holds`, `skipped`, `waived` or `none`, where nothing judges it.
    public record Line(ClauseTally.Row row, String title, String level, String text, String state, Seq<Part> bar) { }

    /// A part of a bar: its kind, and from where to where, in hundredths.
    public record Part(String kind, int from, int width) { }

    /// What should be known besides: a heading and some sentences.
    public record Notice(String heading, String explanation, Seq<String> sentences) { }
}
