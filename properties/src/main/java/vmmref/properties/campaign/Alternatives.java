package vmmref.properties.campaign;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a sealed type permits.
///
/// @param records   by their simple names
/// @param constants by their names
record Alternatives(Map<String, Components> records, Map<String, Object> constants) implements Scheme {
    private static final String IS = "is";

    static Alternatives of(Class<?> type) {
        Seq<Class<?>> all = permitted(type);
        return new Alternatives(
            LinkedHashMap.ofEntries(all.reject(Class::isEnum).map(Components::of).map(each -> Tuple.of(each.type().getSimpleName(), each))),
            LinkedHashMap.ofEntries(all.filter(Class::isEnum).flatMap(each -> Vector.<Object>of(each.getEnumConstants())).map(each -> Tuple.of(Scalar.name(each), each))));
    }

    private static Seq<Class<?>> permitted(Class<?> type) {
        return type.isSealed() && !type.isEnum() ? Vector.of(type.getPermittedSubclasses()).flatMap(Alternatives::permitted) : Vector.of(type);
    }

    @Override public JsonNode written(Object value) {
        return value instanceof Enum<?> constant ? begun(constant.name())
            : records.get(value.getClass().getSimpleName()).get().members(begun(value.getClass().getSimpleName()), value);
    }

    private static ObjectNode begun(String name) {
        return JsonNodeFactory.instance.objectNode().put(IS, name);
    }

    @Override public Object read(Spot spot) {
        String expected = "one of " + records.keySet().addAll(constants.keySet()).mkString(", ");
        spot.names("an object whose member is names " + expected);
        Spot is = spot.member(IS);
        String name = is.json().asString("");
        if (constants.containsKey(name)) spot.withOnly(Vector.of(IS));
        return records.get(name).map(record -> record.fromMembers(spot, Vector.of(IS))).orElse(() -> constants.get(name)).getOrElseThrow(() -> is.mistake(expected));
    }
}
