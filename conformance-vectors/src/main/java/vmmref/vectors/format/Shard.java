/// One file of vectors, as the manifest lists it.
package vmmref.vectors.format;

import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// `file` is `tier/kind/topic.jsonl`, or `tier/kind/topic-N.jsonl` for the second part of a topic and later ones.
/// `sha256` is over the bytes of the file, `vectors` the number of its lines.
public record Shard(String file, String sha256, int vectors) {

    /// No shard is larger, in bytes, so that reading a pack takes little memory.
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final Pattern FORM = Pattern.compile("([a-z]+)/([a-z0-9-]+)/([a-z0-9-]*[a-z][a-z0-9]*?)(?:-([0-9]+))?\\.jsonl");

    /// Reads one of the `shards` of a manifest.
    /// @throws FieldMistake if the file's name has another form, its tier is unknown, or a field is missing or wrong
    public static Shard of(Fields fields) {
        String  file = fields.text("file");
        Matcher form = FORM.matcher(file);
        if (!form.matches())
            throw fields.mistake("file", "is \"" + file + "\"", "shards are named tier/kind/topic.jsonl");
        if (Tier.named(form.group(1)).isEmpty())
            throw fields.mistake("file", "is \"" + file + "\", whose tier is unknown", "tiers are smoke, core and full");
        return new Shard(file,
            fields.matching("sha256", Json.SHA256, "sha256: and 64 lower-case hex digits"),
            fields.atLeastOne("vectors", 0));
    }

    /// {@return the name of a part of a topic, counted from 1}
    public static String nameOf(Tier tier, String family, int part) {
        return tier.json() + "/" + family + (part == 1 ? "" : "-" + part) + ".jsonl";
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        return Json.object().put("file", file).put("sha256", sha256).put("vectors", vectors);
    }

    /// {@return the tier in whose folder it stands}
    public Tier tier() {
        return Tier.named(part(1)).get();
    }

    /// {@return `kind/topic` of all its vectors}
    public String family() {
        return part(2) + "/" + part(3);
    }

    /// {@return which part of its topic it is, counted from 1}
    public int part() {
        return Option.of(part(4)).map(Integer::parseInt).getOrElse(1);
    }

    private String part(int group) {
        Matcher form = FORM.matcher(file);
        return form.matches() ? form.group(group) : Fields.fail("file", "is \"" + file + "\"", "shards are named tier/kind/topic.jsonl");
    }
}
