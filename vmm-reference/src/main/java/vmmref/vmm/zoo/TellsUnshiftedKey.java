package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Guests;

/// Gives a guest the key as a number, and not in the bits in which registers hold it, as Xen on IA-64 did.
final class TellsUnshiftedKey {
    static final Member MEMBER = Member.emulating("TellsUnshiftedKey", "tak gives a guest the key in bits 23:0",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", TellsUnshiftedKey::wrong);

    /// What tak gives where there is no page.
    private static final int ABSENT = 1;

    private TellsUnshiftedKey() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().equals("tak") ? Results.changed(right, TellsUnshiftedKey::wrong) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.place() instanceof Place.General target && right.value() instanceof GeneralValue value && value.bits() != ABSENT
            ? new Write<>(target, GeneralValue.of(value.bits() >>> 8), right.because()) : right;
    }
}
