package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Instruction;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Empties the translation caches, and not the host's table, when region identifiers are used again or memory is taken.
final class FlushesCachesAlone {
    static final Member MEMBER = Member.monitoring("FlushesCachesAlone", "where everything should go, the host's page table stays",
        Vector.of(Guests.NUMBERS_RECYCLED, Guests.MAP_CHANGED), "GuestGuarantees.together", FlushesCachesAlone::wrong);

    private FlushesCachesAlone() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withFlushing(answer -> answer.then(new Instruction.PurgeAll(GeneralValue.of(0))));
    }
}
