/// A short life of one or two guests.
package vmmref.vectors.vmm;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.gpmap.Landing;
import vmmref.vectors.machine.Differences;
import vmmref.vectors.xlate.Told;

/// @param guests by number; guest 0 runs first
/// @param events at least one
public record Life(Seq<Start> guests, Seq<Happening> events) {
    private static final int MOST = 1024;
    private static final String GUESTS = "guests";
    private static final String EVENTS = "events";

    /// Reads a case.
    /// @throws vmmref.vectors.format.FieldMistake if anything is malformed
    public static Life read(ObjectNode start, ObjectNode in) {
        Fields all = new Fields("$.pre", start).child(GUESTS);
        int number = all.json().size();
        if (number < 1 || number > 2 || !all.has("0") || number == 2 && !all.has("1")) throw all.mistake("0", "is not all or too much", "name one guest 0, or two guests 0 and 1");
        Fields fields = new Fields("$.in", in);
        Seq<Fields> happenings = fields.children(EVENTS);
        if (happenings.isEmpty() || happenings.size() > MOST) throw fields.mistake(EVENTS, "lists " + happenings.size(), "list 1 to " + MOST);
        Seq<Happening> events = happenings.foldLeft(Vector.empty(), (before, each) -> before.append(Happening.read(each, number, before)));
        return new Life(Vector.range(0, number).map(guest -> Start.read(all.child(String.valueOf(guest)))), events);
    }

    /// {@return the field `in` of the case}
    public ObjectNode in() {
        ObjectNode in = Json.object();
        ArrayNode all = in.putArray(EVENTS);
        events.forEach(event -> all.add(Happening.json(event)));
        return in;
    }

    /// {@return the same on a machine with so many protection-key registers}
    Life with(int keyRegisters) {
        return new Life(guests.map(guest -> guest.with(keyRegisters)), events);
    }

    /// How far it came.
    ///
    /// @param ended what is told of events
    /// @param landings where touches ended, by the number of the event, and the guest that made them
    private record Now<S extends Side<S>>(S side, Map<String, String> told, Map<Integer, Made> landings) {
        private Now<S> with(S other) {
            return new Now<>(other, told, landings);
        }

        private Now<S> telling(int event, Happening happening, String text) {
            return new Now<>(side.noting(event, happening, text), told.put(Life.place(event), text), landings);
        }

        private Now<S> landed(int event, Happening happening, Landing landing) {
            return new Now<>(side, told, landings.put(event, new Made(landing, side.running()))).telling(event, happening, landing.text());
        }
    }

    private record Made(Landing landing, int guest) { }

    /// What there is afterwards, or what ended it before.
    record Lived<S extends Side<S>>(S side, Map<String, String> places) { }

    /// {@return what there is after all events, or what ended one of them}
    <S extends Side<S>> Either<Told, Lived<S>> lived(S start) {
        Now<S> now = new Now<>(start, LinkedHashMap.empty(), LinkedHashMap.empty());
        for (int index = 0; index < events.size(); index++) {
            Either<Told, Now<S>> next = happened(now.with(now.side.begun(index, events.get(index))), index, events.get(index));
            if (next.isLeft()) return Either.left(next.getLeft());
            now = next.get();
        }
        S side = now.side;
        Map<String, String> registers = LinkedHashMap.ofEntries(guests.zipWithIndex().flatMap(guest -> Differences.places(guest._1.bare(), side.seen(guest._2).withMemory(guest._1.bare().memory())).toVector().map(place -> Tuple.of(Life.prefix(guest._2) + place._1, place._2))));
        return Either.right(new Lived<>(side, registers.merge(now.told).merge(Frames.different(Frames.of(guests), side.memory())).merge(side.places())));
    }

    /// {@return the place that tells of an event}
    static String place(int event) {
        return "e" + event;
    }

    /// {@return what comes before the names of the places of a guest}
    static String prefix(int guest) {
        return "g" + guest + ".";
    }

    private static <S extends Side<S>> Either<Told, Now<S>> happened(Now<S> now, int index, Happening event) {
        return switch (event) {
            case Happening.Stepped(int turns)       -> stepped(now, turns);
            case Happening.Switched(int to)         -> Either.right(now.with(now.side.switched(to)).telling(index, event, "done"));
            case Happening.Remapped remapped        -> Either.right(now.with(now.side.remapped(remapped.guest(), remapped.of(now.side.map(remapped.guest())))).telling(index, event, "done"));
            case Happening.Transferred transferred  -> Either.right(now.with(now.side.transferred(transferred)).telling(index, event, "done"));
            case Happening.Outside(var outside)     -> Either.right(now.with(now.side.happened(outside)));
            case Happening.Touched(var reference)   -> {
                Landing landing = now.side.touched(reference);
                yield landing instanceof Landing.Unspecified(var because) ? Either.left(Told.ended(vmmref.vectors.format.Outcome.UNSPECIFIED, because))
                    : Either.right(now.landed(index, event, landing));
            }
            case Happening.Related(int one, var other) -> Either.right(now.telling(index, event, other.map(number -> related(now.landings.get(one).get(), now.landings.get(number).get())).getOrElse(() -> owned(now.side, now.landings.get(one).get()))));
        };
    }

    private static <S extends Side<S>> Either<Told, Now<S>> stepped(Now<S> start, int turns) {
        Either<Told, Now<S>> now = Either.right(start);
        for (int turn = 0; turn < turns && now.isRight(); turn++) {
            Now<S> before = now.get();
            now = before.side.stepped().map(before::with);
        }
        return now;
    }

    private static String related(Made one, Made other) {
        if (!(one.landing instanceof Landing.Reached(var first, var attribute, var because)) || !(other.landing instanceof Landing.Reached(var second, var attribute2, var because2))) return "absent";
        return first.equals(second) ? "same" : "distinct";
    }

    private static <S extends Side<S>> String owned(S side, Made made) {
        return made.landing instanceof Landing.Reached(var place, var attribute, var because) ? side.map(made.guest).names(place) ? "inside" : "outside" : "absent";
    }
}
