package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.spec.Builds;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.TrapPatch;
import vmmref.vmm.build.Trapped;

/// Puts a break under p0 into the place of any instruction: what would not have been executed is reported.
final class LosesPredicate {
    static final Member MEMBER = Member.building("LosesPredicate", "a break does not get the predicate of the instruction that it replaces",
        Vector.of(Builds.SLOT_TRAPPED), "PatchGuarantees.onlyTheVictimChanges", LosesPredicate::wrong);

    private LosesPredicate() { }

    private static Builder wrong(Builder right) {
        return right.withTrap(patch -> right.trap(patch) instanceof Trapped.Done(Bundle bundle, var because) ? new Trapped.Done(unpredicated(bundle, patch), because) : right.trap(patch));
    }

    private static Bundle unpredicated(Bundle bundle, TrapPatch patch) {
        Bundle.Fields fields = bundle.fields();
        boolean both = fields.code() == 0x04 || fields.code() == 0x05;
        return Bundle.of(new Bundle.Fields(fields.code(),
            patch.slot() == 0         ? without(fields.slot0()) : fields.slot0(),
            patch.slot() == 1 && !both ? without(fields.slot1()) : fields.slot1(),
            patch.slot() == 2 || both && patch.slot() == 1 ? without(fields.slot2()) : fields.slot2()));
    }

    private static Slot without(Slot slot) {
        return Slot.of(slot.bits() & ~0x3fL);
    }
}
