package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.delivery.Delivering;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Interruptions;

/// Collects in IIPA where the machine goes on, and not where it was.
final class CollectsOtherBundle {
    static final Member MEMBER = Member.delivering("CollectsOtherBundle", "an interruption writes to IIPA what it writes to IIP",
        Vector.of(Interruptions.LAST_COLLECTED), "CollectionGuarantees.collected", CollectsOtherBundle::wrong);

    private CollectsOtherBundle() { }

    private static Delivering wrong(Delivering right) {
        return (machine, cause, choice) -> Effects.of(right.of(machine, cause, choice).writes().map(write -> wrong(machine, write)));
    }

    private static Write<?> wrong(Machine machine, Write<?> right) {
        return right.place() instanceof Place.Control control && control.number() == RegisterNumber.IIPA
            ? new Write<>(control, machine.position().bundle().bits(), right.because()) : right;
    }
}
