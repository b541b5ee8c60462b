/// What an implementation is given: a vector without its expectation.
package vmmref.vectors.format;

import tools.jackson.databind.node.ObjectNode;

/// JSON: `{"kind":"codec","needs":{},"in":{…}}` with the fields of the {@link Stimulus}, the `case` of a run request.
public record Case(String kind, Needs needs, Stimulus stimulus) {

    /// A case without a start state.
    public Case(String kind, Needs needs, ObjectNode in) {
        this(kind, needs, Stimulus.of(in));
    }

    /// Reads the `case` of a run request.
    /// @throws FieldMistake if a field is missing or wrong, or there is no such base
    public static Case of(Fields fields, Bases bases) {
        return new Case(fields.text("kind"), Needs.of(fields.child("needs")), Stimulus.of(fields, bases));
    }

    /// {@return the object that {@link #of} reads; of the base it holds the name alone}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("kind", kind);
        json.set("needs", needs.json());
        json.setAll(stimulus.json());
        return json;
    }

    /// {@return what happens, in the form of the kind}
    public ObjectNode in() {
        return stimulus.in();
    }

    /// {@return the whole start state: the base, with what differs from it merged into it}
    public ObjectNode start() {
        return stimulus.start();
    }

    /// {@return the same case without a base: its `pre` is the whole start state}
    public Case flat() {
        return new Case(kind, needs, stimulus.flat());
    }

    /// {@return the hash by which the ledger knows this case, `sha256:` and 64 hex digits}
    public String hash() {
        return Json.hash(json());
    }
}
