package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Treatment;
import vmmref.spec.Encodings;

/// Recognises thash by comparing whole slots, so that an unused bit hides it from a monitor.
final class OverlooksThashWithUnusedBits {
    static final Member MEMBER = Member.decoding("OverlooksThashWithUnusedBits", "thash is not recognised when an unused bit is set",
        Vector.of(Encodings.UNUSED_BITS), "ResidueGuarantees.unusedBits", OverlooksThashWithUnusedBits::wrong);

    private OverlooksThashWithUnusedBits() { }

    private static Function1<Bundle, DecodedBundle> wrong(Function1<Bundle, DecodedBundle> right) {
        return right.andThen(decoded -> Slots.changed(decoded, slot ->
            slot instanceof Decoded.Assigned(Instruction instruction, Slot residue, var because)
                && instruction.form().syntax().mnemonic().equals("thash") && !residue.isZero()
                ? new Decoded.Unassigned(slot.encode(), Treatment.ILLEGAL_IF_PREDICATED, Encodings.UNASSIGNED_PREDICATED)
                : slot));
    }
}
