package vmmref.vmm.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.OperandKind;
import vmmref.model.profile.Profile;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.InstructionPattern;

/// Instructions that see whether the scratch set is the monitor's: those that name a register from f32 on, and those that read or write the user mask, where PSR.mfh is.
final class ScratchUses {
    private static final int FIRST = 32;
    private static final int LAST = 127;

    private ScratchUses() { }

    /// {@return what they are recognised by on an implementation}
    static Seq<BlockPattern> blocks(Profile profile) {
        return Forms.architected().filter(form -> form.need().forAll(need -> need.isMetBy(profile))).flatMap(ScratchUses::patterns).map(pattern -> BlockPattern.of(pattern).doing(Action.PATCH_TRAP)).toVector();
    }

    private static Seq<InstructionPattern> patterns(Form form) {
        InstructionPattern all = InstructionPattern.of(form);
        return isOfUserMask(form) ? Vector.of(all) : form.operands().filter(operand -> operand.kind() == OperandKind.FLOATING).map(operand -> all.where(operand.name(), FIRST, LAST));
    }

    private static boolean isOfUserMask(Form form) {
        return form.syntax().mnemonic().matches("[sr]um") || form.syntax().text().contains("psr.um");
    }
}
