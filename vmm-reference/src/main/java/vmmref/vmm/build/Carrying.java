package vmmref.vmm.build;

import static vmmref.spec.Builds.BRANCH_PATCH_REFUSED;
import static vmmref.spec.Builds.BUNDLE_BRANCHED;
import static vmmref.spec.Builds.STUB_CARRIED;

import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decode;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.Builds;

/// Branch patches: a bundle becomes a branch to a stub, which executes its other instructions, and other ones in place of one.
///
/// @param decode what a bundle holds
/// @param branch how one branches
/// @param pack   how instructions become bundles
public record Carrying(Decode decode, Function2<VirtualAddress, VirtualAddress, Branched> branch, Function1<Seq<Line>, Packed> pack) {

    /// {@return the bundle that branches to the stub, and the stub}
    @Builds.Rule({BUNDLE_BRANCHED, BRANCH_PATCH_REFUSED})
    public Carried carry(BranchPatch patch) {
        Option<Cut> cut = Cut.of(decode.bundle(patch.bundle()));
        if (cut.isEmpty()) return refused("the template code is reserved");
        if (!cut.get().has(patch.slot())) return refused("no instruction begins in slot %d".formatted(patch.slot()));
        Carriage carriage = new Carriage(cut.get(), patch.slot(), decode.table());
        return carriage.refusal(patch.replacement()).map(Carrying::refused)
            .getOrElse(() -> packed(patch, carriage.lines(patch.replacement())));
    }

    private Carried packed(BranchPatch patch, Seq<Line> lines) {
        return switch (pack.apply(lines)) {
            case Packed.Refused(String why, var because)                                          -> refused(why);
            case Packed.Done(Seq<Bundle> bundles, var because) when covers(patch, bundles.size() + 1) -> refused("the stub covers the bundle that branches to it, or the one to which it returns");
            case Packed.Done(Seq<Bundle> bundles, var because)                                    -> joined(patch, bundles, lines);
        };
    }

    /// {@return whether the bundle, or the one after it, lies in the stub}
    private static boolean covers(BranchPatch patch, int bundles) {
        return Vector.of(0, 1).map(number -> Aligned.bundle(patch.at(), number).bits() - patch.stub().bits()).exists(distance -> Long.compareUnsigned(distance, (long) bundles * Aligned.BUNDLE) < 0);
    }

    private Carried joined(BranchPatch patch, Seq<Bundle> bundles, Seq<Line> lines) {
        return switch (branch.apply(patch.at(), patch.stub())) {
            case Branched.Refused(String why, var because) -> refused(why);
            case Branched.Done(Bundle entry, var because)  -> returning(entry, bundles, lines, branch.apply(Aligned.bundle(patch.stub(), bundles.size()), Aligned.bundle(patch.at(), 1)));
        };
    }

    private static Carried returning(Bundle entry, Seq<Bundle> bundles, Seq<Line> lines, Branched back) {
        return switch (back) {
            case Branched.Refused(String why, var because) -> refused(why);
            case Branched.Done(Bundle last, var because)   -> new Carried.Done(entry, stub(bundles, last, lines), BUNDLE_BRANCHED);
        };
    }

    @Builds.Rule(STUB_CARRIED)
    private static Stub stub(Seq<Bundle> bundles, Bundle last, Seq<Line> lines) {
        return new Stub(bundles.append(last), lines, STUB_CARRIED);
    }

    private static Carried refused(String why) {
        return new Carried.Refused(why, BRANCH_PATCH_REFUSED);
    }
}
