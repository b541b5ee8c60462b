package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.PATCHES_APPLIED;
import static vmmref.spec.PatchedPages.PATCH_FALLBACK;
import static vmmref.spec.PatchedPages.USES_PATCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
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
import vmmref.vmm.recognize.Recognizer;
import vmmref.vmm.recognize.Scan;

/// How a page is patched.
///
/// @param scan    for sensitive instructions
/// @param uses    the scan for what uses the scratch set
/// @param builder of patches
public record Patcher(Scan scan, Scan uses, Builder builder) {
    /// The immediate of the monitor's breaks; place and copy tell them from those of the guest.
    public static final long IMMEDIATE = 0x1f0000;
    private static final int BUNDLE = 16;
    /// Bits 5:0 of an instruction name its predicate.
    private static final long PREDICATE = 0x3f;

    /// {@return how an honest monitor patches on an implementation}
    ///
    /// @param exact whether guests may see no difference of their level
    public static Patcher of(Profile profile, boolean exact) {
        Recognizer recognizer = Recognizer.reference(profile);
        return new Patcher(recognizer.sensitive(exact), recognizer.compiled().apply(ScratchUses.blocks(profile)), Builder.reference(profile));
    }

    public Patcher withScan(Scan changed) {
        return new Patcher(changed, uses, builder);
    }

    public Patcher withUses(Scan changed) {
        return new Patcher(scan, changed, builder);
    }

    /// {@return what is executed in place of a page}
    @PatchedPages.Rule(PATCHES_APPLIED)
    public Patched patched(Site site, Seq<Bundle> bundles) {
        Seq<Recognized.Hit> hits = hits(site, bundles);
        return hits.foldLeft(Patched.of(bundles), (patched, hit) -> branching(site, patched, hit, hits).getOrElse(() -> trapping(patched, hit)));
    }

    private Seq<Recognized.Hit> hits(Site site, Seq<Bundle> bundles) {
        Code code = new Code(site.page(), bundles);
        return sensitive(code).appendAll(site.parking() ? used(code) : Vector.empty()).distinctBy(Recognized::place).map(found -> (Recognized.Hit) found);
    }

    private Seq<Recognized> sensitive(Code code) {
        return scan.scan(code, Own.NOTHING).filter(Patcher::isPatched);
    }

    /// {@return what uses the scratch set, which is not disabled where stubs park registers in it}
    @PatchedPages.Rule(USES_PATCHED)
    private Seq<Recognized> used(Code code) {
        return uses.scan(code, Own.NOTHING);
    }

    /// {@return whether something in a page is to be patched}
    ///
    /// @param parking whether stubs may park registers
    public boolean isConcerned(Seq<Bundle> bundles, boolean parking) {
        Code code = new Code(new VirtualAddress(0), bundles);
        return !sensitive(code).isEmpty() || parking && !used(code).isEmpty();
    }

    private static boolean isPatched(Recognized found) {
        return found instanceof Recognized.Hit hit && !hit.block().action().contains(Action.EMULATE);
    }

    /// {@return the same with a branch around an instruction; none where it traps: no other one of its bundle is patched, there is room for a stub, and whoever goes on in the stub can be told where the guest is}
    @PatchedPages.Rule(PATCH_FALLBACK)
    private Option<Patched> branching(Site site, Patched patched, Recognized.Hit hit, Seq<Recognized.Hit> hits) {
        int bundle = hit.place().bundle();
        if (hits.count(other -> other.place().bundle() == bundle) > 1) return Option.none();
        Option<VirtualAddress> stub = site.stubs().find(free -> !patched.detours().values().exists(detour -> detour.at().equals(free)));
        return stub.flatMap(at -> new Replacing(site.constants(), site.parking()).of(hit).flatMap(replacement -> branching(site, patched, hit, replacement, at)));
    }

    private Option<Patched> branching(Site site, Patched patched, Recognized.Hit hit, Replacement replacement, VirtualAddress stub) {
        int bundle = hit.place().bundle();
        Option<Carried.Done> carried = carried(new BranchPatch(patched.bundles().get(bundle), address(site, bundle), hit.place().slot(), replacement.lines(), stub));
        return carried.filter(done -> Calm.is(done.stub(), hit, replacement)).map(done -> patched.branching(hit.place(), done, Detour.of(stub, done.stub(), hit.place().slot(), replacement), replacement));
    }

    private Option<Carried.Done> carried(BranchPatch patch) {
        return builder.carry(patch) instanceof Carried.Done done ? Option.some(done) : Option.none();
    }

    private static VirtualAddress address(Site site, int bundle) {
        return new VirtualAddress(site.page().bits() + (long) bundle * BUNDLE);
    }

    private Patched trapping(Patched patched, Recognized.Hit hit) {
        Bundle bundle = patched.bundles().get(hit.place().bundle());
        return Vector.of(bundle, unpredicated(bundle, hit.place().slot())).flatMap(victim -> trapped(victim, hit.place().slot())).headOption().map(trapped -> patched.trapping(hit.place(), trapped))
            .getOrElseThrow(() -> new IllegalStateException("a sensitive instruction has no break in its place: " + bundle + " " + hit.place()));
    }

    private Option<Bundle> trapped(Bundle bundle, int slot) {
        return builder.trap(new TrapPatch(bundle, slot, IMMEDIATE)) instanceof Trapped.Done(var trapped, var because) ? Option.some(trapped) : Option.none();
    }

    /// {@return the same bundle where an instruction is executed whatever predicates hold, as one has to trap that does something though its own is 0}
    private static Bundle unpredicated(Bundle bundle, int slot) {
        Bundle.Fields fields = bundle.fields();
        Seq<Slot> slots = Vector.of(fields.slot0(), fields.slot1(), fields.slot2()).zipWithIndex((each, number) -> number == slot ? Slot.of(each.bits() & ~PREDICATE) : each);
        return Bundle.of(new Bundle.Fields(fields.code(), slots.get(0), slots.get(1), slots.get(2)));
    }
}
