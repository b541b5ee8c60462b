package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.STUB_MAPPED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.build.Stub;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Place;

/// A stub that is executed in place of a bundle, and to which instruction of the bundle each of its own belongs. Each instruction of the bundle has one.
///
/// @param at     where it begins for whoever executes it
/// @param length how many bundles it has
/// @param places where its instructions stand, in the order of the slots of the bundle
public record Detour(VirtualAddress at, int length, Seq<Place> places) {
    private static final int BUNDLE = 16;

    /// {@return the detour by a stub}
    static Detour of(VirtualAddress at, Stub stub) {
        Code code = new Code(at, stub.bundles());
        Seq<Place> places = code.places().foldLeft(Vector.<Place>empty(), (found, place) -> found.size() < stub.lines().size() && code.holds(place, stub.lines().get(found.size()).slot()) ? found.append(place) : found);
        return new Detour(at, stub.bundles().size(), places);
    }

    /// {@return whether a bundle is one of the stub}
    public boolean has(VirtualAddress bundle) {
        return Long.compareUnsigned(bundle.bits() - at.bits(), (long) length * BUNDLE) < 0;
    }

    /// {@return the slot of the instruction that comes next; none if only the way back is left}
    ///
    /// @param bundle one of the stub
    @PatchedPages.Rule(STUB_MAPPED)
    public Option<Integer> next(VirtualAddress bundle, int slot) {
        int index = places.indexWhere(place -> !isBefore(place, place(bundle, slot)));
        return Option.when(index >= 0, index);
    }

    /// {@return the slot of the instruction that stands at a place, if one does}
    ///
    /// @param bundle one of the stub
    public Option<Integer> slot(VirtualAddress bundle, int slot) {
        int index = places.indexOf(place(bundle, slot));
        return Option.when(index >= 0, index);
    }

    private Place place(VirtualAddress bundle, int slot) {
        return new Place((int) (bundle.bits() - at.bits()) / BUNDLE, slot);
    }

    private static boolean isBefore(Place one, Place other) {
        return one.bundle() < other.bundle() || one.bundle() == other.bundle() && one.slot() < other.slot();
    }

    /// {@return the bundle of the stub in which an instruction stands}
    ///
    /// @param slot of the instruction in the bundle of the guest
    public VirtualAddress bundle(int slot) {
        return new VirtualAddress(at.bits() + (long) places.get(slot).bundle() * BUNDLE);
    }
}
