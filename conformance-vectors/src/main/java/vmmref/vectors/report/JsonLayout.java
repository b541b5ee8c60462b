/// JSON as people read it: what fits into a line stands in one.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

final class JsonLayout {

    private static final int WIDTH = 100;
    private static final int STEP  = 2;

    private JsonLayout() { }

    static String of(JsonNode json) {
        return of(json, 0);
    }

    private static String of(JsonNode json, int indent) {
        String line = json.toString();
        if (!json.isContainer() || json.isEmpty()) return line;
        if (line.length() + indent <= WIDTH) {
            String spaced = line(json);
            if (spaced.length() + indent <= WIDTH) return spaced;
        }
        String start = "\n" + " ".repeat(indent + STEP);
        if (json.isArray() && Vector.ofAll(json).forAll(JsonNode::isValueNode)) return "[" + filled(json, indent, start) + "\n" + " ".repeat(indent) + "]";
        Seq<String> parts = json.isObject()
            ? Vector.ofAll(json.properties()).map(member -> name(member.getKey()) + of(member.getValue(), indent + STEP))
            : Vector.ofAll(json).map(element -> of(element, indent + STEP));
        return json.isObject() ? "{" + parts.mkString(start, "," + start, "") + "\n" + " ".repeat(indent) + "}" : "[" + parts.mkString(start, "," + start, "") + "\n" + " ".repeat(indent) + "]";
    }

    /// As many elements on a line as fit.
    private static String filled(JsonNode array, int indent, String start) {
        StringBuilder text = new StringBuilder();
        int left = 0;
        for (JsonNode element : array) {
            String next = element.toString();
            boolean fits = left >= next.length() + 2;
            text.append(text.isEmpty() ? start : fits ? ", " : "," + start).append(next);
            left = (fits ? left - 2 : WIDTH - indent - STEP) - next.length();
        }
        return text.toString();
    }

    private static String line(JsonNode json) {
        if (json.isObject()) return "{" + Vector.ofAll(json.properties()).map(member -> name(member.getKey()) + line(member.getValue())).mkString(", ") + "}";
        if (json.isArray())  return "[" + Vector.ofAll(json).map(JsonLayout::line).mkString(", ") + "]";
        return json.toString();
    }

    private static String name(String member) {
        return StringNode.valueOf(member) + ": ";
    }
}
