/// What filling a pack did.
package vmmref.vectors.fill;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import vmmref.vectors.format.Tier;

/// `vectors` counts the vectors in each tier's own folder, `shards` their files, `named` the ids that were given;
/// `changed` and `removed` are files within the pack, MANIFEST.json included.
public record Filled(Map<Tier, Integer> vectors, int shards, int named, Seq<String> changed, Seq<String> removed,
                     Seq<Disagreement> disagreements) {

    /// {@return whether the model gives every expectation that was typed from a source and that it must give}
    public boolean agreed() {
        return disagreements.forAll(Disagreement::tolerated);
    }
}
