/// One place where an answer is not what the vector expects.
package vmmref.vectors.run;

import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;

/// `place` is a place, or `outcome`. Nothing expected is a change that the frame does not allow; nothing got is a place that was not
/// reported. `clause` is the clause that decided the expected value.
public record Difference(String place, Option<String> expected, Option<String> got, Option<String> clause) {

    /// What stands where nothing was expected, or nothing was got.
    public static final String NOTHING = "-";

    /// {@return the difference as a line of results.jsonl holds it}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("place", place)
            .put("expected", expected.getOrElse(NOTHING))
            .put("got", got.getOrElse(NOTHING));
        clause.forEach(name -> json.put("by", name));
        return json;
    }
}
