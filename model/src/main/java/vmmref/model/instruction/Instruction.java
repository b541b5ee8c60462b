package vmmref.model.instruction;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;

/// An instruction: a form, and what its fields hold. Two are equal when they say the same; bits that do not matter are not part of it.
///
/// @param form   mnemonic, operands and where they lie
/// @param fields the bits of the operands, completers and qualifying predicate, in place; every other bit is 0
public record Instruction(Form form, Slot fields) {
    public Instruction {
        if (!fields.isWithin(form.fieldMask())) throw new IllegalArgumentException(form + " has no field for some of the bits " + fields);
    }

    /// {@return the number of the qualifying predicate; 0 for an instruction that has none}
    public int qualifyingPredicate() {
        return form.format().field(Format.QUALIFYING_PREDICATE).map(field -> (int) field.of(fields)).getOrElse(0);
    }

    /// {@return the operands and their values, in the order in which they are written}
    public Seq<Operand.Value> operands() {
        return form.operands().map(operand -> operand.value(fields));
    }

    /// {@return the slot that encodes this instruction, with 0 in every bit that does not matter}
    public Slot encode() {
        return form.key().or(fields);
    }

    /// {@return this instruction with another qualifying predicate, 0 to 63; its form must have one}
    public Instruction predicatedBy(int predicate) {
        Field field = form.format().field(Format.QUALIFYING_PREDICATE)
            .getOrElseThrow(() -> new IllegalArgumentException(form + " has no qualifying predicate"));
        return new Instruction(form, fields.xor(fields.and(field.mask())).or(field.holding(predicate)));
    }
}
