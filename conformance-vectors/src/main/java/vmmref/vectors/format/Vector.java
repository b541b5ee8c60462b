/// One vector: a stimulus, what must come of it, and why it exists.
package vmmref.vectors.format;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

import static org.apache.commons.lang3.Validate.isTrue;

/// A vector is one line of a shard. `hash` is `sha256:` and 64 hex digits, over what decides the verdict; `near` is the
/// id of a vector that differs in one field and that another clause decides; `frame` says what holds for places that
/// `expect` does not name; `source` says where the expectation comes from; `since` is the version of the pack that
/// brought it. JSON holds the fields of the {@link Stimulus} beside the others.
public record Vector(String id, String hash, String kind, Level level, String title, Seq<String> flags, Seq<String> clauses,
                     Needs needs, Option<String> near, Stimulus stimulus, Expectation expect, String frame, String source,
                     String since) {

    /// The version of the vector format: the `v` of every vector.
    public static final int FORMAT = 1;

    static final Pattern CLAUSE      = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");
    static final String  CLAUSE_FORM = "TEMPLATE_RESERVED";

    public Vector {
        isTrue(Id.parse(id).exists(name -> name.kind().equals(kind)), "\"%s\" is no id of a vector of kind %s", id, kind);
        isTrue(Json.SHA256.matcher(hash).matches(), "%s: \"%s\" is no hash: sha256: and 64 hex digits", id, hash);
    }

    /// Reads one line of a shard of a pack with these bases.
    /// @throws FieldMistake if a field is missing or wrong, or there is no such base
    public static Vector of(Fields fields, Bases bases) {
        int version = fields.integer("v");
        if (version != FORMAT)
            throw fields.mistake("v", "is " + version + ", and this vmmref reads format " + FORMAT, "use a vmmref of the pack's version");
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
            clauses(fields),
            Needs.of(fields.child("needs")),
            fields.optionalText("near"),
            Stimulus.of(fields, bases),
            Expectation.of(fields.child("expect")),
            fields.text("frame"),
            fields.text("source"),
            fields.text("since"));
    }

    private static Seq<String> clauses(Fields fields) {
        Seq<String> names = fields.texts("clauses");
        names.find(name -> !CLAUSE.matcher(name).matches()).forEach(name -> {
            throw fields.mistake("clauses", "holds \"" + name + "\"", "write names of clauses, as " + CLAUSE_FORM);
        });
        return names;
    }

    /// {@return the object that {@link #of} reads, its fields in the order that readers like}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("v", FORMAT).put("id", id).put("h", hash).put("kind", kind)
            .put("level", level.json()).put("title", title);
        json.set("flags",   Json.texts(flags));
        json.set("clauses", Json.texts(clauses));
        json.set("needs",   needs.json());
        near.forEach(other -> json.put("near", other));
        json.setAll(stimulus.json());
        json.set("expect", expect.json());
        return json.put("frame", frame).put("source", source).put("since", since);
    }

    /// {@return the hash over what decides the verdict: the case, the expectation without its clauses, and the frame}
    public static String hashOf(Case stimulus, Expectation expect, String frame) {
        ObjectNode deciding = stimulus.json();
        deciding.set("expect", expect.verdict());
        return Json.hash(deciding.put("frame", frame));
    }

    /// {@return what happens, in the form of the kind}
    public ObjectNode in() {
        return stimulus.in();
    }

    /// {@return what an implementation is given of this vector}
    public Case given() {
        return new Case(kind, needs, stimulus);
    }
}
