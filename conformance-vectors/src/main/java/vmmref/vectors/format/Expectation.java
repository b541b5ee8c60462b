/// What a vector expects: an outcome, the values afterwards, and the clauses that decided them.
package vmmref.vectors.format;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;

import static org.apache.commons.lang3.Validate.isTrue;

/// `post` maps a place to its value as text; `by` maps a place of `post`, or a part of one, to the name of the clause that decided its
/// value; `because` names the clause that decided the outcome. The verdict depends on `outcome` and `post` alone.
/// Places are kept in alphabetical order. JSON: fields in the order of the record, empty ones left out.
public record Expectation(Outcome outcome, Map<String, String> post, Option<String> because, Map<String, String> by) {

    public Expectation {
        post = TreeMap.ofEntries(post);
        by   = TreeMap.ofEntries(by);
        Map<String, String> values = post;
        by.keySet().forEach(place -> isTrue(expects(values, place),
            "a clause is named for the place %s, of which nothing is expected", place));
    }

    /// {@return whether a value is expected of a place, or of one that it is a part of: `slot0.imm14` is a part of `slot0`}
    private static boolean expects(Map<String, String> post, String place) {
        return post.keySet().exists(each -> place.equals(each) || place.startsWith(each + "."));
    }

    /// {@return an expectation that names no clauses yet, as typed from a source}
    public static Expectation typed(Outcome outcome, Map<String, String> post) {
        return new Expectation(outcome, post, Option.none(), TreeMap.empty());
    }

    /// Reads the `expect` of a vector.
    /// @throws FieldMistake if the outcome is unknown, a place's value is no string, or `by` names a place that `post` does not
    public static Expectation of(Fields fields) {
        Outcome outcome = fields.word("outcome", Outcome::named, Outcome.values(), Outcome::json);
        Map<String, String> post = fields.optional("post").map(Fields::strings).getOrElse(TreeMap.empty());
        Option<Fields>      by   = fields.optional("by");
        by.forEach(names -> names.strings().keySet().find(place -> !expects(post, place)).forEach(place -> {
            throw names.mistake(place, "names a clause for a place of which nothing is expected", "expect it in `post`, or remove it");
        }));
        return new Expectation(
            outcome,
            post,
            fields.optionalText("because"),
            by.map(Fields::strings).getOrElse(TreeMap.empty()));
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        ObjectNode json = verdict();
        because.forEach(clause -> json.put("because", clause));
        if (!by.isEmpty()) json.set("by", Json.strings(by));
        return json;
    }

    /// {@return the part that decides the verdict: outcome and post}
    public ObjectNode verdict() {
        ObjectNode json = Json.object().put("outcome", outcome.json());
        if (!post.isEmpty()) json.set("post", Json.strings(post));
        return json;
    }

    /// {@return the distinct clauses that decided something here: the outcome's first, then each place's in order}
    public Seq<String> clauses() {
        return because.toList().appendAll(by.values()).distinct();
    }
}
