/// One of two packs that are compared.
package vmmref.vectors.fill;

import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.PackFile;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Shard;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

/// Damage names the folder, so that it is clear which of the two is damaged. The vectors of one topic are in memory at a time.
public final class Side {

    /// A vector and the tier in which it stands.
    record Placed(Vector vector, Tier tier) {

        /// {@return what became of it; nothing if it is what it was}
        Option<Change> became(Placed after) {
            if (!vector.given().equals(after.vector.given())) return Option.some(new Change.Reassigned(vector, after.vector));
            Change.Corrected corrected = Change.Corrected.of(vector, after.vector);
            if (!corrected.places().isEmpty()) return Option.some(corrected);
            Seq<String> retold = retold(after);
            return Option.when(!retold.isEmpty(), () -> new Change.Retold(after.vector, retold));
        }

        private Seq<String> retold(Placed after) {
            JsonNode was = vector.json();
            JsonNode is  = after.vector.json();
            return List.ofAll(was.propertyNames()).appendAll(is.propertyNames()).distinct()
                .filter(field -> !was.path(field).equals(is.path(field)))
                .appendAll(tier == after.tier ? List.empty() : List.of("tier"));
        }
    }

    private final Path folder;
    private final Pack pack;

    /// Opens the pack of a folder.
    /// @throws PackDamage if it cannot be opened
    public Side(Path folder) {
        this.folder = folder;
        this.pack   = told(() -> Pack.open(folder));
    }

    Manifest manifest() {
        return pack.manifest();
    }

    Set<String> families() {
        return manifest().shards().map(Shard::family).toSortedSet();
    }

    Map<String, Placed> vectors(String family) {
        return told(() -> LinkedHashMap.ofEntries(manifest().shards().filter(shard -> shard.family().equals(family))
            .flatMap(shard -> pack.read(shard).map(vector -> new Tuple2<>(vector.id(), new Placed(vector, shard.tier()))))));
    }

    /// {@return clause -> digest of its sentence}
    Map<String, String> digests() {
        return told(() -> LinkedHashMap.ofEntries(List.ofAll(Json.fields(PackFile.text(folder, Tables.CLAUSES)).json().properties())
            .map(clause -> new Tuple2<>(clause.getKey(), clause.getValue().path("digest").asString("")))));
    }

    Option<Revoked> revoked(String id) {
        return told(pack::revoked).find(revoked -> revoked.id().equals(id));
    }

    /// {@return the ids of the lines of the ledger that a later ledger does not have in the same place}
    Seq<String> lost(Side later) {
        Seq<Ledger.Entry> ours   = told(() -> Ledger.read(folder)).entries();
        Seq<Ledger.Entry> theirs = later.told(() -> Ledger.read(later.folder)).entries();
        return ours.zipWithIndex().filter(entry -> entry._2 >= theirs.size() || !theirs.get(entry._2).equals(entry._1)).map(entry -> entry._1.id().toString());
    }

    private <T> T told(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PackDamage damage) {
            Finding found = damage.finding();
            throw new PackDamage(new Finding(folder.resolve(found.file()).toString(), found.line(), found.path(), found.problem(), found.remedy()));
        }
    }
}
