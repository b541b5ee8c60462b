package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.Builds;
import vmmref.vmm.build.Builder;

/// Counts the displacement of a branch from the end of its bundle.
final class BranchesOneBundleOff {
    static final Member MEMBER = Member.building("BranchesOneBundleOff", "a branch is built as if displacements began at the next bundle",
        Vector.of(Builds.BRANCH_NEAR, Builds.BRANCH_FAR), "BuildGuarantees.branchesArrive", BranchesOneBundleOff::wrong);

    private BranchesOneBundleOff() { }

    private static Builder wrong(Builder right) {
        return right.withBranch((from, to) -> right.branch(new VirtualAddress(from.bits() + 16), to));
    }
}
