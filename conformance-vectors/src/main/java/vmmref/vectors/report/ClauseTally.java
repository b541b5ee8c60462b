/// How the vectors of each clause fared.
package vmmref.vectors.report;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Clauses;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Verdict;

/// A vector that went wrong counts against the clauses that decided what went wrong. It speaks for the clauses of the places that were
/// right, and says nothing of a clause that the answer never reached: there it counts as skipped.
public final class ClauseTally implements Run.Listener {

    private enum Fate { PASS, FAIL, WAIVED, SKIPPED }

    /// One clause: how many vectors it has in the run, and how they fared; the four add up.
    public record Row(String clause, int pass, int fail, int waived, int skipped) {

        /// {@return how many vectors of the run are about the clause}
        public int vectors() {
            return pass + fail + waived + skipped;
        }

        /// {@return the title of the clause; empty if this specification does not have it}
        public String title() {
            return Clauses.named(clause).map(known -> known.sentence().title()).getOrElse("");
        }

        /// {@return the row as an object}
        public ObjectNode json() {
            return Json.object().put("clause", clause).put("title", title()).put("vectors", vectors())
                .put("pass", pass).put("fail", fail).put("waived", waived).put("skipped", skipped);
        }

        private Row with(Fate fate) {
            return switch (fate) {
                case PASS    -> new Row(clause, pass + 1, fail, waived, skipped);
                case FAIL    -> new Row(clause, pass, fail + 1, waived, skipped);
                case WAIVED  -> new Row(clause, pass, fail, waived + 1, skipped);
                case SKIPPED -> new Row(clause, pass, fail, waived, skipped + 1);
            };
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();

    @Override
    public synchronized void judged(Judgement judgement) {
        judgement.clauses().forEach(clause -> rows.merge(clause,
            new Row(clause, 0, 0, 0, 0).with(fate(judgement, clause)),
            (row, first) -> row.with(fate(judgement, clause))));
    }

    /// {@return every clause of the run: first those with failures, then in the order of the specification}
    public synchronized Seq<Row> rows() {
        Seq<String> order = Clauses.all().map(clause -> clause.name());
        return List.ofAll(rows.values())
            .sortBy(row -> order.contains(row.clause()) ? order.indexOf(row.clause()) : order.size())
            .sortBy(row -> row.fail() == 0);
    }

    /// {@return the clauses with failures, in the order of the specification}
    public Seq<Row> failing() {
        return rows().filter(row -> row.fail() > 0);
    }

    private static Fate fate(Judgement judgement, String clause) {
        Verdict verdict = judgement.verdict();
        if (verdict == Verdict.PASS) return judgement.full() || observed(judgement).contains(clause) ? Fate.PASS : Fate.SKIPPED;
        if (!verdict.ran()) return Fate.SKIPPED;
        if (judgement.decidedBy().contains(clause)) return verdict == Verdict.WAIVED ? Fate.WAIVED : Fate.FAIL;
        boolean right = !judgement.differences().isEmpty() && rightPlaces(judgement).contains(clause);
        return right ? Fate.PASS : Fate.SKIPPED;
    }

    /// The clauses of the places that were as expected. A part of a place that was not may be right or wrong: nothing is said of it.
    private static Seq<String> rightPlaces(Judgement judgement) {
        Seq<String> wrong = judgement.differences().map(Difference::place);
        if (judgement.differences().exists(Difference::wholesale)) return List.empty();
        return decidedOn(judgement, place -> !wrong.contains(place));
    }

    /// The clauses of the places that the answer reports.
    private static Seq<String> observed(Judgement judgement) {
        Set<String> reported = judgement.reply()
            .map(reply -> reply instanceof Reply.Answered answered && answered.answer() instanceof Answer.Observed observed
                ? observed.places().keySet() : HashSet.<String>empty())
            .getOrElse(HashSet.empty());
        return decidedOn(judgement, reported::contains);
    }

    /// The clauses that decided the outcome, and the expected places that a question admits.
    private static Seq<String> decidedOn(Judgement judgement, Predicate<String> admitted) {
        return judgement.expectation().by().toList()
            .filter(by -> judgement.expectation().places().keySet()
                .filter(place -> by._1.equals(place) || by._1.startsWith(place + ".")).maxBy(String::length).exists(admitted))
            .map(by -> by._2)
            .appendAll(judgement.expectation().because());
    }
}
