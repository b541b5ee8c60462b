/// An expectation as JSON, read and written.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One alternative is an object of the fields of {@link Expectation}; several are `{"any":[…]}`.
final class ExpectJson {

    private static final List<String> FIELDS = List.of("outcome", "fault", "post", "mask", "because", "by", "choice");

    private ExpectJson() { }

    static Expectation read(Fields fields) {
        if (!fields.has("any")) return alternative(fields);
        FIELDS.find(fields::has).forEach(field -> {
            throw fields.mistake(field, "stands beside `any`", "write it in each alternative that it belongs to");
        });
        Seq<Fields> any = fields.children("any");
        if (any.size() < 2)
            throw fields.mistake("any", "lists " + any.size() + " of at least two alternatives", "write a single one as `expect` itself");
        any.find(each -> each.has("any")).forEach(nested -> {
            throw nested.mistake("any", "is a list within a list", "write all alternatives in one list");
        });
        return Expectation.any(any.map(ExpectJson::alternative));
    }

    private static Expectation alternative(Fields fields) {
        Outcome             outcome = fields.word("outcome", Outcome::named, Outcome.values(), Outcome::json);
        Map<String, String> fault   = Places.strings(fields, "fault");
        Map<String, String> post    = Places.read(fields, "post");
        Map<String, String> mask    = Places.strings(fields, "mask");
        Map<String, String> by      = Places.strings(fields, "by");
        Expectation.unfit(post, mask).forEach(bits -> {
            throw fields.child("mask").mistake(bits._1, "is \"" + bits._2 + "\", and " + post.get(bits._1)
                .map("the value is \"%s\""::formatted).getOrElse("`post` has no such place"), "write as many lower-case hex digits as the value has");
        });
        Expectation.unexpected(Places.of(post, fault), by).forEach(place -> {
            throw fields.child("by").mistake(place, "names a clause for a place of which nothing is expected", "expect it in `post` or `fault`, or remove it");
        });
        by.keySet().forEach(place -> clause(fields.child("by"), place));
        Option<String> because = Option.when(fields.has("because"), () -> clause(fields, "because"));
        return new Expectation(outcome, fault, post, mask, because, by).chosen(Places.strings(fields, "choice"));
    }

    private static String clause(Fields fields, String field) {
        return fields.matching(field, Vector.CLAUSE, "the name of a clause, as " + Vector.CLAUSE_FORM);
    }

    /// `clauses` says whether `because` and `by` are written as well.
    static ObjectNode written(Expectation expect, boolean clauses) {
        if (expect.others().isEmpty()) return one(expect, clauses);
        ObjectNode json = Json.object();
        ArrayNode  any  = json.putArray("any");
        expect.alternatives().forEach(each -> any.add(one(each, clauses)));
        return json;
    }

    private static ObjectNode one(Expectation expect, boolean clauses) {
        ObjectNode json = Json.object().put("outcome", expect.outcome().json());
        put(json, "fault", expect.fault());
        put(json, "post",  expect.post());
        put(json, "mask",  expect.mask());
        if (clauses) expect.because().forEach(clause -> json.put("because", clause));
        if (clauses) put(json, "by", expect.by());
        put(json, "choice", expect.choice());
        return json;
    }

    private static void put(ObjectNode json, String field, Map<String, String> values) {
        if (!values.isEmpty()) json.set(field, Json.strings(values));
    }
}
