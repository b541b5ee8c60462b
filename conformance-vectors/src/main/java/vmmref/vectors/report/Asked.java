/// What was asked: a line for each field of a stimulus.
package vmmref.vectors.report;

import io.vavr.collection.List;
import org.apache.commons.lang3.StringUtils;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Stimulus;

/// Most stimuli have one field, `in`.
final class Asked {

    private Asked() { }

    /// {@return the lines, indented by two, no field longer than so many characters}
    static String lines(Stimulus stimulus, int most) {
        return List.ofAll(stimulus.json().properties())
            .map(field -> "  %s: %s\n".formatted(field.getKey(), StringUtils.abbreviate(text(field.getValue()), "…", most)))
            .mkString();
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
