package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Encodings;

/// Takes the field ra of a floating-point compare for rb, and rb for ra.
final class SwapsRelations {
    static final Member MEMBER = Member.decoding("SwapsRelations", "fcmp.lt is read as fcmp.le, and fcmp.le as fcmp.lt",
        Vector.of(Encodings.FLOAT_COMPARE_FORM), "FormGuarantees.samplesOfAnotherAssembler", SwapsRelations::wrong);

    private SwapsRelations() { }

    private static Function1<Bundle, DecodedBundle> wrong(Function1<Bundle, DecodedBundle> right) {
        return right.andThen(decoded -> Slots.changed(decoded, SwapsRelations::swapped));
    }

    private static Decoded swapped(Decoded decoded) {
        if (!(decoded instanceof Decoded.Assigned(Instruction instruction, Slot residue, var because)) || because != Encodings.FLOAT_COMPARE_FORM) return decoded;
        String mnemonic = instruction.form().syntax().mnemonic();
        String other = mnemonic.contains(".lt") ? mnemonic.replace(".lt", ".le") : mnemonic.replace(".le", ".lt");
        Form form = Forms.architected().find(each -> each.syntax().mnemonic().equals(other)).get();
        return new Decoded.Assigned(new Instruction(form, instruction.fields()), residue, because);
    }
}
