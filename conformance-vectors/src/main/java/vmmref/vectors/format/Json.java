/// JSON as this project writes it: one mapper, one canonical form, one form for readers.
package vmmref.vectors.format;

import io.vavr.collection.Map;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The canonical form is RFC 8785, of which we need objects, arrays, strings, booleans and integers up to 2^53 - 1:
/// fractions have no place in a vector, null has one only in its `pre` (see {@link Stimulus}), and elsewhere both are
/// rejected. The form for readers differs from it in nothing but the order of fields, which is the order in which they
/// were put.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();

    private static final DefaultPrettyPrinter PAGE = new DefaultPrettyPrinter()
        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
        .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    /// The form of a hash: `sha256:` and 64 hex digits.
    public static final Pattern SHA256 = Pattern.compile("sha256:[0-9a-f]{64}");

    private static final Pattern PLAIN   = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern CONTROL = Pattern.compile("[\\x7f-\\x9f]");
    private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]");
    private static final Pattern JARGON    = Pattern.compile(" \\(`[^`]*`\\)|, from `[^`]*`|:? ?(?:enable|not allowed as per) `[^`]*`(?: to allow)?| \\(bound as [^)]*\\)| \\(start marker at .*");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private Json() { }

    /// {@return a new empty object}
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// Parses one JSON value; a field given twice, half a surrogate pair and anything after the value are errors.
    /// @throws FieldMistake at `$` if the text is no JSON, naming the column (from 1) and what the parser met there
    public static JsonNode parse(String text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            if (value.isMissingNode()) throw new FieldMistake("$", "is empty", "write one JSON object");
            if (SURROGATE.matcher(text).find()) whole("$", value);
            return value;
        } catch (JacksonException bad) {
            String what   = JARGON.matcher(bad.getOriginalMessage().lines().findFirst().orElse("unreadable")).replaceAll("");
            String column = bad.getLocation() == null ? "" : " at column " + bad.getLocation().getColumnNr();
            throw new FieldMistake("$", "is no JSON" + column + ": " + what, "write one JSON object, in UTF-8, on one line");
        }
    }

    /// Half a surrogate pair is no text, and could not be written out again; only an escape can bring one in.
    private static void whole(String path, JsonNode value) {
        whole(path, value.asString(""));
        for (int i = 0; value.isArray() && i < value.size(); i++) whole(path + "[" + i + "]", value.get(i));
        if (value.isObject()) value.properties().forEach(field -> {
            whole(path, field.getKey());
            whole(path(path, field.getKey()), field.getValue());
        });
    }

    private static void whole(String path, String text) {
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE))
            throw new FieldMistake(path, "holds half a surrogate pair", "write the whole character");
    }

    /// Parses one JSON object.
    /// @throws FieldMistake if the text is no JSON, or no object
    public static Fields fields(String text) {
        return parse(text) instanceof ObjectNode json
            ? Fields.of(json)
            : Fields.fail("$", "is no object", "write one JSON object");
    }

    /// {@return the canonical form (RFC 8785) of a value}
    /// @throws FieldMistake if the value holds null outside a `pre`, a fraction, an integer beyond 2^53 - 1 or half a surrogate pair
    public static String canonical(JsonNode value) {
        return JsonText.of(value, true);
    }

    /// {@return the value on one line, with its fields in their own order}
    /// @throws FieldMistake as {@link #canonical} does
    public static String line(JsonNode value) {
        return JsonText.of(value, false);
    }

    /// {@return the value over several lines, indented by two, ending with a line feed; control characters are escaped that JSON need not escape}
    public static String page(JsonNode value) {
        return CONTROL.matcher(MAPPER.writer().with(PAGE).writeValueAsString(value)).replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0))) + "\n";
    }

    /// {@return `sha256:` and the hex digits of the hash of the value's canonical form}
    public static String hash(JsonNode value) {
        return sha256(canonical(value).getBytes(StandardCharsets.UTF_8));
    }

    /// {@return `sha256:` and the 64 hex digits of the hash of some bytes}
    public static String sha256(byte[] bytes) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /// {@return an array of strings}
    public static ArrayNode texts(Iterable<String> texts) {
        ArrayNode array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    /// {@return an object whose values are strings}
    public static ObjectNode strings(Map<String, String> values) {
        ObjectNode json = object();
        values.forEach(json::put);
        return json;
    }

    /// {@return an object whose values are booleans and integers where the text spells one, and strings elsewhere}
    public static ObjectNode scalars(Map<String, String> values) {
        ObjectNode json = object();
        values.forEach((name, text) -> {
            if (text.equals("true") || text.equals("false"))   json.put(name, Boolean.parseBoolean(text));
            else if (INTEGER.matcher(text).matches())     json.put(name, Long.parseLong(text));
            else                                               json.put(name, text);
        });
        return json;
    }

    /// {@return the path of a field below a path, as `$.a.b` or `$.a['b.c']`}
    static String path(String parent, String field) {
        return PLAIN.matcher(field).matches() ? parent + "." + field : parent + "['" + field + "']";
    }
}
