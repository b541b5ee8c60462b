/// What an instruction changes: what goes and what comes, place by place.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ArrayNode;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.tlb.Translation;
import vmmref.spec.Clause;
import vmmref.vectors.format.Json;

/// A place that holds what it held before is told of as well.
record LookupChanges(Seq<Row> rows) {

    private static final String GOES  = "-";
    private static final String COMES = "+";
    private static final String STAYS = "=";

    /// What goes, comes or stays, and the clause that says so.
    record Row(String sign, String place, String what, Clause because) { }

    /// {@return what effects change on a machine}
    static LookupChanges of(Effects effects, Addressing machine) {
        Seq<Row> rows = Vector.empty();
        Addressing before = machine;
        for (Write<?> write : effects.writes()) {
            Addressing after = before.with(Effects.of(Vector.of(write)));
            rows   = rows.appendAll(rows(write, before, after));
            before = after;
        }
        return new LookupChanges(rows);
    }

    private static Seq<Row> rows(Write<?> write, Addressing before, Addressing after) {
        return switch (write.place()) {
            case Place.Region region -> rows("rr" + region.number(), List.of(LookupWords.text(region.of(before))), List.of(LookupWords.text(region.of(after))), write.because());
            case Place.Key key       -> rows("pkr" + key.number(), List.of(LookupWords.text(key.of(before))), List.of(LookupWords.text(key.of(after))), write.because());
            case Place.Pinned pinned -> rows(LookupWords.letter(pinned.stream()) + "tr" + pinned.slot(),
                pinned.of(before).toList().map(LookupChanges::text), pinned.of(after).toList().map(LookupChanges::text), write.because());
            case Place.Cached cached -> rows(LookupWords.letter(cached.stream()) + "tc", held(cached, before), held(cached, after), write.because());
            default -> throw new IllegalArgumentException("translation does not read " + write.place());
        };
    }

    private static Seq<String> held(Place.Cached cached, Addressing machine) {
        return List.of(text(cached.translation())).filter(text -> cached.of(machine));
    }

    private static Seq<Row> rows(String place, Seq<String> before, Seq<String> after, Clause because) {
        return before.equals(after) ? after.map(what -> new Row(STAYS, place, what, because))
            : before.map(what -> new Row(GOES, place, what, because)).appendAll(after.map(what -> new Row(COMES, place, what, because)));
    }

    private static String text(Translation translation) {
        return "%s %s %s".formatted(LookupWords.identifier(translation.rid()), LookupWords.range(translation), translation.size());
    }

    /// {@return the changes for a person}
    String text(Ink ink) {
        return rows.isEmpty() ? "  it changes nothing\n" : new Columns(List.of("it changes", "", "decided by"),
            rows.map(row -> List.of(row.sign() + " " + row.place(), row.what(), row.because().name()))).text("  ", ink::quiet);
    }

    /// {@return the changes as an array}
    ArrayNode json() {
        ArrayNode array = Json.object().putArray("changes");
        rows.forEach(row -> array.add(Json.object().put("change", row.sign().equals(GOES) ? "goes" : row.sign().equals(COMES) ? "comes" : "stays")
            .put("place", row.place()).put("what", row.what()).put("because", row.because().name())));
        return array;
    }
}
