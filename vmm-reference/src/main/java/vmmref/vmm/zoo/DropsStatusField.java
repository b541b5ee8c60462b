package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Encodings;

/// Does not read the field sf: every floating-point instruction uses the controls and flags of status field 0.
final class DropsStatusField {
    static final Member MEMBER = Member.decoding("DropsStatusField", "the completers .s1 to .s3 are read as .s0",
        Vector.of(Encodings.FLOAT_MULTIPLY_FORM, Encodings.FLOAT_COMPARE_FORM, Encodings.FLOAT_MISCELLANEOUS_FORM, Encodings.FLOAT_STATUS_FORM, Encodings.CHECK_FORM),
        "FormGuarantees.samplesOfAnotherAssembler", DropsStatusField::wrong);

    private static final Slot STATUS_FIELD = Slot.of(3L << 34);

    private DropsStatusField() { }

    private static Function1<Bundle, DecodedBundle> wrong(Function1<Bundle, DecodedBundle> right) {
        return right.andThen(decoded -> Slots.changed(decoded, DropsStatusField::dropped));
    }

    private static Decoded dropped(Decoded decoded) {
        if (!(decoded instanceof Decoded.Assigned(Instruction instruction, Slot residue, var because)) || instruction.form().unit() != Unit.F) return decoded;
        Slot dropped = instruction.form().completers().isEmpty() ? Slot.ZERO : instruction.fields().and(STATUS_FIELD);
        return new Decoded.Assigned(new Instruction(instruction.form(), instruction.fields().xor(dropped)), residue.xor(dropped), because);
    }
}
