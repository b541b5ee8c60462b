package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.Builds;
import vmmref.vmm.build.BranchPatch;
import vmmref.vmm.build.Branched;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.Carried;
import vmmref.vmm.build.Stub;

/// Lets a stub return to the bundle that branches to it, and so for ever.
final class ReturnsToThePatch {
    static final Member MEMBER = Member.building("ReturnsToThePatch", "a stub returns to the bundle that was replaced instead of the one after it",
        Vector.of(Builds.STUB_CARRIED), "PatchGuarantees.theStubDoesTheRest", ReturnsToThePatch::wrong);

    private ReturnsToThePatch() { }

    private static Builder wrong(Builder right) {
        return right.withCarry((builder, patch) -> right.carry().apply(builder, patch) instanceof Carried.Done done ? returning(builder, patch, done) : right.carry().apply(builder, patch));
    }

    private static Carried returning(Builder builder, BranchPatch patch, Carried.Done done) {
        VirtualAddress last = new VirtualAddress(patch.stub().bits() + 16L * (done.stub().bundles().size() - 1));
        return builder.branch(last, patch.at()) instanceof Branched.Done back
            ? new Carried.Done(done.bundle(), new Stub(done.stub().bundles().init().append(back.bundle()), done.stub().lines(), done.stub().because()), done.because()) : done;
    }
}
