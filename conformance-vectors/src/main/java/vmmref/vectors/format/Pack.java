/// A folder of vectors, opened for reading.
package vmmref.vectors.format;

import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Opening checks everything but the shards; a shard is checked when its vectors are asked for. At most one shard of
/// each tier is in memory at a time.
public record Pack(Path folder, Manifest manifest, Bases bases) {

    static final String RESTORE = "restore the pack from version control, or run `vmmref vectors fill`";

    /// Opens a pack.
    /// @throws PackDamage if the manifest is missing or wrong, a file that it names is missing or was changed, or there
    /// is a shard or a list of bases that it does not name, or the bases are malformed
    public static Pack open(Path folder) {
        if (!Files.isRegularFile(folder.resolve(Manifest.FILE)))
            throw new PackDamage(Finding.of(Manifest.FILE, "is missing in " + folder, "name the folder of a pack; " + RESTORE));
        Manifest manifest = manifest(PackFile.text(folder, Manifest.FILE));
        manifest.files().forEach((file, sha256) -> {
            if (!Json.sha256(PackFile.bytes(folder, file)).equals(sha256))
                throw new PackDamage(Finding.of(file, "is not the file that MANIFEST.json describes: some bytes changed", RESTORE));
        });
        Seq<String> listed = manifest.shards().map(Shard::file).appendAll(manifest.files().keySet().filter(Bases.FILE::equals));
        Seq<String> found  = dataFiles(folder);
        found.removeAll(listed).headOption().forEach(stray -> {
            throw new PackDamage(Finding.of(stray, "is not listed in MANIFEST.json", "remove it, or run `vmmref vectors fill`"));
        });
        listed.removeAll(found).headOption().forEach(lost -> {
            throw new PackDamage(Finding.of(lost, "is missing, and MANIFEST.json lists it", RESTORE));
        });
        return new Pack(folder, manifest, Bases.read(folder));
    }

    /// {@return how many vectors running a tier runs}
    public int count(Tier tier) {
        return tier.included().map(manifest::countIn).sum().intValue();
    }

    /// {@return the vectors that running a tier runs, in the order of their ids, read as they are asked for}
    /// The iterator throws {@link PackDamage} when it reaches a shard that is missing, truncated or changed, or holds
    /// anything but vectors in order.
    public Iterator<Vector> vectors(Tier tier) {
        return vectors(tier, family -> true);
    }

    /// {@return those of the families, `kind/topic`, that are wanted; the shards of others are not read}
    public Iterator<Vector> vectors(Tier tier, Predicate<String> families) {
        return families(manifest.shards().filter(shard -> tier.includes(shard.tier()) && families.test(shard.family())));
    }

    /// {@return the vector of an id, if the pack has it}
    /// @throws PackDamage if a shard that might hold it cannot be read
    public Option<Vector> vector(String id) {
        return Option.of(id)
            .flatMap(Id::parse)
            .flatMap(name -> families(manifest.shards().filter(shard -> shard.family().equals(name.family())))
                .find(vector -> vector.id().equals(id)));
    }

    /// {@return the vectors of one shard, all in memory}
    /// @throws PackDamage at the first thing that is wrong with it
    public Seq<Vector> read(Shard shard) {
        return ShardFile.read(folder, shard, bases).vectors();
    }

    /// {@return the vectors that were withdrawn}
    /// @throws PackDamage if the list is malformed
    public Seq<Revoked> revoked() {
        return Revoked.read(folder);
    }

    private Iterator<Vector> families(Seq<Shard> shards) {
        return TreeMap.ofEntries(shards.groupBy(shard -> Family.of(shard.family())))
            .iterator()
            .flatMap(family -> new Ascending(chains(family._2)));
    }

    /// One chain of shards for each tier.
    private Seq<java.util.Iterator<Located>> chains(Seq<Shard> shards) {
        return shards.groupBy(Shard::tier).values().map(parts -> Iterator.ofAll(parts.sortBy(Shard::part))
            .flatMap(part -> ShardFile.read(folder, part, bases).located()));
    }

    /// The shards and the bases that are there, whoever lists them.
    private static Seq<String> dataFiles(Path folder) {
        return List.of(Tier.values()).map(tier -> folder.resolve(tier.json())).filter(Files::isDirectory).flatMap(tier -> below(folder, tier))
            .appendAll(List.of(Bases.FILE).filter(file -> Files.exists(folder.resolve(file))));
    }

    private static Seq<String> below(Path folder, Path tier) {
        try (Stream<Path> files = Files.walk(tier)) {
            return List.ofAll(files.filter(Files::isRegularFile).map(file -> PackFile.name(folder, file)).toList())
                .filter(file -> file.endsWith(".jsonl"))
                .sorted();
        } catch (IOException bad) {
            throw new PackDamage(Finding.of(PackFile.name(folder, tier), "cannot be listed: " + bad.getMessage(), "check its permissions"));
        }
    }

    private static Manifest manifest(String text) {
        try {
            return Manifest.of(Json.fields(text));
        } catch (FieldMistake bad) {
            throw new PackDamage(Finding.of(Manifest.FILE, bad));
        }
    }

    /// Orders families as ids are ordered: by kind, then by topic.
    private record Family(String kind, String topic) implements Comparable<Family> {
        static Family of(String family) {
            return new Family(family.substring(0, family.indexOf('/')), family.substring(family.indexOf('/') + 1));
        }

        @Override
        public int compareTo(Family other) {
            return kind.equals(other.kind) ? topic.compareTo(other.topic) : kind.compareTo(other.kind);
        }
    }
}
