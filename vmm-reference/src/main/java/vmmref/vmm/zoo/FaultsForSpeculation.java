package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Machine;
import vmmref.spec.Guests;

/// Does speculative loads of a guest as if nothing were to be deferred, as Xen on IA-64 did.
final class FaultsForSpeculation {
    static final Member MEMBER = Member.emulating("FaultsForSpeculation", "a speculative load of a guest faults that should be deferred",
        Vector.of(Guests.DEFERRAL_PASSED), "GuestGuarantees.alone", FaultsForSpeculation::wrong);

    private FaultsForSpeculation() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().matches("ld.*\\.sa?") ? execution -> right.of(execution.on(wrong(execution.machine()))) : right;
    }

    private static Machine wrong(Machine right) {
        return right.withAddressing(right.addressing().withCodeEd(false));
    }
}
