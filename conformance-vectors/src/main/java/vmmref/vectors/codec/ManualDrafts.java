package vmmref.vectors.codec;

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

/// Cases typed from the manual. All of them are smoke.
final class ManualDrafts {
    private ManualDrafts() { }

    static Seq<Draft> all() {
        return Source.named(ManualDrafts.class, "manual").rows().map(ManualDrafts::draft);
    }

    private static Draft draft(Table.Row row) {
        return new Draft("manual", Tier.SMOKE, Level.MUST, row.cell(1), words(row.cell(2)), needs(row.cell(3)), in(row),
            Option.of(Expectation.typed(Outcome.named(row.cell(5)).get(), places(row.cell(6)))), "manual", Option.none());
    }

    private static ObjectNode in(Table.Row row) {
        if (row.cell(0).equals("decode")) return Json.object().put("decode", row.cell(4));
        Seq<String> parts = Vector.of(row.cell(4).split(" \\| "));
        return new Request(parts.head(), parts.tail()).json();
    }

    private static Seq<String> words(String cell) {
        return cell.equals("-") ? Vector.empty() : Vector.of(cell.split(" "));
    }

    private static Needs needs(String cell) {
        return cell.equals("-") ? Needs.none() : new Needs(LinkedHashMap.of(cell.replace("!", ""), String.valueOf(!cell.startsWith("!"))));
    }

    private static Map<String, String> places(String cell) {
        if (cell.isEmpty()) return LinkedHashMap.empty();
        return LinkedHashMap.ofEntries(Vector.of(cell.split(" \\| ")).map(place ->
            Tuple.of(place.substring(0, place.indexOf('=')), place.substring(place.indexOf('=') + 1))));
    }
}
