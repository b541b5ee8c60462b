/// Finds what is wrong with a pack.
package vmmref.vectors.fill;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.nio.file.Path;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.PackFile;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Tier;

/// Unlike a reader, which stops at the first mistake, this goes on and lists what every shard and every vector lacks.
public final class Verify {

    /// No smoke tier holds more vectors.
    public static final int SMOKE_VECTORS = 400;
    /// No core tier holds more vectors, the smoke tier's included.
    public static final int CORE_VECTORS = 34_000;
    /// No core tier has more bytes, the smoke tier's included.
    public static final long CORE_BYTES = 40_000_000;

    private Verify() { }

    /// {@return everything that is wrong with a pack, nothing if it is whole}
    /// Checks hashes and counts, every vector, base and request against the schemas, ids against the ledger, near
    /// vectors, clauses, flags, the limits of the tiers, and that revoked vectors are gone.
    public static Seq<Finding> pack(Path folder) {
        try {
            Pack    pack    = Pack.open(folder);
            Schemas schemas = Schemas.of(folder);
            Seq<Finding> manifest = schemas.check(Schemas.Form.MANIFEST, pack.manifest().json())
                .map(mistake -> Finding.of(Manifest.FILE, mistake));
            return limits(pack).appendAll(manifest).appendAll(bases(pack, schemas)).appendAll(shards(pack, schemas));
        } catch (PackDamage mistake) {
            return List.of(mistake.finding());
        }
    }

    private static Seq<Finding> bases(Pack pack, Schemas schemas) {
        return pack.bases().all().zipWithIndex().flatMap(line -> schemas.check(Schemas.Form.BASE, line._1.json())
            .map(mistake -> Finding.of(Bases.FILE, line._2 + 1, mistake)));
    }

    private static Seq<Finding> shards(Pack pack, Schemas schemas) {
        Inspection inspection = new Inspection(schemas, Ledger.read(pack.folder()), flags(pack.folder()), pack.revoked());
        pack.manifest().shards().forEach(shard -> inspection.inspect(pack, shard));
        return inspection.findings();
    }

    private static Seq<Finding> limits(Pack pack) {
        long bytes = pack.manifest().shards()
            .filter(shard -> Tier.CORE.includes(shard.tier()))
            .map(shard -> PackFile.bytes(pack.folder(), shard.file()).length)
            .sum().longValue();
        return List.of(
                limit("the smoke tier has %,d vectors, more than %,d", pack.count(Tier.SMOKE), SMOKE_VECTORS),
                limit("the smoke and core tiers have %,d vectors, more than %,d", pack.count(Tier.CORE), CORE_VECTORS),
                limit("the smoke and core tiers have %,d bytes, more than %,d", bytes, CORE_BYTES))
            .flatMap(findings -> findings);
    }

    private static Seq<Finding> limit(String sentence, long is, long most) {
        return is <= most ? List.empty() : List.of(Finding.of(Manifest.FILE, sentence.formatted(is, most), "move drafts to a larger tier"));
    }

    private static Set<String> flags(Path folder) {
        try {
            return HashSet.ofAll(Json.fields(PackFile.text(folder, "flags.json")).json().propertyNames());
        } catch (FieldMistake bad) {
            throw new PackDamage(Finding.of("flags.json", bad));
        }
    }
}
