package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.spec.Guests;

/// Purges translation registers of a guest, and leaves in its cache what shares an address with the range, as a published emulator did.
final class PurgesRegistersAlone {
    static final Member MEMBER = Member.emulating("PurgesRegistersAlone", "ptr of a guest leaves what is in its translation cache",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", PurgesRegistersAlone::wrong);

    private PurgesRegistersAlone() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().startsWith("ptr") ? execution -> wrong(right.of(execution)) : right;
    }

    private static Executed wrong(Executed right) {
        return right instanceof Executed.Done done ? done.with(Effects.of(done.effects().writes().reject(write -> write.place() instanceof Place.Cached))) : right;
    }
}
