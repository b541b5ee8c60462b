/// The end of a run: counts, clauses, what should be known besides, and one sentence.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Tally;
import vmmref.vectors.run.Verdict;

/// `pack` is the version of the pack, `selected` how many vectors were selected, `skips` the reasons why vectors were skipped.
public record Summary(Hello hello, String pack, Tier tier, int selected, double seconds, Run.Result result, ClauseTally clauses, Skips skips, Clusters clusters, Exit exit) {

    /// {@return the summary for people; with `all`, every clause and not only those that fail}
    public String text(Ink ink, boolean all) {
        return causes(ink) + table(ink, all) + counts(ink) + sensitivity(ink) + skips.text()
            + result.breaches().filter(breach -> result.stopped().isEmpty()).take(3).map(breach -> ink.bad("protocol") + " " + breach.text() + "\n").mkString()
            + result.news().appendAll(result.stale()).map(news -> ink.notable("news") + " " + Printable.lines(news) + "\n").mkString()
            + result.stopped().map(why -> ink.bad("stopped") + " " + Printable.lines(why) + "\n").getOrElse("")
            + closing(ink) + "\n";
    }

    /// {@return the closing sentence}
    public String sentence() {
        Tally tally = result.tally();
        String who  = Printable.of((hello.impl().name() + " " + hello.impl().version()).strip(), Printable.QUOTED);
        String what = "%,d %s of tier %s (pack %s, %s)".formatted(tally.judged(), tally.judged() == 1 ? "vector" : "vectors", tier.json(), pack, time());
        if (tally.judged() == 0 && result.stopped().isEmpty()) return "Nothing was selected, so nothing is said of " + who + ".";
        if (tally.ran() == 0) return "None of %s could be run, so nothing is said of %s.".formatted(what, who);
        String unjudged = result.stopped().isDefined() ? "; %,d were not judged".formatted(Math.max(0, selected - tally.judged())) : "";
        String passed   = "%,d passed".formatted(tally.count(Verdict.PASS)) + count(", %,d waived", tally.count(Verdict.WAIVED))
            + count(", %,d skipped", tally.judged() - tally.ran()) + count(", %,d seen only in part", tally.partial()) + unjudged;
        if (!result.sensitivity().whole())
            return "Nothing certain is said of %s: of %s, %s, but vmmref would not notice every wrong answer; please report it as a bug of vmmref.".formatted(who, what, passed);
        if (tally.bad() > 0)
            return "%s does not conform: of %s, %,d went wrong, %s; clauses: %s.".formatted(who, what, tally.bad(), passed, failing());
        return result.exit(false) == Exit.CONFORMS
            ? "%s conforms: of %s, %s.".formatted(who, what, passed)
            : "Nothing certain is said of %s: of %s, %s, but the adapter broke the protocol.".formatted(who, what, passed);
    }

    /// {@return the summary as an object; `failures` are the judgements that went wrong, as results.jsonl has them}
    public ObjectNode json(ArrayNode failures) {
        ObjectNode json = Json.object().put("pack", pack).put("tier", tier.json());
        json.set("hello", hello.json());
        json.set("verdicts", ResultsFile.verdicts(result.tally()));
        json.set("frame", Json.object().put("full", result.tally().full()).put("partial", result.tally().partial()));
        json.set("sensitivity", result.sensitivity().json());
        ArrayNode rows = json.putArray("clauses");
        clauses.rows().forEach(row -> rows.add(row.json()));
        ArrayNode causes = json.putArray("clusters");
        clusters.all().forEach(cluster -> causes.add(cluster.json()));
        json.set("failures", failures);
        json.set("skipped", skips.json());
        json.set("protocol", Json.texts(result.breaches().map(Breach::text)));
        json.set("news", Json.texts(result.news().appendAll(result.stale())));
        result.stopped().forEach(why -> json.put("stopped", why));
        return json.put("seconds", Math.round(seconds * 1000) / 1000.0).put("exit", exit.code()).put("sentence", sentence());
    }

    private String causes(Ink ink) {
        return clusters.failures() < 2 ? "" : clusters.text(ink) + "\n";
    }

    private String table(Ink ink, boolean all) {
        Seq<ClauseTally.Row> failing = clauses.failing();
        Seq<ClauseTally.Row> shown   = all ? clauses.rows() : failing;
        int hold   = clauses.rows().count(row -> row.fail() == 0 && row.pass() > 0);
        int silent = clauses.rows().size() - failing.size() - hold;
        String rest = all || clauses.rows().isEmpty() ? "" : "%,d %s%s%s (--verbose lists them)\n".formatted(hold,
            failing.isEmpty() ? "" : "other ", hold == 1 ? "clause holds" : "clauses hold", count(", %,d could not be judged", silent));
        return shown.isEmpty() ? rest : new Columns(
            List.of("", "clause", "title", "vectors", "pass", "fail", "waived", "skipped"),
            shown.map(Summary::row)).text("", ink::strong).replace("\n" + MARK, "\n" + ink.bad(MARK)) + rest;
    }

    private static final String MARK  = "FAIL";
    private static final int    NAMED = 5;

    private static Seq<String> row(ClauseTally.Row row) {
        return List.of(row.fail() > 0 ? MARK : row.pass() > 0 ? "ok" : "-", row.clause(), row.title(),
            number(row.vectors()), number(row.pass()), number(row.fail()), number(row.waived()), number(row.skipped()));
    }

    private static String number(int count) {
        return "%,d".formatted(count);
    }

    private String counts(Ink ink) {
        Tally tally = result.tally();
        return List.of(Verdict.values()).map(verdict -> {
            String text = verdict.word() + " " + number(tally.count(verdict));
            return tally.count(verdict) == 0 ? text : verdict.bad() ? ink.bad(text) : verdict == Verdict.PASS ? ink.good(text) : ink.notable(text);
        }).mkString("  ") + "\nframe: full %,d  partial %,d\n".formatted(tally.full(), tally.partial());
    }

    private String sensitivity(Ink ink) {
        return result.sensitivity().text() + "\n"
            + result.sensitivity().missed().take(NAMED).map(missed -> ink.bad("unnoticed") + " " + missed.text() + "\n").mkString();
    }

    private String closing(Ink ink) {
        return exit == Exit.CONFORMS ? ink.good(sentence()) : ink.bad(sentence());
    }

    /// The clauses that explain the failures come first.
    private String failing() {
        Seq<String> failing = clauses.failing().map(ClauseTally.Row::clause);
        Seq<String> names   = clusters.all().flatMap(Cluster::clauses).filter(failing::contains).appendAll(failing).distinct();
        return names.take(NAMED).mkString(", ") + count(" and %,d more", names.size() - NAMED);
    }

    private static String count(String text, int count) {
        return Option.when(count > 0, () -> text.formatted(count)).getOrElse("");
    }

    /// {@return how long it took, in words}
    String time() {
        return seconds < 0.1 ? "%.0f ms".formatted(seconds * 1000) : "%.1f s".formatted(seconds);
    }
}
