/// What an implementation says to one case.
package vmmref.vectors.format;

import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// JSON: `{"outcome":"done","delta":{…}}`, `{"outcome":"unsupported","why":"…"}` or `{"outcome":"error","detail":"…"}`;
/// the adapter protocol adds `seq`.
public sealed interface Answer {

    /// The case was executed; `delta` maps the places that changed, or were asked for, to their values.
    record Observed(Outcome outcome, Map<String, String> delta) implements Answer {
        public Observed {
            delta = TreeMap.ofEntries(delta);
        }
    }

    /// The implementation does not do such cases, and says why.
    record Unsupported(String why) implements Answer { }

    /// The implementation, not the architecture, failed.
    record Failed(String detail) implements Answer { }

    /// Reads an answer.
    /// @throws FieldMistake if the outcome is unknown, or a field is missing or wrong
    static Answer of(Fields fields) {
        return switch (fields.text("outcome")) {
            case "unsupported" -> new Unsupported(fields.text("why"));
            case "error"       -> new Failed(fields.text("detail"));
            default            -> new Observed(
                fields.word("outcome", Outcome::named, Outcome.values(), Outcome::json),
                fields.optional("delta").map(Fields::strings).getOrElse(TreeMap.empty()));
        };
    }

    /// {@return the object that {@link #of} reads; an empty delta is left out}
    default ObjectNode json() {
        return switch (this) {
            case Unsupported(String why) -> Json.object().put("outcome", "unsupported").put("why", why);
            case Failed(String detail)   -> Json.object().put("outcome", "error").put("detail", detail);
            case Observed(Outcome outcome, Map<String, String> delta) -> {
                ObjectNode json = Json.object().put("outcome", outcome.json());
                if (!delta.isEmpty()) json.set("delta", Json.strings(delta));
                yield json;
            }
        };
    }
}
