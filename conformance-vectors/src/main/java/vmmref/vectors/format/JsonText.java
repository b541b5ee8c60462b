/// A JSON value written out on one line.
package vmmref.vectors.format;

import io.vavr.collection.Iterator;
import java.util.Comparator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// With its fields sorted the text is the canonical form of RFC 8785.
final class JsonText {

    private static final long LARGEST = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();
    private final boolean       sorted;

    private JsonText(boolean sorted) {
        this.sorted = sorted;
    }

    /// {@return the text of a value}
    /// @throws FieldMistake if the value holds what {@link Json} rejects
    static String of(JsonNode value, boolean sorted) {
        JsonText text = new JsonText(sorted);
        text.write(new Place.Top(), value);
        return text.out.toString();
    }

    /// Where a value stands; spelt out only when it may not be written.
    private sealed interface Place {
        record Top()                            implements Place { }
        record Field(Place above, String name)  implements Place { }
        record Element(Place above, int index)  implements Place { }

        /// {@return whether it is a member of `pre`, or of an object within, where null says that the base's member is removed}
        default boolean removes() {
            return this instanceof Field(Place above, String name) && (above.is("pre") || above.removes());
        }

        private boolean is(String field) {
            return this instanceof Field(Place _, String name) && name.equals(field);
        }

        default String path() {
            return switch (this) {
                case Top()                           -> "$";
                case Field(Place above, String name) -> Json.path(above.path(), name);
                case Element(Place above, int index) -> above.path() + "[" + index + "]";
            };
        }
    }

    private void write(Place place, JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT  -> object(place, value);
            case ARRAY   -> array(place, value);
            case STRING  -> quoted(place, value.stringValue());
            case BOOLEAN -> out.append(value.booleanValue());
            case NUMBER  -> out.append(integer(place, value));
            case NULL    -> out.append(removal(place));
            default      -> Fields.fail(place.path(), "is " + value, "write an object, an array, a string, a number or a boolean");
        }
    }

    private static String removal(Place place) {
        return place.removes() ? "null" : Fields.fail(place.path(), "is null", "leave a field out instead of writing null");
    }

    /// RFC 8785 orders names by UTF-16 code units, which is how Java compares strings.
    private void object(Place place, JsonNode object) {
        Iterator<Map.Entry<String, JsonNode>> fields = Iterator.ofAll(object.properties());
        String separator = "{";
        for (Map.Entry<String, JsonNode> field : sorted ? fields.toList().sorted(Map.Entry.comparingByKey(Comparator.naturalOrder())) : fields) {
            out.append(separator);
            quoted(place, field.getKey());
            out.append(':');
            write(new Place.Field(place, field.getKey()), field.getValue());
            separator = ",";
        }
        out.append(object.isEmpty() ? "{}" : "}");
    }

    private void array(Place place, JsonNode array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) out.append(',');
            write(new Place.Element(place, i), array.get(i));
        }
        out.append(']');
    }

    private static long integer(Place place, JsonNode number) {
        if (!number.isIntegralNumber())
            return Fields.fail(place.path(), "is the fraction " + number, "vectors hold no fractions: write a hex string");
        if (!number.canConvertToLong() || number.longValue() > LARGEST || number.longValue() < -LARGEST)
            return Fields.fail(place.path(), "is " + number + ", beyond 2^53 - 1", "write large numbers as fixed-width hex strings");
        return number.longValue();
    }

    private void quoted(Place place, String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"'  -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default   -> {
                    if (c < 0x20)                        out.append("\\u%04x".formatted(c));
                    else if (c >= 0xD800 && c <= 0xDFFF) Fields.fail(place.path(), "holds half a surrogate pair", "write the whole character");
                    else                                 out.appendCodePoint(c);
                }
            }
        });
        out.append('"');
    }
}
