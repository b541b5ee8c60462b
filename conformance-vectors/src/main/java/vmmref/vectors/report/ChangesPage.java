/// The change log of a pack: what its users will notice.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.fill.Change;
import vmmref.vectors.fill.Changes;
import vmmref.vectors.fill.Increment;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Difference;

/// Of each sort of change no more than `most` are listed for a person, and all are counted.
public record ChangesPage(Changes changes, int most) {

    /// {@return the page for a person}
    public String text(Ink ink) {
        if (changes.none()) return "The packs are the same: %s.\n".formatted(version(changes.before()));
        return changes.broken().map(sentence -> ink.bad("broken") + " " + sentence + "\n").mkString()
            + new ChangeSorts(changes).all().map(sort -> section("%s %,d".formatted(sort.word(), sort.lines().size()), sort.lines(), ink)).mkString()
            + section("clauses", changes.clauses().map(this::sentence), ink)
            + section("other files", changes.files(), ink)
            + ChangeTable.byTopic(changes).text(ink)
            + ChangeTable.byClause(changes).text(ink)
            + (changes.schemas().isEmpty() ? "" : "A schema changed: if a field means something else now, a new major version is required.\n")
            + (changes.agrees() && changes.broken().isEmpty() ? ink.good(closing()) : ink.bad(closing())) + "\n";
    }

    /// {@return the page as an object, in which everything is listed}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("equal", changes.none());
        json.set("before", side(changes.before()));
        json.set("after", side(changes.after()));
        json.set("broken", Json.texts(changes.broken()));
        new ChangeSorts(changes).all().forEach(sort -> json.set(sort.word(), Json.texts(sort.changes().map(change -> change.vector().id()))));
        ArrayNode places = json.putArray("places");
        changes.of(Change.Corrected.class).forEach(corrected -> corrected.places().forEach(place -> places.add(place(corrected, place))));
        ArrayNode clauses = json.putArray("clauses");
        changes.clauses().forEach(sentence -> clauses.add(Json.object().put("clause", sentence.clause()).put("before", sentence.before().getOrElse(Difference.NOTHING))
            .put("after", sentence.after().getOrElse(Difference.NOTHING)).put("corrected", corrected(sentence))));
        json.set("files", Json.texts(changes.files()));
        json.set("byTopic", ChangeTable.byTopic(changes).json());
        json.set("byClause", ChangeTable.byClause(changes).json());
        json.put("required", changes.required().word());
        changes.made().forEach(made -> json.put("made", made.word()));
        return json.put("agrees", changes.agrees());
    }

    private String section(String heading, Seq<String> lines, Ink ink) {
        return lines.isEmpty() ? "" : ink.strong(heading) + "\n" + lines.take(most).map(line -> "  " + line + "\n").mkString()
            + (lines.size() > most ? "  … and %,d more (--verbose lists them)\n".formatted(lines.size() - most) : "");
    }

    private String sentence(Changes.Sentence sentence) {
        String what = sentence.before().isEmpty() ? "is new" : sentence.after().isEmpty() ? "is gone" : "says something else";
        return "%s %s; of the expectations that it decides, %,d were corrected".formatted(sentence.clause(), what, corrected(sentence));
    }

    private int corrected(Changes.Sentence sentence) {
        return changes.of(Change.Corrected.class).count(corrected -> !corrected.decidedBy(List.of(sentence.clause())).isEmpty());
    }

    private String closing() {
        String made = changes.made().map(increment -> increment == Increment.NONE ? "the version is the same" : "it has a new %s one".formatted(increment.word()))
            .getOrElse("the version went back");
        return "From %s to %s: %,d vectors differ; this requires a new %s version, %s %s.".formatted(version(changes.before()), version(changes.after()),
            changes.vectors().size(), changes.required().word(), changes.agrees() ? "and" : "but", made);
    }

    private static String version(Manifest manifest) {
        return "pack %s, format %d".formatted(manifest.pack(), Vector.FORMAT);
    }

    private static ObjectNode side(Manifest manifest) {
        return Json.object().put("pack", manifest.pack()).put("format", Vector.FORMAT).put("specification", manifest.specification());
    }

    private static ObjectNode place(Change.Corrected corrected, Change.Place place) {
        ObjectNode json = Json.object().put("id", corrected.vector().id()).put("place", place.name())
            .put("before", place.before().getOrElse(Difference.NOTHING)).put("after", place.after().getOrElse(Difference.NOTHING));
        json.set("clauses", Json.texts(place.clauses()));
        return json;
    }
}
