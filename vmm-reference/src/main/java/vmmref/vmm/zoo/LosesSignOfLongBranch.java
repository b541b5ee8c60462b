package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Encodings;

/// Extends the displacement of a long branch by zeros: its sign bit counts as unused.
final class LosesSignOfLongBranch {
    static final Member MEMBER = Member.decoding("LosesSignOfLongBranch", "a long branch backwards goes forwards",
        Vector.of(Encodings.LONG_BRANCH_FORM), "FormGuarantees.cookbookOfLongInstructions", LosesSignOfLongBranch::wrong);

    private static final Slot SIGN = Slot.of(1L << 36);

    private LosesSignOfLongBranch() { }

    private static Function1<Bundle, DecodedBundle> wrong(Function1<Bundle, DecodedBundle> right) {
        return right.andThen(decoded -> Slots.changed(decoded, LosesSignOfLongBranch::unsigned));
    }

    private static Decoded unsigned(Decoded decoded) {
        if (!(decoded instanceof Decoded.Assigned(Instruction instruction, Slot residue, var because)) || because != Encodings.LONG_BRANCH_FORM) return decoded;
        Slot sign = instruction.fields().and(SIGN);
        return new Decoded.Assigned(new Instruction(instruction.form(), instruction.fields().xor(sign)), residue.xor(sign), because);
    }
}
