/// What is done to an implementation: where it starts, what happens then, and what it is asked to report.
package vmmref.vectors.format;

import io.vavr.control.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `pre` is what differs from the base, or the whole start state where there is none. It is merged into the base as in
/// RFC 7396: objects member by member, null removes a member, and anything else, an array too, takes the place of what
/// was there. `in` belongs to the kind. `ask` says what to report besides what changes: `ask.watch` lists places.
/// JSON: the fields `base` (its name), `pre`, `in` and `ask`; all but `in` are left out when empty.
public record Stimulus(Option<Base> base, ObjectNode pre, ObjectNode in, ObjectNode ask) {

    public Stimulus {
        pre = pre.deepCopy();
        in  = in.deepCopy();
        ask = ask.deepCopy();
    }

    /// {@return a stimulus without a start state, as kinds have whose cases are questions}
    public static Stimulus of(ObjectNode in) {
        return new Stimulus(Option.none(), Json.object(), in, Json.object());
    }

    /// {@return the same, started from a base but for what `pre` changes}
    public Stimulus from(Base start, ObjectNode changes) {
        return new Stimulus(Option.some(start), changes, in, ask);
    }

    /// {@return the same, started from a state that no base has}
    public Stimulus from(ObjectNode state) {
        return new Stimulus(Option.none(), state, in, ask);
    }

    /// {@return the same, with something to report besides}
    public Stimulus asking(ObjectNode besides) {
        return new Stimulus(base, pre, in, besides);
    }

    /// Reads the four fields of a vector or of a case.
    /// @throws FieldMistake if a field is missing or wrong, there is no such base, or a value is one that {@link Json} rejects
    public static Stimulus of(Fields fields, Bases bases) {
        Option<Base> base = fields.optionalText("base").map(name -> bases.named(name).getOrElseThrow(() ->
            fields.mistake("base", "is \"" + name + "\", and the pack has no such base", bases.all().isEmpty() ? "add it to bases.jsonl"
                : "name one of " + bases.all().map(Base::name).mkString(", "))));
        Stimulus stimulus = new Stimulus(base, object(fields, "pre"), fields.child("in").json(), object(fields, "ask"));
        Json.canonical(stimulus.json());
        return stimulus;
    }

    /// {@return the object that {@link #of(Fields, Bases)} reads}
    public ObjectNode json() {
        ObjectNode json = Json.object();
        base.forEach(start -> json.put("base", start.name()));
        if (!pre.isEmpty()) json.set("pre", pre.deepCopy());
        json.set("in", in.deepCopy());
        if (!ask.isEmpty()) json.set("ask", ask.deepCopy());
        return json;
    }

    /// {@return the whole start state: the base, with `pre` merged into it}
    public ObjectNode start() {
        return merged(base.map(start -> start.state().deepCopy()).getOrElse(Json::object), pre);
    }

    /// {@return one member of the whole start state, if it has that}
    public Option<JsonNode> start(String member) {
        ObjectNode state = Json.object();
        base.flatMap(start -> Option.of(start.state().get(member))).forEach(value -> state.set(member, value.deepCopy()));
        return Option.of(merged(state, pre.has(member) ? Json.object().set(member, pre.get(member)) : Json.object()).get(member));
    }

    /// {@return the same without a base: `pre` is the whole start state}
    public Stimulus flat() {
        return from(start());
    }

    private static ObjectNode object(Fields fields, String field) {
        return fields.optional(field).map(Fields::json).getOrElse(Json::object);
    }

    private static ObjectNode merged(ObjectNode state, ObjectNode changes) {
        changes.properties().forEach(change -> {
            String   member = change.getKey();
            JsonNode value  = change.getValue();
            if (value.isNull())                          state.remove(member);
            else if (value instanceof ObjectNode object) state.set(member, merged(state.get(member) instanceof ObjectNode known ? known : Json.object(), object));
            else                                         state.set(member, value.deepCopy());
        });
        return state;
    }
}
