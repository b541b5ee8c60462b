package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Builds;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.Packed;

/// Packs every instruction as if none but the last had to end its group.
final class DropsStops {
    static final Member MEMBER = Member.building("DropsStops", "stops between instructions are lost when they are packed",
        Vector.of(Builds.BUNDLES_PACKED), "PackGuarantees.groupsAreKept", DropsStops::wrong);

    private DropsStops() { }

    private static Builder wrong(Builder right) {
        return right.withPack(lines -> right.pack(lines) instanceof Packed.Done && right.pack(lines.zipWithIndex((line, number) -> number + 1 < lines.size() ? line.withStop(false) : line)) instanceof Packed.Done done
            ? done : right.pack(lines));
    }
}
