package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Guests;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Monitoring;

/// Tells a guest where its pages lie on the host.
final class TellsHostFrames {
    static final Member MEMBER = Member.monitoring("TellsHostFrames", "tpa gives a guest an address of the host",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", TellsHostFrames::wrong);

    private TellsHostFrames() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withTelling((answer, done, effects) -> done.form().syntax().mnemonic().equals("tpa") ? Effects.of(effects.writes().<Write<?>>map(write -> wrong(answer, write))) : effects);
    }

    private static Write<?> wrong(Answer answer, Write<?> right) {
        return right.place() instanceof Place.General target && right.value() instanceof GeneralValue value
            ? new Write<>(target, GeneralValue.of(answer.monitor().map().host(new GuestPhysicalAddress(value.bits())).map(PhysicalAddress::bits).getOrElse(value.bits())), right.because()) : right;
    }
}
