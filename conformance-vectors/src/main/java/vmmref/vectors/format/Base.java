/// A named start state, so that a vector states only what differs from it.
package vmmref.vectors.format;

import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

import static org.apache.commons.lang3.Validate.isTrue;

/// `name` is a word and a number, as `kernel-flat@1`; `state` belongs to the kinds that start from it. A name keeps its
/// state for ever, and a state that changes gets the next number. JSON: `{"name":"kernel-flat@1","state":{…}}`.
public record Base(String name, ObjectNode state) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*@[1-9][0-9]{0,8}");

    public Base {
        isTrue(NAME.matcher(name).matches(), "\"%s\" is no name of a base: a lower-case word, @, and a number from 1 on", name);
        state = state.deepCopy();
    }

    /// Reads one line of bases.jsonl.
    /// @throws FieldMistake if a field is missing or wrong, or the state holds what {@link Json} rejects
    public static Base of(Fields fields) {
        Base base = new Base(
            fields.matching("name", NAME, "a lower-case word, @, and a number from 1 on: kernel-flat@1"),
            fields.child("state").json());
        Json.canonical(base.json());
        return base;
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("name", name);
        json.set("state", state.deepCopy());
        return json;
    }

    /// {@return the name that a changed state gets: `kernel-flat@2` for `kernel-flat@1`}
    String nextName() {
        int at = name.indexOf('@');
        return name.substring(0, at + 1) + (Integer.parseInt(name.substring(at + 1)) + 1);
    }
}
