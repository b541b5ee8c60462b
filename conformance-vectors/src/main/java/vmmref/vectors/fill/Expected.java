/// What a draft expects, and where its source and the model disagree.
package vmmref.vectors.fill;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import vmmref.vectors.format.Expectation;

/// Where an expectation was typed from a source it stands as it was typed; the model only adds which clauses decide
/// the values on which both agree.
record Expected(Expectation expectation, Seq<Disagreement> disagreements) {

    /// {@return what a draft expects}
    /// @throws vmmref.vectors.format.PackDamage if no profile meets its needs
    static Expected of(Named named, Reference reference) {
        Expectation model = reference.meeting(named.draft().needs())
            .map(rules -> named.kind().expectation(rules, named.given()))
            .getOrElseThrow(() -> named.mistake("has needs that no profile meets: " + named.draft().needs().json(), "add a profile, or mend the needs"));
        return named.draft().typed()
            .map(typed -> new Expected(explained(named, typed, model), disagreements(named, typed, model)))
            .getOrElse(() -> new Expected(model, List.empty()));
    }

    private static Expectation explained(Named named, Expectation typed, Expectation model) {
        Map<String, String> by = model.by().filter((part, clause) -> agreed(named, typed, model, placeOf(part, model)));
        return new Expectation(typed.outcome(), typed.post(),
            typed.because().orElse(typed.outcome() == model.outcome() ? model.because() : typed.because()),
            typed.by().merge(by));
    }

    private static Seq<Disagreement> disagreements(Named named, Expectation typed, Expectation model) {
        Seq<Disagreement> outcome = typed.outcome() == model.outcome()
            ? List.empty()
            : List.of(disagreement(named, "outcome", typed.outcome().json(), model.outcome().json()));
        return outcome.appendAll(typed.post().toList()
            .filter(place -> !agreed(named, typed, model, place._1))
            .map(place -> disagreement(named, place._1, place._2, model.post().getOrElse(place._1, "-"))));
    }

    private static boolean agreed(Named named, Expectation typed, Expectation model, String place) {
        return typed.post().get(place).exists(expected ->
            model.post().get(place).exists(got -> named.kind().same(named.given(), place, expected, got)));
    }

    /// {@return the place that a clause's part belongs to: `slot0` for `slot0.imm14`, unless that is a place of its own}
    private static String placeOf(String part, Expectation model) {
        return model.post().keySet()
            .filter(place -> part.equals(place) || part.startsWith(place + "."))
            .maxBy(String::length)
            .getOrElse(part);
    }

    private static Disagreement disagreement(Named named, String place, String typed, String model) {
        return new Disagreement(named.id(), named.draft().title(), named.draft().level(), named.draft().source(), place, typed, model);
    }
}
