/// The flags of a pack: why cases exist.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.PackFile;

/// `table` is what flags.json says.
public record Flags(Fields table) {

    /// One flag: the type of bug, what comes of it, and bugs of that type that were published. A flag that the table lacks has empty texts.
    public record Flag(String name, String bug, String effect, Seq<Published> published) {

        /// {@return the flag in a line}
        String text() {
            return bug.isEmpty() ? name : "%s: %s %s".formatted(name, bug, effect);
        }

        ObjectNode json() {
            ObjectNode json = Json.object().put("flag", name).put("bug", bug).put("effect", effect);
            json.set("published", Json.texts(published.map(Published::text)));
            return json;
        }
    }

    /// A published bug: where it was, and what it did.
    public record Published(String name, String what) {

        /// {@return the bug in a line}
        String text() {
            return name + ": " + what;
        }
    }

    /// {@return the flags of a pack}
    /// @throws vmmref.vectors.format.PackDamage if their table is missing
    public static Flags of(Pack pack) {
        return new Flags(Json.fields(PackFile.text(pack.folder(), "flags.json")));
    }

    /// {@return the flag of a name}
    Flag named(String name) {
        JsonNode flag = table.json().path(name);
        return new Flag(name, flag.path("bug").asString(""), flag.path("effect").asString(""), List.ofAll(flag.path("published").values())
            .map(bug -> new Published(bug.path("name").asString(""), bug.path("what").asString(""))));
    }
}
