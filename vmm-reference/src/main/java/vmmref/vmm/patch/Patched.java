package vmmref.vmm.patch;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import vmmref.model.bundle.Bundle;
import vmmref.vmm.build.Carried;
import vmmref.vmm.recognize.Place;

/// Code in which something is patched.
///
/// @param bundles that are executed
/// @param breaks  of which instructions breaks of the monitor stand somewhere
/// @param detours by the number of the bundle from which they begin
/// @param stubs   the bundles of each stub, by those numbers
public record Patched(Seq<Bundle> bundles, Set<Place> breaks, Map<Integer, Detour> detours, Map<Integer, Seq<Bundle>> stubs) {
    static Patched of(Seq<Bundle> bundles) {
        return new Patched(bundles, HashSet.empty(), HashMap.empty(), HashMap.empty());
    }

    Patched trapping(Place place, Bundle changed) {
        return new Patched(bundles.update(place.bundle(), changed), breaks.add(place), detours, stubs);
    }

    Patched branching(Place place, Carried.Done carried, Detour detour, Replacement replacement) {
        int bundle = place.bundle();
        return new Patched(bundles.update(bundle, carried.bundle()), replacement.breaks() ? breaks.add(place) : breaks, detours.put(bundle, detour), stubs.put(bundle, carried.stub().bundles()));
    }
}
