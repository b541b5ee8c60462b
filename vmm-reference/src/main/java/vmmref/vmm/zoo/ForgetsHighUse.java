package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.delivery.Delivering;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Psr;
import vmmref.spec.Interruptions;

/// Clears PSR.mfh on delivery, so that nobody saves the high floating-point registers.
final class ForgetsHighUse {
    static final Member MEMBER = Member.delivering("ForgetsHighUse", "an interruption clears PSR.mfh",
        Vector.of(Interruptions.STATUS_ENTERED), "DeliveryGuarantees.entered", ForgetsHighUse::wrong);

    private static final int MFH = 5;

    private ForgetsHighUse() { }

    private static Delivering wrong(Delivering right) {
        return (machine, cause, choice) -> Effects.of(right.of(machine, cause, choice).writes().map(ForgetsHighUse::wrong));
    }

    private static Write<?> wrong(Write<?> right) {
        return right.place() == Place.Status.PSR ? new Write<>(Place.Status.PSR, ((Psr) right.value()).with(MFH, false), right.because()) : right;
    }
}
