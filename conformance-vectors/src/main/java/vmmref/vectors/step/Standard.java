/// The operands that an instruction has unless a case is about them.
package vmmref.vectors.step;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;

final class Standard {
    private static final Map<String, Seq<Long>> REGISTERS = HashMap.of(
        "r1", Vector.of(33L), "r2", Vector.of(34L), "r3", Vector.of(35L, 3L), "f1", Vector.of(6L), "f2", Vector.of(7L), "f3", Vector.of(8L), "f4", Vector.of(9L),
        "p1", Vector.of(6L), "p2", Vector.of(7L), "b1", Vector.of(6L));
    private static final Map<String, Seq<Long>> OTHERS = HashMap.of("b2", Vector.of(7L), "cr3", Vector.of(2L), "sof", Vector.of(24L), "sol", Vector.of(12L), "sor", Vector.of(8L),
        "len4", Vector.of(7L), "len6", Vector.of(13L), "mask17", Vector.of(0x3cL), "imm44", Vector.of(0x5a0000L));
    /// A number, the distance of a branch, or whatever the operand can be.
    private static final Seq<Long> ANY = Vector.of(5L, 0x40L, 4L, 1L, 8L, 16L, 0L, -1L, 2L);
    private static final long CCV = 32;
    private static final long LC = 65;

    private Standard() { }

    /// {@return an instruction of a form}
    static Instruction of(Form form) {
        return new Instruction(form, form.operands().map(operand -> slot(form, operand)).fold(Slot.ZERO, Slot::or));
    }

    private static Slot slot(Form form, Operand operand) {
        return candidates(form, operand).flatMap(operand::holding).headOption().getOrElseThrow(() -> new IllegalStateException("no value suits the operand " + operand.name() + " of " + form));
    }

    private static Seq<Long> candidates(Form form, Operand operand) {
        return operand.name().equals("ar3") ? Vector.of(form.unit() == Unit.M ? CCV : LC)
            : REGISTERS.get(operand.name()).orElse(OTHERS.get(operand.name())).getOrElse(ANY).appendAll(ANY);
    }
}
