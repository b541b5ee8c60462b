package vmmref.vmm.patch;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import vmmref.model.bundle.Bundle;
import vmmref.vmm.recognize.Place;

/// Code in which something is patched.
///
/// @param bundles that are executed
/// @param breaks  where breaks of the monitor stand
public record Patched(Seq<Bundle> bundles, Set<Place> breaks) {
    static Patched of(Seq<Bundle> bundles) {
        return new Patched(bundles, HashSet.empty());
    }
}
