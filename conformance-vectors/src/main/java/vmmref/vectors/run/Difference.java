/// One place where an answer is not what the vector expects.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;

/// `place` is a place, or `outcome`, or `choice.NAME`. Nothing expected is a change that the frame does not allow; nothing got is a place
/// that was not reported. `mask` says which bits were compared, where not all were. `clauses` decided the expected value, or the parts of
/// it that differ.
public record Difference(String place, Option<String> expected, Option<String> got, Option<String> mask, Seq<String> clauses) {

    /// A difference between values that were compared wholly.
    public Difference(String place, Option<String> expected, Option<String> got, Seq<String> clauses) {
        this(place, expected, got, Option.none(), clauses);
    }

    /// The place of a difference in how a case ended.
    public static final String OUTCOME = "outcome";

    /// What the place of a difference in what was chosen begins with.
    public static final String CHOICE = "choice.";

    /// What stands where nothing was expected, or nothing was got.
    public static final String NOTHING = "-";

    /// {@return whether it is about the outcome or a choice, and not about a place: then no places were compared}
    public boolean wholesale() {
        return place.equals(OUTCOME) || place.startsWith(CHOICE);
    }

    /// {@return the difference as a line of results.jsonl holds it}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("place", place)
            .put("expected", expected.getOrElse(NOTHING))
            .put("got", got.getOrElse(NOTHING));
        mask.forEach(bits -> json.put("mask", bits));
        clauses.headOption().forEach(name -> json.put("by", name));
        if (clauses.size() > 1) json.set("clauses", Json.texts(clauses));
        return json;
    }
}
