package vmmref.properties.arbitrary;

import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.dependency.Access;
import vmmref.model.dependency.Dependencies;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;

/// An instruction of a program that has no addresses yet.
///
/// @param form  its form
/// @param slot  that encodes it, without a target
/// @param label the group to which its target leads; -1 if it has none
/// @param stop  whether its group ends after it
record Piece(Form form, Slot slot, int label, boolean stop) {
    static final int NOWHERE = -1;

    static Piece of(Instruction instruction) {
        return new Piece(instruction.form(), instruction.encode(), NOWHERE, false);
    }

    /// {@return the instruction that is written like this}
    static Piece of(Unit unit, String text) {
        return switch (Assembler.architected().assemble(unit, text)) {
            case Assembled.Done done       -> of(done.instruction());
            case Assembled.Refused refused -> throw new IllegalArgumentException(refused.why());
        };
    }

    Access access() {
        return Dependencies.architected().access(form.instruction(slot.and(form.fieldMask())));
    }

    Unit unit() {
        return form.unit();
    }

    Piece to(int group) {
        return new Piece(form, slot, group, stop);
    }

    Piece last() {
        return new Piece(form, slot, label, true);
    }

    /// {@return the slot with a target that is some bundles away}
    Slot placed(int distance) {
        return label == NOWHERE ? slot : target().get().holding(distance * 16L).get().or(slot);
    }

    private Option<Operand> target() {
        return form.operands().find(each -> each.name().startsWith("target"));
    }
}
