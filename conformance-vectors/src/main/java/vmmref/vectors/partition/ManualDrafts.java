package vmmref.vectors.partition;

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
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;

/// Cases whose expectations were worked out by hand from the sentences of the chapter, for the profile `itanium2`, before anything was run.
final class ManualDrafts {
    private ManualDrafts() { }

    /// The first case that a clause decides is for smoke.
    static Seq<Draft> all() {
        return Source.named(ManualDrafts.class, "manual").rows().groupBy(row -> row.cell(4)).values().toVector()
            .flatMap(rows -> rows.zipWithIndex().map(row -> draft(row._1, row._2 == 0 ? Tier.SMOKE : Tier.CORE)));
    }

    private static Draft draft(Table.Row row, Tier tier) {
        ObjectNode in = Json.object();
        in.set("do", Json.parse(row.cell(3)));
        Stimulus stimulus = Stimulus.of(in).from(State.BASE, (ObjectNode) Json.parse(row.cell(2)));
        Expectation typed = Expectation.typed(Outcome.DONE, places(row.cell(5))).explained(Option.some(row.cell(4)), LinkedHashMap.empty());
        return new Draft("manual", tier, Level.MUST, row.cell(0), row.cell(1).equals("-") ? Vector.empty() : Vector.of(row.cell(1).split(" ")),
            Peculiarities.of(stimulus, Requirements.of(stimulus.start(), in, LinkedHashMap.empty())), stimulus, Option.some(typed), "manual", Option.none());
    }

    private static Map<String, String> places(String cell) {
        return LinkedHashMap.ofEntries(Vector.of(cell.split(" \\| ")).map(place -> Tuple.of(place.substring(0, place.indexOf('=')), place.substring(place.indexOf('=') + 1))));
    }
}
