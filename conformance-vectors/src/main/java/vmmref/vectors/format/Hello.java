/// How an implementation introduces itself.
package vmmref.vectors.format;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// `kinds`: the kinds it answers. `profile`: its parameters. `level`: `observe`, `delta` or `trace`. `observes`: the
/// places that it can report, all when absent. `window`: how many cases may be outstanding, at least 1, 1 when absent.
/// `timeoutMillis`: the time limit of one case, 2000 when absent; `timeout_ms` in JSON.
public record Hello(int proto, Impl impl, Seq<String> kinds, Parameters profile, String level, Option<Set<String>> observes,
                    int window, int timeoutMillis) {

    /// The version of the adapter protocol that this vmmref speaks.
    public static final int PROTOCOL = 1;
    /// The time limit of one case unless hello says another, in milliseconds.
    public static final int DEFAULT_TIMEOUT_MILLIS = 2000;

    private static final Pattern LEVEL = Pattern.compile("observe|delta|trace");

    /// Who answers: name, version, programming language, and where its issues are tracked.
    public record Impl(String name, String version, String lang, Option<String> issues) { }

    /// Reads a hello.
    /// @throws FieldMistake if a field is missing or wrong, or the protocol is not ours
    public static Hello of(Fields fields) {
        int proto = fields.integer("proto");
        if (proto != PROTOCOL)
            throw fields.mistake("proto", "is " + proto + ", and this vmmref speaks protocol " + PROTOCOL, "answer {\"proto\":1,…}");
        Fields impl = fields.child("impl");
        return new Hello(
            proto,
            new Impl(impl.text("name"), impl.text("version"), impl.text("lang"), impl.optionalText("issues")),
            fields.texts("kinds"),
            Parameters.of(fields.child("profile")),
            fields.matching("level", LEVEL, "observe, delta or trace"),
            fields.optionalTexts("observes").map(LinkedHashSet::ofAll),
            fields.atLeastOne("window", 1),
            fields.atLeastOne("timeout_ms", DEFAULT_TIMEOUT_MILLIS));
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        ObjectNode who = Json.object().put("name", impl.name()).put("version", impl.version()).put("lang", impl.lang());
        impl.issues().forEach(url -> who.put("issues", url));
        ObjectNode json = Json.object().put("proto", proto);
        json.set("impl", who);
        json.set("kinds", Json.texts(kinds));
        json.set("profile", profile.json());
        json.put("level", level);
        observes.forEach(places -> json.set("observes", Json.texts(places)));
        return json.put("window", window).put("timeout_ms", timeoutMillis);
    }
}
