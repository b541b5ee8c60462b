/// What a vector expects of each named profile.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Difference;
import vmmref.vmm.Vmm;

/// Expectations from an independent source are the same for every profile that meets the needs.
record UnderProfiles(Vector vector, Seq<Row> rows) {

    private static final String MODEL = "model";

    /// One profile: the parameter that does not meet the needs, or where the expectation is another than the one written down.
    private record Row(Profile profile, Option<String> unmet, Seq<Difference> differences) {

        String text() {
            if (unmet.isDefined()) return "not asked, as %s is %s there".formatted(unmet.get(), profile.parameters().get(unmet.get()).getOrElse(Difference.NOTHING));
            return differences.isEmpty() ? "the same"
                : differences.map(each -> "%s %s instead of %s, by %s".formatted(each.place(), each.got().getOrElse(Difference.NOTHING),
                    each.expected().getOrElse(Difference.NOTHING), each.clauses().mkString(", "))).mkString("; ");
        }
    }

    /// {@return what it expects of each}
    static UnderProfiles of(Vector vector) {
        Option<Kind> kind = Kinds.named(vector.kind()).filter(known -> vector.source().equals(MODEL));
        return new UnderProfiles(vector, Profile.all().map(profile -> {
            Option<String> unmet = vector.needs().unmet(new Parameters(profile.parameters()));
            return new Row(profile, unmet, unmet.isDefined() ? List.empty() : kind.toList().flatMap(known ->
                differences(known, vector, known.expectation(Vmm.reference(profile), vector.given()))));
        }));
    }

    /// {@return the needs, and a line for each different answer, with the profiles that give it}
    String text() {
        Seq<String> answers = rows.map(Row::text).distinct();
        return (vector.needs().conditions().isEmpty() ? "" : "  it needs %s\n".formatted(vector.needs().conditions().map(need -> need._1 + " " + need._2).mkString(", ")))
            + answers.map(answer -> "  %s: %s\n".formatted(rows.filter(row -> row.text().equals(answer)).map(row -> row.profile().name()).mkString(", "), answer)).mkString();
    }

    /// {@return every profile as an object}
    ArrayNode json() {
        ArrayNode array = Json.object().putArray("profiles");
        rows.forEach(row -> {
            ObjectNode json = Json.object().put("profile", row.profile().name()).put("asked", row.unmet().isEmpty());
            row.unmet().forEach(parameter -> json.put("unmet", parameter));
            ArrayNode differs = json.putArray("differs");
            row.differences().forEach(difference -> differs.add(difference.json()));
            array.add(json);
        });
        return array;
    }

    /// As if what the profile gives were an answer to what is written down, alternative by alternative.
    private static Seq<Difference> differences(Kind kind, Vector vector, Expectation other) {
        Seq<Expectation> written = vector.expect().alternatives();
        Seq<Expectation> given   = other.alternatives();
        if (written.size() != given.size())
            return List.of(new Difference("any", Option.some(written.size() + " alternatives"), Option.some(given.size() + " alternatives"), other.because().toList()));
        return written.zip(given).flatMap(pair -> differences(kind, vector, pair._1, pair._2));
    }

    private static Seq<Difference> differences(Kind kind, Vector vector, Expectation written, Expectation other) {
        Seq<Difference> outcome = written.outcome() == other.outcome() ? List.empty() : List.of(new Difference(Difference.OUTCOME,
            Option.some(written.outcome().json()), Option.some(other.outcome().json()), other.because().toList()));
        return outcome.appendAll(written.places().keySet().addAll(other.places().keySet()).toList()
            .filter(place -> !same(kind, vector, place, written.places().get(place).map(value -> written.masked(place, value)),
                other.places().get(place).map(value -> written.masked(place, value))))
            .map(place -> new Difference(place, written.places().get(place), other.places().get(place), decided(other, place).orElse(other.because()).toList())));
    }

    /// What decided a place, or the one that it is a part of.
    private static Option<String> decided(Expectation other, String place) {
        return other.by().get(place).orElse(() -> place.contains(".") ? decided(other, place.substring(0, place.lastIndexOf('.'))) : Option.none());
    }

    private static boolean same(Kind kind, Vector vector, String place, Option<String> written, Option<String> other) {
        return written.equals(other) || written.isDefined() && other.isDefined() && kind.same(vector.given(), place, written.get(), other.get());
    }
}
