package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Psr;
import vmmref.spec.Guests;

/// Forgets that a return may lead to bank 0, as Xen on IA-64 did.
final class ReturnsToBankOne {
    static final Member MEMBER = Member.emulating("ReturnsToBankOne", "rfi of a guest ends in bank 1, whatever IPSR says",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", ReturnsToBankOne::wrong);

    private static final int BN = 44;

    private ReturnsToBankOne() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().equals("rfi") ? Results.changed(right, ReturnsToBankOne::wrong) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.value() instanceof Psr psr ? new Write<>(Place.Status.PSR, psr.with(BN, true), right.because()) : right;
    }
}
