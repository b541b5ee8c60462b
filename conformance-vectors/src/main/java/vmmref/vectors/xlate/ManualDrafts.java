package vmmref.vectors.xlate;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;

/// Cases whose expectations were worked out by hand from the manual, before anything was run.
public final class ManualDrafts {
    private static final int OF_A_CLAUSE = 2;
    private static final String ALTERNATIVE = " \\|\\| ";
    private static final Pattern CHOICES = Pattern.compile("\\[(.*?)] ?(.*)");
    private static final Pattern NEED = Pattern.compile("([\\w-]+)(>=|<|=|!)(\\w+)");

    private ManualDrafts() { }

    /// Of the cases that one clause decides if no freedom is taken, a few are for smoke.
    static Seq<Draft> all() {
        return of(Source.named(ManualDrafts.class, "manual"));
    }

    /// {@return those of a table}
    public static Seq<Draft> of(Table table) {
        return table.rows().groupBy(row -> row.cell(5).split(ALTERNATIVE)[0]).values().toVector()
            .flatMap(rows -> rows.zipWithIndex().map(row -> draft(row._1, row._2 < OF_A_CLAUSE ? Tier.SMOKE : Tier.CORE)));
    }

    private static Draft draft(Table.Row row, Tier tier) {
        Expectation expected = expectation(row);
        ObjectNode in = Json.object();
        in.set("do", Json.parse(row.cell(4)));
        return new Draft("manual", tier, expected.outcome() == Outcome.UNSPECIFIED ? Level.UNSPECIFIED : Level.MUST, row.cell(1), words(row.cell(2)), needs(row.cell(0)),
            Stimulus.of(in).from(State.BASE, (ObjectNode) Json.parse(row.cell(3))), Option.of(expected), "manual", Option.none());
    }

    private static Seq<String> words(String cell) {
        return cell.equals("-") ? Vector.empty() : Vector.of(cell.split(" "));
    }

    private static Needs needs(String cell) {
        return new Needs(LinkedHashMap.ofEntries(words(cell).map(word -> {
            Matcher need = NEED.matcher(word);
            if (!need.matches()) throw new IllegalStateException("manual.tsv: " + word + " is no need");
            boolean flag = need.group(3).matches("true|false");
            return Tuple.of(need.group(1), (flag ? "" : need.group(2)) + need.group(3));
        })));
    }

    private static Expectation expectation(Table.Row row) {
        Seq<String> clauses  = Vector.of(row.cell(5).split(ALTERNATIVE));
        Seq<String> outcomes = Vector.of(row.cell(6).split(ALTERNATIVE));
        Seq<String> places   = Vector.of(row.cell(7).split(ALTERNATIVE, -1));
        if (clauses.size() != outcomes.size() || clauses.size() != places.size()) throw new IllegalStateException(row.where() + ": " + clauses.size() + " clauses, "
            + outcomes.size() + " outcomes, " + places.size() + " lists of places");
        return Expectation.any(Vector.range(0, clauses.size()).map(index -> alternative(outcomes.get(index), places.get(index)).explained(Option.some(clauses.get(index)), LinkedHashMap.empty())));
    }

    private static Expectation alternative(String outcome, String text) {
        Matcher choices = CHOICES.matcher(text);
        Map<String, String> chosen = choices.matches() ? pairs(choices.group(1), " ") : LinkedHashMap.empty();
        Map<String, String> places = pairs(choices.matches() ? choices.group(2) : text, " \\| ");
        return Expectation.typed(Outcome.named(outcome).get(), LinkedHashMap.empty()).expecting(places).chosen(chosen);
    }

    private static Map<String, String> pairs(String text, String separator) {
        return text.isBlank() ? LinkedHashMap.empty() : LinkedHashMap.ofEntries(Vector.of(text.strip().split(separator)).map(pair ->
            Tuple.of(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1))));
    }
}
