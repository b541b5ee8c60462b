/// One vector: a stimulus, what must come of it, and why it exists.
package vmmref.vectors.format;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;

import static org.apache.commons.lang3.Validate.isTrue;

/// A vector is one line of a shard. `hash` is `sha256:` and 64 hex digits, over what decides the verdict; `in` belongs
/// to the kind; `near` is the id of a vector that differs in one field and that another clause decides; `frame` says
/// what holds for places that `expect` does not name; `source` says where the expectation comes from; `since` is the
/// version of the pack that brought it.
public record Vector(String id, String hash, String kind, Level level, String title, Seq<String> flags, Seq<String> clauses,
                     Needs needs, Option<String> near, ObjectNode in, Expectation expect, String frame, String source,
                     String since) {

    /// The version of the vector format: the `v` of every vector.
    public static final int FORMAT = 1;

    public Vector {
        isTrue(Id.parse(id).exists(name -> name.kind().equals(kind)), "\"%s\" is no id of a vector of kind %s", id, kind);
        isTrue(Json.SHA256.matcher(hash).matches(), "%s: \"%s\" is no hash: sha256: and 64 hex digits", id, hash);
        in = in.deepCopy();
    }

    /// Reads one line of a shard.
    /// @throws FieldMistake if a field is missing or wrong, or is one that this version would misjudge by ignoring
    public static Vector of(Fields fields) {
        int version = fields.integer("v");
        if (version != FORMAT)
            throw fields.mistake("v", "is " + version + ", and this vmmref reads format " + FORMAT, "use a vmmref of the pack's version");
        for (String later : new String[] {"base", "pre"})
            if (fields.has(later))
                throw fields.mistake(later, "is a start state, which this vmmref cannot set up", "use a vmmref of the pack's version");
        String id   = fields.text("id");
        String kind = fields.text("kind");
        if (!Id.parse(id).exists(name -> name.kind().equals(kind)))
            throw fields.mistake("id", "is \"" + id + "\", which is no id of kind " + kind, "ids are kind/topic/NNNN; `vmmref vectors fill` gives them");
        return new Vector(
            id,
            fields.matching("h", Json.SHA256, "sha256: and 64 lower-case hex digits"),
            kind,
            fields.word("level", Level::named, Level.values(), Level::json),
            fields.text("title"),
            fields.texts("flags"),
            fields.texts("clauses"),
            Needs.of(fields.child("needs")),
            fields.optionalText("near"),
            fields.child("in").json(),
            Expectation.of(fields.child("expect")),
            fields.text("frame"),
            fields.text("source"),
            fields.text("since"));
    }

    /// {@return the object that {@link #of} reads, its fields in the order that readers like}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("v", FORMAT).put("id", id).put("h", hash).put("kind", kind)
            .put("level", level.json()).put("title", title);
        json.set("flags",   Json.texts(flags));
        json.set("clauses", Json.texts(clauses));
        json.set("needs",   needs.json());
        near.forEach(other -> json.put("near", other));
        json.set("in",     in.deepCopy());
        json.set("expect", expect.json());
        return json.put("frame", frame).put("source", source).put("since", since);
    }

    /// {@return the hash over what decides the verdict: kind, needs, in, outcome, post and frame}
    public static String hashOf(Case stimulus, Expectation expect, String frame) {
        ObjectNode deciding = stimulus.json();
        deciding.set("expect", expect.verdict());
        return Json.hash(deciding.put("frame", frame));
    }

    /// {@return what an implementation is given of this vector}
    public Case given() {
        return new Case(kind, needs, in);
    }
}
