package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.STUB_MAPPED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Write;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.build.Stub;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Place;

/// A stub that is executed in place of a bundle, and to which instruction of the bundle each of its own belongs. Each instruction of the bundle has some.
///
/// @param at      where it begins for whoever executes it
/// @param length  how many bundles it has
/// @param begins  where the first of what stands for each instruction of the bundle is, in the order of their slots
/// @param ends    where the one is after which the instruction is done
/// @param parking the registers that are parked on the way, if some are
/// @param source  what it holds of the guest's registers
public record Detour(VirtualAddress at, int length, Seq<Place> begins, Seq<Place> ends, Option<Parking> parking, Source source) {
    private static final int BUNDLE = 16;

    /// {@return the detour by a stub}
    ///
    /// @param slot of the instruction that is replaced
    static Detour of(VirtualAddress at, Stub stub, int slot, Replacement replacement) {
        Code code = new Code(at, stub.bundles());
        Seq<Place> places = code.places().foldLeft(Vector.<Place>empty(), (found, place) -> found.size() < stub.lines().size() && code.holds(place, stub.lines().get(found.size()).slot()) ? found.append(place) : found);
        Seq<Place> before = places.take(slot);
        Seq<Place> after = places.drop(slot + replacement.lines().size());
        Seq<Place> instead = places.slice(slot, slot + replacement.lines().size());
        return new Detour(at, stub.bundles().size(), before.append(instead.head()).appendAll(after), before.append(instead.get(replacement.result())).appendAll(after),
            Option.when(!replacement.victims().isEmpty(), () -> new Parking(replacement.victims(), instead)), replacement.source());
    }

    /// {@return whether a bundle is one of the stub}
    public boolean has(VirtualAddress bundle) {
        return Long.compareUnsigned(bundle.bits() - at.bits(), (long) length * BUNDLE) < 0;
    }

    /// {@return the slot of the instruction that is not done yet; none if only the way back is left}
    ///
    /// @param bundle one of the stub
    @PatchedPages.Rule(STUB_MAPPED)
    public Option<Integer> next(VirtualAddress bundle, int slot) {
        int index = ends.indexWhere(place -> !place.isBefore(place(bundle, slot)));
        return Option.when(index >= 0, index);
    }

    /// {@return the slot of the instruction that is done at a place, if one is}
    ///
    /// @param bundle one of the stub
    public Option<Integer> slot(VirtualAddress bundle, int slot) {
        int index = ends.indexOf(place(bundle, slot));
        return Option.when(index >= 0, index);
    }

    /// {@return what gives a guest that is interrupted at a place its registers back}
    ///
    /// @param machine that is about to do what stands there
    /// @param bundle  one of the stub
    public Seq<Write<?>> returned(Machine machine, VirtualAddress bundle, int slot) {
        return parking.<Seq<Write<?>>>map(parked -> parked.returned(machine, place(bundle, slot))).getOrElse(Vector.empty());
    }

    private Place place(VirtualAddress bundle, int slot) {
        return new Place((int) (bundle.bits() - at.bits()) / BUNDLE, slot);
    }

    /// {@return the bundle of the stub in which what stands for an instruction begins}
    ///
    /// @param slot of the instruction in the bundle of the guest
    public VirtualAddress bundle(int slot) {
        return new VirtualAddress(at.bits() + (long) begins.get(slot).bundle() * BUNDLE);
    }
}
