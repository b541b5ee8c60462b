/// What an implementation is given: a vector without its expectation.
package vmmref.vectors.format;

import tools.jackson.databind.node.ObjectNode;

/// JSON: `{"kind":"codec","needs":{},"in":{…}}`, the `case` of a run request.
public record Case(String kind, Needs needs, ObjectNode in) {

    public Case {
        in = in.deepCopy();
    }

    /// Reads the `case` of a run request.
    /// @throws FieldMistake if a field is missing or wrong
    public static Case of(Fields fields) {
        return new Case(fields.text("kind"), Needs.of(fields.child("needs")), fields.child("in").json());
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("kind", kind);
        json.set("needs", needs.json());
        json.set("in", in.deepCopy());
        return json;
    }

    /// {@return the hash by which the ledger knows this case, `sha256:` and 64 hex digits}
    public String hash() {
        return Json.hash(json());
    }
}
