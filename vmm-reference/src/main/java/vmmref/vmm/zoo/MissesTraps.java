package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.delivery.Delivering;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.spec.Interruptions;

/// Knows of no traps behind branches and single steps, as a published emulator did.
final class MissesTraps {
    static final Member MEMBER = Member.delivering("MissesTraps", "taken branches and single steps do not trap",
        Vector.of(Interruptions.TRAPS_TOLD), "TrapGuarantees.together", MissesTraps::wrong);

    private MissesTraps() { }

    private static Delivering wrong(Delivering right) {
        return (machine, cause, choice) -> cause.kind() == Interruption.TAKEN_BRANCH || cause.kind() == Interruption.SINGLE_STEP ? Effects.NONE : right.of(machine, cause, choice);
    }
}
