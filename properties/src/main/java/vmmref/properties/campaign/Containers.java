package vmmref.properties.campaign;

import io.vavr.Tuple;
import io.vavr.collection.Array;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Collections, options, and maps from strings.
final class Containers {
    private static final Map<Type, Function<Seq<Object>, Object>> COLLECTIONS = HashMap.of(
        Seq.class, all -> all, Vector.class, Vector::ofAll, List.class, List::ofAll, Array.class, Array::ofAll, Set.class, HashSet::ofAll);

    private Containers() { }

    static Scheme of(ParameterizedType type) {
        Seq<Type> arguments = Vector.of(type.getActualTypeArguments());
        if (type.getRawType() == Map.class && arguments.head() == String.class) return new Named(Scheme.of(arguments.last()));
        if (type.getRawType() == Option.class)                                  return new Perhaps(Scheme.of(arguments.head()));
        return new Elements(Scheme.of(arguments.head()), COLLECTIONS.get(type.getRawType()).getOrElseThrow(() -> Scheme.unknown(type)));
    }

    private static ArrayNode array(Seq<JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements.asJava());
    }

    /// Any number of elements; those of a set are sorted by what is written.
    record Elements(Scheme element, Function<Seq<Object>, Object> collected) implements Scheme {
        @Override public JsonNode written(Object value) {
            Seq<JsonNode> elements = Vector.ofAll((Iterable<?>) value).map(element::written);
            return array(value instanceof Set<?> ? elements.sortBy(JsonNode::toString) : elements);
        }

        @Override public Object read(Spot spot) {
            return collected.apply(spot.elements("an array").map(element::read));
        }
    }

    private record Perhaps(Scheme content) implements Scheme {
        @Override public JsonNode written(Object value) {
            return array(((Option<?>) value).toVector().map(content::written));
        }

        @Override public Object read(Spot spot) {
            Seq<Spot> elements = spot.elements("an array of at most one element");
            if (elements.size() > 1) throw spot.mistake("an array of at most one element");
            return elements.headOption().map(content::read);
        }
    }

    private record Named(Scheme value) implements Scheme {
        @Override public JsonNode written(Object map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            ((Map<?, ?>) map).forEach((name, each) -> object.set((String) name, value.written(each)));
            return object;
        }

        @Override public Object read(Spot spot) {
            return LinkedHashMap.ofEntries(spot.names("an object").map(name -> Tuple.of(name, value.read(spot.member(name)))));
        }
    }
}
