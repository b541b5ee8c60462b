package vmmref.vectors.build;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Tier;

/// Cases that were worked out by hand, or assembled, before anything was run.
final class ManualDrafts {
    private ManualDrafts() { }

    /// The first case that a clause decides is for smoke.
    static Seq<Draft> all() {
        return Source.named(ManualDrafts.class, "manual").rows().groupBy(row -> row.cell(4)).values().toVector()
            .flatMap(rows -> rows.zipWithIndex().map(row -> draft(row._1, row._2 == 0 ? Tier.SMOKE : Tier.CORE)));
    }

    private static Draft draft(Table.Row row, Tier tier) {
        Outcome outcome = row.cell(5).isEmpty() ? Outcome.REFUSED : Outcome.DONE;
        Expectation typed = Expectation.typed(outcome, places(row.cell(5))).explained(Option.some(row.cell(4)), LinkedHashMap.empty());
        return new Draft("manual", tier, Level.MUST, row.cell(0), row.cell(1).equals("-") ? Vector.empty() : Vector.of(row.cell(1).split(" ")),
            needs(row.cell(2)), (ObjectNode) Json.parse(row.cell(3)), Option.some(typed), "manual", Option.none());
    }

    private static Needs needs(String cell) {
        return cell.equals("-") ? Needs.none() : new Needs(LinkedHashMap.of(cell.replace("!", ""), String.valueOf(!cell.startsWith("!"))));
    }

    private static Map<String, String> places(String cell) {
        if (cell.isEmpty() || cell.equals("-")) return LinkedHashMap.empty();
        return LinkedHashMap.ofEntries(Vector.of(cell.split(" \\| ")).map(place -> Tuple.of(place.substring(0, place.indexOf('=')), place.substring(place.indexOf('=') + 1))));
    }
}
