package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.delivery.Delivering;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Psr;
import vmmref.spec.Interruptions;

/// Enters handlers without translation, as a published emulator did.
final class DeliversUntranslated {
    static final Member MEMBER = Member.delivering("DeliversUntranslated", "an interruption clears PSR.it, dt and rt",
        Vector.of(Interruptions.STATUS_ENTERED), "DeliveryGuarantees.entered", DeliversUntranslated::wrong);

    private static final long TRANSLATED = 1L << 17 | 1L << 27 | 1L << 36;

    private DeliversUntranslated() { }

    private static Delivering wrong(Delivering right) {
        return (machine, cause, choice) -> Effects.of(right.of(machine, cause, choice).writes().<Write<?>>map(write -> write.value() instanceof Psr psr ? new Write<>(Place.Status.PSR, new Psr(psr.bits() & ~TRANSLATED), write.because()) : write));
    }
}
