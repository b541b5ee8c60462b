package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Executions;

/// Saves the frame of the caller and nothing else, as a published emulator did.
final class ForgetsEpilogInCalls {
    static final Member MEMBER = Member.executing("ForgetsEpilogInCalls", "br.call saves neither the epilog count nor the privilege level",
        Vector.of(Executions.CALL_LINKED), "BranchGuarantees.calls", ForgetsEpilogInCalls::wrong);

    private ForgetsEpilogInCalls() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().matches("brl?\\.call") ? Results.changed(right, ForgetsEpilogInCalls::wrong) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.place() instanceof Place.Application application && application.number() == RegisterNumber.PFS
            ? new Write<>(application, (Long) right.value() & 0x3fffffffffL, right.because()) : right;
    }
}
