package vmmref.vectors.codec;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;

/// Each operand of each format: every bit of it alone, all of them, and each of its fields full.
final class OperandDrafts {
    private OperandDrafts() { }

    static Seq<Draft> all() {
        return operands().flatMap(each -> drafts(each._1, each._2));
    }

    /// One form for each operand of each format.
    static Seq<Tuple2<Form, Operand>> operands() {
        return Cases.FORMS.flatMap(form -> form.operands().map(operand -> Tuple.of(form, operand)))
            .foldLeft(LinkedHashMap.<String, Tuple2<Form, Operand>>empty(), (map, each) -> {
                String key = each._1.format().name() + " " + each._2.name();
                return map.containsKey(key) ? map : map.put(key, each);
            })
            .values().toVector();
    }

    private static Seq<Draft> drafts(Form form, Operand operand) {
        Seq<Slot> ends = operand.fields().flatMap(field -> Vector.of(field.high(), field.low()).distinct()
            .map(bit -> new Field(field.name(), field.inL(), bit, bit).mask()));
        return ends.appendAll(operand.fields().map(Field::mask)).append(operand.mask()).append(Slot.of(0)).distinct()
            .map(fields -> draft(form, operand, fields));
    }

    private static Draft draft(Form form, Operand operand, Slot fields) {
        Instruction instruction = form.instruction(fields);
        return Cases.model("operand", Tier.CORE, "the operand " + operand.name() + " of format " + form.format().name() + ": " + Assembly.text(instruction),
            operand.fields().size() > 1 ? Cases.flags(form).append("SplitImmediate") : Cases.flags(form), Cases.needs(form.need()),
            Cases.decode(Cases.slotUnit(form), instruction.encode()));
    }
}
