package vmmref.properties.campaign;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.Nulls;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.apache.commons.lang3.StringUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// The JSON of a store. Whatever would not be written is not read: what somebody damaged is refused, and never half understood.
final class StoreJson {
    private static final JsonMapper PAGES = JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .withCoercionConfig(LogicalType.Textual, text ->
            Vector.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean).forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
        .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
        .changeDefaultVisibility(shown -> shown.withFieldVisibility(Visibility.ANY).withGetterVisibility(Visibility.NONE).withIsGetterVisibility(Visibility.NONE))
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build();
    private static final JsonMapper LINES = PAGES.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();

    private StoreJson() { }

    /// {@return a text for people}
    static String page(Object value) {
        return PAGES.writeValueAsString(value) + "\n";
    }

    /// {@return a text on one line}
    static String line(Object value) {
        return LINES.writeValueAsString(value) + "\n";
    }

    /// {@return the value that a text denotes, or what is wrong with it}
    static <T> Either<String, T> value(String text, Class<T> type) {
        try {
            return Option.of(LINES.readValue(text, type)).toEither("it is null");
        } catch (JacksonException damaged) {
            return Either.left(told(damaged));
        }
    }

    /// {@return the format that a configuration says it has, if it is whole enough to say it}
    static Option<Integer> format(String text) {
        try {
            return Option.of(LINES.readTree(text)).map(json -> json.path("format")).filter(JsonNode::isInt).map(JsonNode::intValue);
        } catch (JacksonException damaged) {
            return Option.none();
        }
    }

    private static String told(JacksonException damaged) {
        String path = Vector.ofAll(damaged.getPath()).map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName()).mkString();
        String place = !path.isEmpty() ? "$" + path
            : damaged.getLocation() == null ? "" : "line %d, column %d".formatted(damaged.getLocation().getLineNr(), damaged.getLocation().getColumnNr());
        String what = StringUtils.substringBefore(StringUtils.substringBefore(damaged.getOriginalMessage().lines().findFirst().orElse("unreadable"), ";"), " (");
        return place.isEmpty() ? what : place + ": " + what;
    }

    /// {@return the JSON value that a text denotes}
    /// @throws JacksonException if it is none
    static JsonNode parsed(String text) {
        return LINES.readTree(text);
    }
}
