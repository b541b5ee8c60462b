package vmmref.model.instruction;

import static vmmref.spec.Encodings.*;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;

/// One line of the table of forms: a mnemonic with its operands, and the slots that encode it.
///
/// @param syntax    mnemonic, completers and operands, as written
/// @param format    where the fields lie
/// @param unit      the unit that executes it
/// @param keyMask   the bits that the key fixes
/// @param key       their values
/// @param fieldMask the bits of operands, completers and qualifying predicate
/// @param hint      the completer that has reserved values, if one has
/// @param zeroMask  the bits that must be 0 or the slot encodes no instruction
/// @param clause    the clause that assigns the encoding
/// @param need      the condition under which an implementation has the form
/// @param status    how much of it the model knows
public record Form(Syntax syntax, Format format, Unit unit, Slot keyMask, Slot key, Slot fieldMask, Option<Completer> hint, Slot zeroMask,
                   Clause clause, Option<Need> need, Status status) implements Row {

    static Form of(Syntax syntax, Format format, Unit unit, Map<Field, Long> key, Clause clause, Option<Need> need, Status status) {
        return new Form(syntax, format, unit,
            joined(key.keySet().toVector().map(Field::mask)),
            joined(key.toVector().map(entry -> entry._1.holding(entry._2))),
            joined(syntax.operands().map(Operand::mask)
                .appendAll(syntax.completers().map(completer -> completer.field().mask()))
                .appendAll(format.field(Format.QUALIFYING_PREDICATE).map(Field::mask))),
            only(syntax.completers().filter(Completer::hasReserved)),
            joined(format.field(Format.ZERO_PREDICATE).map(Field::mask).toVector()),
            clause, need, status);
    }

    private static Option<Completer> only(Seq<Completer> reserved) {
        Validate.isTrue(reserved.size() <= 1, "two completers with reserved values: %s", reserved);
        return reserved.headOption();
    }

    private static Slot joined(Seq<Slot> slots) {
        return slots.foldLeft(Slot.ZERO, Slot::or);
    }

    public Seq<Operand> operands() {
        return syntax.operands();
    }

    public Seq<Completer> completers() {
        return syntax.completers();
    }

    /// {@return the instruction of this form whose fields a slot holds; a reserved value of a completer becomes the first choice}
    public Instruction instruction(Slot slot) {
        Slot fields = slot.and(fieldMask);
        return new Instruction(this, hint.isEmpty() || hint.get().isAssigned(fields) ? fields : hint.get().first(fields));
    }

    /// {@return what a slot that agrees with the key encodes}
    @Override
    @Encodings.Rule({INTEGER_ALU_FORM, COMPARE_FORM, PARALLEL_FORM, SHIFT_FORM, BIT_TEST_FORM, EXTEND_FORM, MOVE_FORM, APPLICATION_REGISTER_FORM,
        LOAD_FORM, STORE_FORM, FLOAT_MEMORY_FORM, PREFETCH_FORM, SEMAPHORE_FORM, REGISTER_TRANSFER_FORM, CHECK_FORM, SYNCHRONISE_FORM,
        REGISTER_STACK_FORM, CONTROL_REGISTER_FORM, STATUS_REGISTER_FORM, PROBE_FORM, TRANSLATION_FORM, INDIRECT_REGISTER_FORM, BREAK_FORM,
        NOP_FORM, BRANCH_FORM, BRANCH_PREDICT_FORM, BRANCH_SYSTEM_FORM, FLOAT_MULTIPLY_FORM, FLOAT_COMPARE_FORM, FLOAT_MISCELLANEOUS_FORM,
        FLOAT_STATUS_FORM, LONG_IMMEDIATE_FORM, LONG_BRANCH_FORM, LATER_FORM, HINT_RESERVED, UNUSED_BITS, PREDICATE_NOT_ZERO})
    public Decoded decode(Slot slot) {
        if (!slot.and(zeroMask).isZero()) return new Decoded.Unassigned(slot, Treatment.ILLEGAL, PREDICATE_NOT_ZERO);
        Instruction instruction = instruction(slot);
        Slot residue = slot.xor(instruction.encode());
        return residue.isZero() ? new Decoded.Assigned(instruction, Slot.ZERO, clause)
            : new Decoded.Assigned(instruction, residue, residue.and(fieldMask).isZero() ? UNUSED_BITS : HINT_RESERVED);
    }

    @Override public String toString() {
        return unit + " " + syntax;
    }
}
