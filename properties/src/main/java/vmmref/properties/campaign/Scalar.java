package vmmref.properties.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that have no parts.
///
/// @param expected what to write, in words
/// @param fits     whether a JSON value is that
/// @param value    what it denotes
/// @param json     the JSON value of a value
record Scalar(String expected, Predicate<JsonNode> fits, Function<JsonNode, Object> value, Function<Object, JsonNode> json) implements Scheme {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{1,16}");
    private static final int MOST = 200;

    private static final Scalar TRUTH  = new Scalar("true or false", JsonNode::isBoolean, JsonNode::booleanValue, value -> NODES.booleanNode((boolean) value));
    private static final Scalar NUMBER = new Scalar("a number of 32 bits, with sign", json -> json.isIntegralNumber() && json.canConvertToInt(), JsonNode::intValue,
        value -> NODES.numberNode((int) value));
    private static final Scalar TEXT   = new Scalar("a string", JsonNode::isString, JsonNode::stringValue, value -> NODES.stringNode((String) value));
    private static final Scalar BITS   = new Scalar("a word, \"0x\" and 1 to 16 hexadecimal digits", json -> json.isString() && WORD.matcher(json.stringValue()).matches(),
        json -> Long.parseUnsignedLong(json.stringValue().substring(2), 16), value -> NODES.stringNode("0x" + Long.toHexString((long) value)));

    private static final Map<Class<?>, Scalar> BY_TYPE = HashMap.of(
        boolean.class, TRUTH, Boolean.class, TRUTH, int.class, NUMBER, Integer.class, NUMBER, long.class, BITS, Long.class, BITS, String.class, TEXT);

    /// {@return the scheme of a type, if its values have no parts}
    static Option<Scheme> of(Class<?> type) {
        return BY_TYPE.get(type).<Scheme>map(scalar -> scalar).orElse(() -> Option.when(type.isEnum(), () -> constants(type)));
    }

    private static Scalar constants(Class<?> type) {
        Seq<String> names = Vector.of(type.getEnumConstants()).map(Scalar::name);
        return new Scalar(StringUtils.abbreviate("one of " + names.mkString(", "), MOST), json -> json.isString() && names.contains(json.stringValue()),
            json -> type.getEnumConstants()[names.indexOf(json.stringValue())], value -> NODES.stringNode(name(value)));
    }

    /// {@return the name of a constant}
    static String name(Object constant) {
        return ((Enum<?>) constant).name();
    }

    @Override public JsonNode written(Object written) {
        return json.apply(written);
    }

    @Override public Object read(Spot spot) {
        if (!fits.test(spot.json())) throw spot.mistake(expected);
        return value.apply(spot.json());
    }
}
