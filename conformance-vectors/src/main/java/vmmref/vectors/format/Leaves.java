/// The single values of a JSON value, each by its path.
package vmmref.vectors.format;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import tools.jackson.databind.JsonNode;

/// Names and indices are joined by dots: `in.encode.slots.1`. An empty object or array has no leaves.
public final class Leaves {

    private Leaves() { }

    /// {@return path -> value as text, in the order of the paths}
    public static Map<String, String> of(JsonNode value) {
        return TreeMap.ofEntries(below("", value));
    }

    private static Seq<Tuple2<String, String>> below(String path, JsonNode value) {
        String prefix = path.isEmpty() ? "" : path + ".";
        if (value.isObject()) return List.ofAll(value.properties()).flatMap(field -> below(prefix + field.getKey(), field.getValue()));
        if (value.isArray())  return List.range(0, value.size()).flatMap(index -> below(prefix + index, value.get(index)));
        return List.of(new Tuple2<>(path, value.isNull() ? "null" : value.asString()));
    }
}
