package vmmref.vmm.patch;

import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import vmmref.vmm.recognize.Place;

/// A page of the monitor that is executed in place of a frame of a guest: US 7,213,125, claims 2 and 3.
///
/// @param number  of the page, among those for copies
/// @param breaks  the instructions of which breaks of the monitor stand in it, or in its stubs
/// @param detours by the number of the bundle from which they begin
/// @param rids    the region identifiers of the host by which pieces lead to it
public record Copy(int number, Set<Place> breaks, Map<Integer, Detour> detours, Set<Integer> rids) {
    static Copy of(int number, Patched patched) {
        return new Copy(number, patched.breaks(), patched.detours(), HashSet.empty());
    }

    Copy with(int rid) {
        return new Copy(number, breaks, detours, rids.add(rid));
    }

    Copy without(int rid) {
        return new Copy(number, breaks, detours, rids.remove(rid));
    }
}
