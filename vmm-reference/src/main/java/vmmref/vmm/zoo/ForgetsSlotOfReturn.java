package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.spec.Interruptions;

/// Goes on in slot 0 after an interruption, wherever it came from.
final class ForgetsSlotOfReturn {
    static final Member MEMBER = Member.executing("ForgetsSlotOfReturn", "rfi goes on in slot 0 whatever IPSR.ri says",
        Vector.of(Interruptions.POSITION_RESTORED), "ReturnGuarantees.returned", ForgetsSlotOfReturn::wrong);

    private ForgetsSlotOfReturn() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().equals("rfi") ? Results.changed(right, ForgetsSlotOfReturn::wrong) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.value() instanceof Position position ? new Write<>(Place.Next.NEXT, position.withSlot(0), right.because()) : right;
    }
}
