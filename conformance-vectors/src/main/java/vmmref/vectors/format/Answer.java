/// What an implementation says to one case.
package vmmref.vectors.format;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// JSON: `{"outcome":"done","delta":{…}}`, with `fault` and `choice` where there are any, `{"outcome":"unsupported","why":"…"}` or
/// `{"outcome":"error","detail":"…"}`; the adapter protocol adds `seq`.
public sealed interface Answer {

    /// The case was executed. `fault` says which fault, trap or interrupt it was, `delta` maps the places that changed, or were asked for, to
    /// their values, `choice` says what was chosen where the architecture leaves a choice, and `unseen` names places that could not be observed in this case; `ram#*` names all that begin so.
    record Observed(Outcome outcome, Map<String, String> fault, Map<String, String> delta, Map<String, String> choice, Set<String> unseen) implements Answer {
        public Observed {
            fault  = Places.sorted(fault);
            delta  = Places.sorted(delta);
            choice = Places.sorted(choice);
        }

        /// An answer of somebody who sees all that was announced.
        public Observed(Outcome outcome, Map<String, String> fault, Map<String, String> delta, Map<String, String> choice) {
            this(outcome, fault, delta, choice, LinkedHashSet.empty());
        }

        /// {@return whether a place is said not to have been observed}
        public boolean isUnseen(String place) {
            return unseen.exists(name -> name.endsWith("*") ? place.startsWith(name.substring(0, name.length() - 1)) : name.equals(place));
        }

        /// An answer that describes no fault and no choice.
        public Observed(Outcome outcome, Map<String, String> delta) {
            this(outcome, TreeMap.empty(), delta, TreeMap.empty());
        }

        /// {@return every place that is reported, those of the fault among them}
        public Map<String, String> places() {
            return Places.of(delta, fault);
        }
    }

    /// The implementation does not do such cases, and says why.
    record Unsupported(String why) implements Answer { }

    /// The implementation, not the architecture, failed.
    record Failed(String detail) implements Answer { }

    /// Reads an answer.
    /// @throws FieldMistake if the outcome is unknown, a field is missing or wrong, or `delta` holds a part of the fault
    static Answer of(Fields fields) {
        return switch (fields.text("outcome")) {
            case "unsupported" -> new Unsupported(fields.text("why"));
            case "error"       -> new Failed(fields.text("detail"));
            default            -> new Observed(
                fields.word("outcome", Outcome::named, Outcome.values(), Outcome::json),
                Places.strings(fields, "fault"),
                Places.read(fields, "delta"),
                Places.strings(fields, "choice"),
                fields.optionalTexts("unseen").<Set<String>>map(LinkedHashSet::ofAll).getOrElse(LinkedHashSet.empty()));
        };
    }

    /// {@return the object that {@link #of} reads; what is empty is left out, but for the places of what was done}
    default ObjectNode json() {
        return switch (this) {
            case Unsupported(String why) -> Json.object().put("outcome", "unsupported").put("why", why);
            case Failed(String detail)   -> Json.object().put("outcome", "error").put("detail", detail);
            case Observed observed -> {
                ObjectNode json = Json.object().put("outcome", observed.outcome.json());
                if (!observed.fault.isEmpty())  json.set("fault",  Json.strings(observed.fault));
                if (!observed.delta.isEmpty() || observed.outcome == Outcome.DONE) json.set("delta",  Json.strings(observed.delta));
                if (!observed.choice.isEmpty()) json.set("choice", Json.strings(observed.choice));
                if (!observed.unseen.isEmpty()) json.set("unseen", Json.texts(observed.unseen));
                yield json;
            }
        };
    }
}
