/// The parameters of one implementation, as it announces them.
package vmmref.vectors.format;

import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// Parameter name -> value as text: `true`, `false`, or a decimal number; in JSON a boolean or a number.
/// Names are kept in alphabetical order.
public record Parameters(Map<String, String> values) {

    public Parameters {
        values = TreeMap.ofEntries(values);
    }

    /// Reads the `profile` of a hello: an object of booleans, integers and words.
    /// @throws FieldMistake if a value is none of these
    public static Parameters of(Fields fields) {
        return new Parameters(fields.scalars());
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        return Json.scalars(values);
    }
}
