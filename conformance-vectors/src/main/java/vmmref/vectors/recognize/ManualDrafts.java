package vmmref.vectors.recognize;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Tier;

/// Cases whose expectations were worked out by hand from the chapter and the manual, before anything was run. The bundles were assembled by GNU as, or are worked by hand.
final class ManualDrafts {
    private ManualDrafts() { }

    /// The first case that a clause decides is for smoke.
    static Seq<Draft> all() {
        return Source.named(ManualDrafts.class, "manual").rows().groupBy(row -> row.cell(5)).values().toVector()
            .flatMap(rows -> rows.zipWithIndex().map(row -> draft(row._1, row._2 == 0 ? Tier.SMOKE : Tier.CORE)));
    }

    private static Draft draft(Table.Row row, Tier tier) {
        Expectation typed = Expectation.typed(Outcome.DONE, places(row.cell(6))).explained(Option.some(row.cell(5)), LinkedHashMap.empty());
        ObjectNode in = BlockDrafts.in(Vector.of(row.cell(2).split(" ")).map(Bundle::ofHex), row.cell(3), row.cell(4));
        return new Draft("manual", tier, Level.MUST, row.cell(0), BlockDrafts.words(row.cell(1)), Cases.needs(in), in, Option.some(typed), "manual", Option.none());
    }

    private static Map<String, String> places(String cell) {
        return LinkedHashMap.ofEntries(Vector.of(cell.split(" \\| ")).map(place -> Tuple.of(place.substring(0, place.indexOf(": ")), place.substring(place.indexOf(": ") + 2))));
    }
}
