package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.delivery.Delivering;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Interruptions;

/// Collects over what an outer handler still needs.
final class CollectsAlways {
    static final Member MEMBER = Member.delivering("CollectsAlways", "an interruption writes IIP and IFA even while PSR.ic is 0",
        Vector.of(Interruptions.COLLECTION_DISABLED), "CollectionGuarantees.uncollected", CollectsAlways::wrong);

    private static final int IC = 13;

    private CollectsAlways() { }

    private static Delivering wrong(Delivering right) {
        return (machine, cause, choice) -> machine.psr().ic() || cause.kind() == Interruption.DATA_NESTED_TLB ? right.of(machine, cause, choice)
            : Effects.of(right.of(machine.withPsr(machine.psr().with(IC, true)), cause, choice).writes().filter(CollectsAlways::isOfPlaces)).then(right.of(machine, cause, choice));
    }

    private static boolean isOfPlaces(Write<?> write) {
        return write.place() instanceof Place.Control control && (control.number() == RegisterNumber.IIP || control.number() == RegisterNumber.IFA);
    }
}
