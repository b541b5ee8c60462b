package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.PATCHES_APPLIED;
import static vmmref.spec.PatchedPages.PATCH_FALLBACK;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.build.BranchPatch;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.Carried;
import vmmref.vmm.build.TrapPatch;
import vmmref.vmm.build.Trapped;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;
import vmmref.vmm.recognize.Scan;

/// How a page is patched.
///
/// @param scan    for sensitive instructions
/// @param builder of patches
public record Patcher(Scan scan, Builder builder) {
    /// The immediate of the monitor's breaks; place and copy tell them from those of the guest.
    public static final long IMMEDIATE = 0x1f0000;
    private static final int BUNDLE = 16;

    /// {@return what is executed in place of a page}
    @PatchedPages.Rule(PATCHES_APPLIED)
    public Patched patched(Site site, Seq<Bundle> bundles) {
        Seq<Recognized.Hit> hits = hits(site, bundles);
        return hits.foldLeft(Patched.of(bundles), (patched, hit) -> branching(site, patched, hit, hits).getOrElse(() -> trapping(patched, hit)));
    }

    private Seq<Recognized.Hit> hits(Site site, Seq<Bundle> bundles) {
        return scan.scan(new Code(site.page(), bundles), Own.NOTHING).filter(Patcher::isPatched).map(found -> (Recognized.Hit) found);
    }

    /// {@return whether an instruction was found that does not trap by itself}
    public static boolean isPatched(Recognized found) {
        return found instanceof Recognized.Hit hit && !hit.block().action().contains(Action.EMULATE);
    }

    /// {@return the same with a branch around an instruction; none where it traps: no other one of its bundle is patched, there is room for a stub, and whoever goes on in the stub can be told where the guest is}
    @PatchedPages.Rule(PATCH_FALLBACK)
    private Option<Patched> branching(Site site, Patched patched, Recognized.Hit hit, Seq<Recognized.Hit> hits) {
        int bundle = hit.place().bundle();
        if (hits.count(other -> other.place().bundle() == bundle) > 1) return Option.none();
        Option<VirtualAddress> stub = site.stubs().find(free -> !patched.detours().values().exists(detour -> detour.at().equals(free)));
        return stub.flatMap(at -> new Replacing(site.constants()).lines(hit).flatMap(lines -> carried(new BranchPatch(patched.bundles().get(bundle), address(site, bundle), hit.place().slot(), lines, at))))
            .filter(carried -> Calm.is(carried.stub(), hit)).map(carried -> patched.branching(bundle, carried, Detour.of(stub.get(), carried.stub())));
    }

    private Option<Carried.Done> carried(BranchPatch patch) {
        return builder.carry(patch) instanceof Carried.Done done ? Option.some(done) : Option.none();
    }

    private static VirtualAddress address(Site site, int bundle) {
        return new VirtualAddress(site.page().bits() + (long) bundle * BUNDLE);
    }

    private Patched trapping(Patched patched, Recognized.Hit hit) {
        return switch (builder.trap(new TrapPatch(patched.bundles().get(hit.place().bundle()), hit.place().slot(), IMMEDIATE))) {
            case Trapped.Done(var bundle, var because) -> patched.trapping(hit.place(), bundle);
            case Trapped.Refused(var why, var because) -> throw new IllegalStateException("a sensitive instruction has no break in its place: " + why);
        };
    }
}
