package vmmref.vectors.codec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;

/// A request to encode a bundle.
///
/// @param template notation such as `M;MI;`
/// @param slots    the text of each instruction; a long one is one of them
record Request(String template, Seq<String> slots) {

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
