package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.word.Bits;
import vmmref.properties.arbitrary.Instructions;
import vmmref.vectors.format.Draft;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.InstructionPattern;

/// Each form that has unused bits is looked for where all of them are set, and where the lowest bit of its key is another. The first form of a format of the
/// floating-point unit is core: of the others the sensitive instructions are.
final class FormDrafts {
    private static final Slot SLOT = Slot.of(Bits.ones(Slot.WIDTH));

    private FormDrafts() { }

    static Seq<Draft> all() {
        Set<Form> first = Forms.architected().distinctBy(form -> form.format().name()).toSet();
        return Forms.architected().reject(form -> unused(form).isZero()).flatMap(form -> drafts(form).map(draft -> draft.unlessFull(first.contains(form) && form.unit() == Unit.F)));
    }

    private static Slot unused(Form form) {
        return SLOT.xor(form.keyMask().or(form.fieldMask()).or(form.zeroMask()));
    }

    private static Seq<Draft> drafts(Form form) {
        Sought sought = new Sought.Blocks(Vector.of(BlockPattern.of(InstructionPattern.of(form))));
        Slot there    = Cases.encoded(form).or(unused(form));
        Slot other    = there.xor(Slot.of(Long.lowestOneBit(form.keyMask().bits())));
        return Vector.of(
            Cases.near("form", "looks for " + form.syntax() + " where all unused bits are set", Vector.of("UnusedBits"), Cases.in(Instructions.bundle(form.unit(), there), sought), Cases.in(Instructions.bundle(form.unit(), other), sought)),
            Cases.model("form", "looks for " + form.syntax() + " where all unused bits are set, and bit " + Long.numberOfTrailingZeros(form.keyMask().bits()) + " is another", Vector.of("UnusedBits", "KeyBit"), Cases.in(Instructions.bundle(form.unit(), other), sought)));
    }
}
