package vmmref.vectors.xlate;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.interruption.Fault;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Outcome;

/// What is told of the instructions so far.
///
/// @param outcome that of the last one
/// @param because the clause that decided it
/// @param fault   what it raised
/// @param places  values
/// @param by      which clauses decided them
public record Told(Outcome outcome, Option<Clause> because, Map<String, String> fault, Map<String, String> places, Map<String, String> by) {
    /// Nothing happened yet.
    public static final Told NOTHING = places(Option.none(), LinkedHashMap.empty(), LinkedHashMap.empty());

    /// {@return what is told of something that was done}
    public static Told places(Clause because, Map<String, String> places, Map<String, String> by) {
        return places(Option.some(because), places, by);
    }

    private static Told places(Option<Clause> because, Map<String, String> places, Map<String, String> by) {
        return new Told(Outcome.DONE, because, LinkedHashMap.empty(), places, by);
    }

    /// {@return what is told of an end without places}
    public static Told ended(Outcome outcome, Clause because) {
        return new Told(outcome, Option.some(because), LinkedHashMap.empty(), LinkedHashMap.empty(), LinkedHashMap.empty());
    }

    /// {@return what is told of a fault}
    public static Told fault(Fault fault, Clause because) {
        Map<String, String> kind = LinkedHashMap.of("kind", fault.kind().text());
        Map<String, String> whole = fault.at().map(address -> kind.put("address", address.toString())).getOrElse(kind);
        return new Told(Outcome.FAULT, Option.some(because), whole, LinkedHashMap.empty(), whole.bimap(field -> "fault." + field, value -> because.name()));
    }

    /// {@return what is told of an instruction that was done: that it was, by each clause that says something of its effects, and the registers that others can read}
    static Told done(int index, Effects effects, Clause because, Addressing before) {
        String place = "op" + index;
        Seq<Clause> others = effects.writes().<Clause>map(Write::because).distinct().remove(because);
        Map<String, String> by = others.zipWithIndex().foldLeft(LinkedHashMap.of(place, because.name()), (all, clause) -> all.put(place + ".effect" + clause._2, clause._1.name()));
        return effects.writes().foldLeft(places(because, LinkedHashMap.of(place, "done"), by), (told, write) -> told.and(write, before));
    }

    private Told and(Write<?> write, Addressing before) {
        Option<String> name = switch (write.place()) {
            case Place.Region(int number) -> Option.some("rr" + number);
            case Place.Key(int number)    -> Option.some("pkr" + number);
            default                       -> Option.none();
        };
        return name.filter(place -> !write.place().of(Machine.of(before)).equals(write.value()))
            .map(place -> new Told(outcome, because, fault, places.put(place, write.value().toString()), by.put(place, write.because().name()))).getOrElse(this);
    }

    /// {@return whether the same comes of it, whatever decided that}
    public boolean isSame(Told other) {
        return outcome == other.outcome && fault.equals(other.fault) && places.equals(other.places);
    }

    /// {@return the place that shows what came of the last one, if one does}
    Option<String> shown() {
        return Vector.of("pa", "r1", "r1.nat").find(places::containsKey).orElse(() -> Option.when(outcome == Outcome.FAULT, "fault.kind"));
    }

    /// {@return the same, which other clauses decided, too}
    public Told with(Map<String, String> others) {
        return others.isEmpty() ? this : new Told(outcome, because, fault, places, by.merge(others));
    }

    boolean isUnspecified() {
        return outcome == Outcome.UNSPECIFIED;
    }

    boolean ends() {
        return outcome != Outcome.DONE;
    }

    /// {@return this, and then what is told of the next instruction}
    public Told and(Told next) {
        return new Told(next.outcome, next.because, next.fault, places.merge(next.places, (before, after) -> after), by.merge(next.by, (before, after) -> after));
    }

    /// {@return the expectation that says so}
    public Expectation expectation() {
        boolean told = outcome != Outcome.UNSPECIFIED;
        return new Expectation(outcome, fault, told ? places : LinkedHashMap.empty(), LinkedHashMap.empty(), because.map(Clause::name), told ? by : LinkedHashMap.empty());
    }
}
