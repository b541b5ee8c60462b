/// One JSON object being read: each field is asked for by name and type, and what is wrong names its path.
package vmmref.vectors.format;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `path` is where the object stands, `$` for the outermost. Fields nobody asks for are ignored. Every question throws
/// {@link FieldMistake} if the field is missing (unless it is optional) or of another type.
public record Fields(String path, ObjectNode json) {

    private static final Pattern ELEMENT = Pattern.compile(".+\\[[0-9]+]");

    /// {@return the fields of an outermost object}
    public static Fields of(ObjectNode json) {
        return new Fields("$", json);
    }

    /// {@return whether the object has a field}
    public boolean has(String field) {
        return json.has(field);
    }

    /// {@return a field that is a string}
    public String text(String field) {
        return text(field, required(field));
    }

    /// {@return a field that is a string, if it is there}
    public Option<String> optionalText(String field) {
        return Option.of(json.get(field)).map(value -> text(field, value));
    }

    /// {@return a field that is a string of a form; `form` says it in words}
    public String matching(String field, Pattern pattern, String form) {
        String text = text(field);
        return pattern.matcher(text).matches() ? text : fail(path(field), "is \"" + text + "\"", "write " + form);
    }

    /// {@return a field that is one of a few words}
    public <T> T word(String field, Function<String, Option<T>> named, T[] all, Function<T, String> spelling) {
        String text = text(field);
        return named.apply(text).getOrElse(() ->
            fail(path(field), "is \"" + text + "\", which is unknown", "write one of " + List.of(all).map(spelling).mkString(", ")));
    }

    /// {@return a field that is an integer}
    public int integer(String field) {
        return integer(field, required(field));
    }

    /// {@return a field that is an integer of at least 1, or another number if it is absent}
    public int atLeastOne(String field, int otherwise) {
        int number = Option.of(json.get(field)).map(value -> integer(field, value)).getOrElse(otherwise);
        return number >= 1 ? number : fail(path(field), "is " + number, "write a number of at least 1");
    }

    /// {@return a field that is an object}
    public Fields child(String field) {
        return child(field, required(field));
    }

    /// {@return a field that is an object, if it is there}
    public Option<Fields> optional(String field) {
        return Option.of(json.get(field)).map(value -> child(field, value));
    }

    /// {@return a field that is an array of strings}
    public Seq<String> texts(String field) {
        return elements(field).map(element -> element.isString() ? element.stringValue()
            : fail(path(field), "holds " + element + ", which is no string", "write an array of strings"));
    }

    /// {@return a field that is an array of strings, if it is there}
    public Option<Seq<String>> optionalTexts(String field) {
        return Option.when(has(field), () -> texts(field));
    }

    /// {@return a field that is an array of objects}
    public Seq<Fields> children(String field) {
        return elements(field).zipWithIndex((element, index) -> child(field + "[" + index + "]", element));
    }

    /// {@return all fields of this object, each of which is a string}
    public Map<String, String> strings() {
        return LinkedHashMap.ofEntries(entries().map(entry -> entry.map2(value -> text(entry._1, value))));
    }

    /// {@return all fields of this object as text, each of which is a boolean, an integer or a string}
    public Map<String, String> scalars() {
        return LinkedHashMap.ofEntries(entries().map(entry -> entry.map2(value -> scalar(entry._1, value))));
    }

    /// {@return the mistake to throw when a field of the right type says something wrong}
    public FieldMistake mistake(String field, String problem, String remedy) {
        return new FieldMistake(path(field), problem, remedy);
    }

    private Seq<io.vavr.Tuple2<String, JsonNode>> entries() {
        return List.ofAll(json.properties()).map(entry -> new io.vavr.Tuple2<>(entry.getKey(), entry.getValue()));
    }

    private Seq<JsonNode> elements(String field) {
        JsonNode value = required(field);
        return value.isArray() ? List.ofAll(value.values()) : fail(path(field), "is no array", "write an array");
    }

    private JsonNode required(String field) {
        return Option.of(json.get(field)).getOrElse(() -> fail(path(field), "is missing", "every such object has this field"));
    }

    private String text(String field, JsonNode value) {
        return value.isString() ? value.stringValue() : fail(path(field), "is " + kindOf(value), "write a string, in double quotes");
    }

    private int integer(String field, JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt()
            ? value.intValue()
            : fail(path(field), "is " + kindOf(value), value.isIntegralNumber() ? "write an integer of at most " + Integer.MAX_VALUE : "write an integer");
    }

    private Fields child(String field, JsonNode value) {
        return value instanceof ObjectNode object
            ? new Fields(path(field), object)
            : fail(path(field), "is " + kindOf(value), "write an object");
    }

    private String scalar(String field, JsonNode value) {
        return value.isString() || value.isBoolean() || value.isIntegralNumber()
            ? value.asString()
            : fail(path(field), "is " + kindOf(value), "write a boolean, an integer or a string");
    }

    private String path(String field) {
        return ELEMENT.matcher(field).matches() ? path + "." + field : Json.path(path, field);
    }

    private static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY  -> "an array";
            case STRING -> "the string \"" + value.stringValue() + "\"";
            case NUMBER -> "the number " + value;
            default     -> value.toString();
        };
    }

    static <T> T fail(String path, String problem, String remedy) {
        throw new FieldMistake(path, problem, remedy);
    }
}
