/// One line of the adapter protocol, either way.
package vmmref.vectors.run;

import io.vavr.control.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.format.Schemas;

/// An answer is known by its `seq`; whether the rest is an answer is asked separately, so that what is wrong is blamed on the right case.
public record AnswerLine(int seq, ObjectNode json) {

    /// Reads a line up to its `seq`.
    /// @throws FieldMistake if the line is no JSON object, or has no usable `seq`
    public static AnswerLine of(String text) {
        return of(object(text));
    }

    /// Reads an object up to its `seq`.
    /// @throws FieldMistake if it has no usable one
    static AnswerLine of(Fields fields) {
        JsonNode seq = fields.json().get("seq");
        if (seq == null)
            throw fields.mistake("seq", "is missing", "copy the seq of the request into the answer");
        if (seq.isString())
            throw fields.mistake("seq", "is the string " + seq, "write the number itself, without quotes");
        if (!seq.isIntegralNumber() || !seq.canConvertToInt())
            throw fields.mistake("seq", "is " + Printable.of(seq.toString(), 40), "copy the seq of the request into the answer");
        return new AnswerLine(seq.intValue(), fields.json());
    }

    /// {@return the answer in the line}
    /// @throws FieldMistake if it breaks the schema
    public Answer answer(Schemas schemas) {
        follow(schemas, Schemas.Form.ANSWER, json);
        return Answer.of(Fields.of(json));
    }

    /// {@return the hello in a line}
    /// @throws FieldMistake if it breaks the schema
    public static Hello hello(Schemas schemas, String text) {
        Fields fields = object(text);
        follow(schemas, Schemas.Form.HELLO, fields.json());
        return Hello.of(fields);
    }

    /// {@return why a base cannot be set up, if the answer to it says so}
    /// @throws FieldMistake if it breaks the schema
    public static Option<String> obstacle(Schemas schemas, Fields fields) {
        follow(schemas, Schemas.Form.READY, fields.json());
        return Option.when(!fields.json().get("ok").booleanValue(), () -> fields.text("why"));
    }

    /// {@return whether a line that is no answer to a case is a hello}
    static boolean greets(String text) {
        try {
            return Json.fields(text).has("proto");
        } catch (FieldMistake mistake) {
            return false;
        }
    }

    /// {@return a request to run a case}
    public static String request(int seq, Case given) {
        ObjectNode request = Json.object().put("cmd", "run").put("seq", seq);
        request.set("case", given.json());
        return Json.line(request);
    }

    /// {@return a request to learn a start state}
    public static String request(Base base) {
        ObjectNode request = Json.object().put("cmd", "base");
        request.setAll(base.json());
        return Json.line(request);
    }

    /// {@return what is wrong with a line of bytes}
    public static Breach noText(int number, String bytes) {
        return new Breach(number, "$", "is no text in UTF-8", "write JSON in UTF-8, and nothing else, to standard output", bytes);
    }

    /// {@return what is wrong with a line that is too long}
    public static Breach flood(int number, String start, int limit) {
        return new Breach(number, "$", "is longer than %,d bytes".formatted(limit), "end each answer with a line feed", start);
    }

    /// {@return what is wrong with a second hello}
    static Breach again(int number, String text) {
        return new Breach(number, "$.proto", "says hello once more", "answer hello once, when it is asked for", text);
    }

    private static void follow(Schemas schemas, Schemas.Form form, ObjectNode json) {
        schemas.check(form, json).headOption().forEach(mistake -> {
            throw new FieldMistake(mistake.path(), mistake.problem(), mistake.likely());
        });
    }

    /// {@return the object in a line}
    /// @throws FieldMistake if there is none
    public static Fields object(String text) {
        try {
            return Json.fields(text);
        } catch (FieldMistake mistake) {
            boolean nearly = text.strip().startsWith("{");
            throw new FieldMistake(mistake.path(), nearly ? mistake.problem() : "is no JSON object", remedy(text.strip(), mistake.remedy()));
        }
    }

    private static String remedy(String text, String otherwise) {
        if (text.isEmpty())         return "write no empty lines to standard output";
        if (text.startsWith("\uFEFF")) return "write UTF-8 without a byte order mark";
        if (text.indexOf('\u001b') >= 0) return "write no colours and no other codes for terminals to standard output";
        if (text.startsWith("["))   return "write one object a line, not an array of them";
        if (text.startsWith("{'"))  return "quote with \", as JSON does; in Python, json.dumps does it";
        if (text.contains("}{") || text.contains("} {")) return "end each answer with a line feed";
        if (!text.startsWith("{"))  return "write answers only to standard output, and everything else to standard error";
        return otherwise;
    }
}
