/// What a draft expects, and where its source and the model disagree.
package vmmref.vectors.fill;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import vmmref.vectors.format.Expectation;

/// Where an expectation was typed from a source it stands as it was typed; the model only adds which clauses decide
/// the values on which both agree. A typed alternative is held against the model's alternative of the same choice.
record Expected(Expectation expectation, Seq<Disagreement> disagreements) {

    /// {@return what a draft expects}
    /// @throws vmmref.vectors.format.PackDamage if no profile meets its needs
    static Expected of(Named named, Reference reference) {
        Expectation model = reference.meeting(named.draft().needs())
            .map(vmm -> named.kind().expectation(vmm, named.given()))
            .getOrElseThrow(() -> named.mistake("has needs that no profile meets: " + named.draft().needs().json(), "add a profile, or mend the needs"));
        return named.draft().typed()
            .map(typed -> typed(named, typed, model))
            .getOrElse(() -> new Expected(model, List.empty()));
    }

    private static Expected typed(Named named, Expectation typed, Expectation model) {
        Seq<Tuple2<Expectation, Expectation>> pairs = typed.alternatives().map(each -> new Tuple2<>(each, counterpart(each, model)));
        return new Expected(
            Expectation.any(pairs.map(pair -> explained(named, pair._1, pair._2))),
            number(named, typed, model).appendAll(pairs.flatMap(pair -> disagreements(named, pair._1, pair._2))));
    }

    private static Expectation counterpart(Expectation typed, Expectation model) {
        Seq<Expectation> all = model.alternatives();
        return all.find(each -> each.choice().equals(typed.choice()))
            .orElse(all.find(each -> each.outcome() == typed.outcome()))
            .getOrElse(all.head());
    }

    private static Expectation explained(Named named, Expectation typed, Expectation model) {
        Map<String, String> by = model.by().filter((part, clause) -> part.endsWith(Expectation.KEPT) || agreed(named, typed, model, placeOf(part, model)));
        return typed.explained(
            typed.because().orElse(typed.outcome() == model.outcome() ? model.because() : typed.because()),
            typed.by().merge(by));
    }

    private static Seq<Disagreement> number(Named named, Expectation typed, Expectation model) {
        String claimed = alternatives(typed);
        String found   = alternatives(model);
        return claimed.equals(found) ? List.empty() : List.of(disagreement(named, "any", claimed, found));
    }

    private static String alternatives(Expectation expectation) {
        int number = expectation.alternatives().size();
        return number == 1 ? "1 alternative" : number + " alternatives";
    }

    private static Seq<Disagreement> disagreements(Named named, Expectation typed, Expectation model) {
        Seq<Disagreement> outcome = typed.outcome() == model.outcome()
            ? List.empty()
            : List.of(disagreement(named, "outcome", typed.outcome().json(), model.outcome().json()));
        return outcome.appendAll(typed.places().toList()
            .filter(place -> !agreed(named, typed, model, place._1))
            .map(place -> disagreement(named, place._1, place._2, model.places().getOrElse(place._1, "-"))));
    }

    /// Bits that the source says nothing of are not compared.
    private static boolean agreed(Named named, Expectation typed, Expectation model, String place) {
        return typed.places().get(place).map(value -> typed.masked(place, value)).exists(expected ->
            model.places().get(place).exists(got -> named.kind().same(named.given(), place, expected, typed.masked(place, got))));
    }

    /// {@return the place that a clause's part belongs to: `slot0` for `slot0.imm14`, unless that is a place of its own}
    private static String placeOf(String part, Expectation model) {
        return model.places().keySet()
            .filter(place -> part.equals(place) || part.startsWith(place + "."))
            .maxBy(String::length)
            .getOrElse(part);
    }

    private static Disagreement disagreement(Named named, String place, String typed, String model) {
        return new Disagreement(named.id(), named.draft().title(), named.draft().level(), named.draft().source(), place, typed, model);
    }
}
