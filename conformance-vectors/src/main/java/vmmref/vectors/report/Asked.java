/// What was asked: a line for each field of a stimulus.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Stimulus;

/// Most stimuli have one field, `in`.
final class Asked {

    private Asked() { }

    /// {@return the lines, indented by two}
    static String lines(Stimulus stimulus) {
        return fields(stimulus).map(field -> "  %s: %s\n".formatted(field._1, field._2)).mkString();
    }

    /// {@return name and value of each field}
    static Seq<Tuple2<String, String>> fields(Stimulus stimulus) {
        return List.ofAll(stimulus.json().properties()).map(field -> new Tuple2<>(field.getKey(), text(field.getValue())));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
