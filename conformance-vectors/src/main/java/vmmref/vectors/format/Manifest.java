/// The table of contents of a pack: MANIFEST.json.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `pack` is the pack's semantic version; `profiles` the names of its machine parameter sets; `specification` the hash
/// over all clauses that the pack was filled with; `shards` lists the vectors, `files` every other file and its hash.
public record Manifest(String pack, Seq<String> profiles, String specification, Seq<Shard> shards, Map<String, String> files) {

    /// The version of the pack that this vmmref fills.
    public static final String PACK = "0.1.0";
    /// The file's name within a pack.
    public static final String FILE = "MANIFEST.json";

    public Manifest {
        files = TreeMap.ofEntries(files);
    }

    /// Reads a manifest.
    /// @throws FieldMistake if a field is missing or wrong, the format is not ours, or the counts of the tiers do not add up
    public static Manifest of(Fields fields) {
        int format = fields.integer("format");
        if (format != Vector.FORMAT)
            throw fields.mistake("format", "is " + format + ", and this vmmref reads format " + Vector.FORMAT, "use a vmmref of the pack's version");
        Manifest manifest = new Manifest(
            fields.text("pack"),
            fields.texts("profiles"),
            fields.text("specification"),
            fields.children("shards").map(Shard::of),
            fields.child("files").strings());
        Fields vectors = fields.child("vectors");
        for (Tier tier : Tier.values())
            if (vectors.integer(tier.json()) != manifest.countIn(tier))
                throw vectors.mistake(tier.json(), "is " + vectors.integer(tier.json()) + ", but the shards of the tier hold "
                    + manifest.countIn(tier), "restore the pack from version control, or run `vmmref vectors fill`");
        return manifest;
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        ObjectNode counts = Json.object();
        List.of(Tier.values()).forEach(tier -> counts.put(tier.json(), countIn(tier)));
        ObjectNode json = Json.object().put("pack", pack).put("format", Vector.FORMAT);
        json.set("profiles", Json.texts(profiles));
        json.put("specification", specification);
        json.set("vectors", counts);
        ArrayNode list = json.putArray("shards");
        shards.forEach(shard -> list.add(shard.json()));
        json.set("files", Json.strings(files));
        return json;
    }

    /// {@return how many vectors stand in a tier's own folder}
    public int countIn(Tier tier) {
        return shards.filter(shard -> shard.tier() == tier).map(Shard::vectors).sum().intValue();
    }
}
