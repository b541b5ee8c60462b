package vmmref.vectors.codec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

/// A request to encode a bundle.
///
/// @param template notation such as `M;MI;`
/// @param slots    the text of each instruction; a long one is one of them
record Request(String template, Seq<String> slots) {

    private static final Pattern BUNDLE = Pattern.compile("[0-9a-f]{32}");

    /// Reads the `in` of a case.
    /// @throws FieldMistake if it is neither of the two forms
    static void check(ObjectNode in) {
        Fields fields = new Fields("$.in", in);
        if (fields.has("decode")) fields.matching("decode", BUNDLE, "a bundle of 16 bytes in memory order, as 32 lower-case hex digits");
        else {
            fields.child("encode").text("template");
            fields.child("encode").texts("slots");
        }
    }

    static Request of(ObjectNode in) {
        JsonNode request = in.get("encode");
        return new Request(request.get("template").asString(), Vector.ofAll(request.get("slots")).map(JsonNode::asString));
    }

    ObjectNode json() {
        ObjectNode request = Json.object().put("template", template);
        request.set("slots", Json.texts(slots));
        ObjectNode in = Json.object();
        in.set("encode", request);
        return in;
    }
}
