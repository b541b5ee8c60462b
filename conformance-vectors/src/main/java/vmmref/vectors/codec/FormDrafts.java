package vmmref.vectors.codec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;

/// Each form once, with a pattern in its fields in which no two neighbouring fields look alike; integer ALU forms in an M and in an I slot.
final class FormDrafts {
    private static final Slot PATTERN = new Slot(0x0b6_9d2c_a953L, 0x155_3a96_c5a2L);

    private FormDrafts() { }

    static Seq<Draft> all() {
        return Cases.FORMS.flatMap(form -> units(form).map(unit -> draft(form, unit)));
    }

    private static Seq<Unit> units(Form form) {
        return form.unit() == Unit.A ? Vector.of(Unit.M, Unit.I) : Vector.of(form.unit());
    }

    private static Draft draft(Form form, Unit unit) {
        return Cases.model("form", Tier.CORE, "the form " + form.syntax() + " in a slot of unit " + unit + ": " + Assembly.text(instruction(form)),
            Cases.flags(form), Cases.needs(form.need()), Cases.decode(unit, instruction(form).encode()));
    }

    /// {@return the instruction that stands for a form}
    static Instruction instruction(Form form) {
        return form.instruction(PATTERN.and(form.fieldMask()));
    }

    /// {@return the case of that instruction; of an integer ALU form the one in an I slot}
    static ObjectNode in(Form form) {
        return Cases.decode(Cases.slotUnit(form), instruction(form).encode());
    }
}
