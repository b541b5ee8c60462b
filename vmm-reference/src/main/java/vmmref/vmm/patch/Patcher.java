package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.PATCHES_APPLIED;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.TrapPatch;
import vmmref.vmm.build.Trapped;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Place;
import vmmref.vmm.recognize.Recognized;
import vmmref.vmm.recognize.Scan;

/// How a page is patched.
///
/// @param scan    for sensitive instructions
/// @param builder of patches
public record Patcher(Scan scan, Builder builder) {
    /// The immediate of the monitor's breaks; place and copy tell them from those of the guest.
    public static final long IMMEDIATE = 0x1f0000;

    /// {@return what is executed in place of a page}
    ///
    /// @param at where it is executed
    @PatchedPages.Rule(PATCHES_APPLIED)
    public Patched patched(VirtualAddress at, Seq<Bundle> bundles) {
        return scan.scan(new Code(at, bundles), Own.NOTHING).filter(Patcher::isPatched).foldLeft(Patched.of(bundles), (patched, found) -> trapping(patched, found.place()));
    }

    /// {@return whether an instruction was found that does not trap by itself}
    public static boolean isPatched(Recognized found) {
        return found instanceof Recognized.Hit hit && !hit.block().action().contains(Action.EMULATE);
    }

    private Patched trapping(Patched patched, Place place) {
        return switch (builder.trap(new TrapPatch(patched.bundles().get(place.bundle()), place.slot(), IMMEDIATE))) {
            case Trapped.Done(var bundle, var because)  -> new Patched(patched.bundles().update(place.bundle(), bundle), patched.breaks().add(place));
            case Trapped.Refused(var why, var because)  -> throw new IllegalStateException("a sensitive instruction has no break in its place: " + why);
        };
    }
}
