package vmmref.properties.guarantee;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.properties.arbitrary.Instructions;

/// Instructions, by the line of the table of forms and the values of their operands.
final class Formed {
    private static final Map<String, Form> FORMS = Instructions.forms().filter(form -> form.unit() != Unit.L).foldLeft(LinkedHashMap.<String, Form>empty(), (all, form) -> all.put(form.syntax().plain(), form));

    private Formed() { }

    /// {@return the instruction of a form that is written like `mov.m ar3=r2`, with values of its operands in that order}
    static Instruction of(String plain, long... values) {
        Form form = FORMS.get(plain).get();
        Seq<Operand> operands = form.operands();
        Slot slot = operands.zip(Vector.ofAll(values)).foldLeft(Slot.ZERO, (joined, each) -> joined.or(each._1.holding(each._2)
            .getOrElseThrow(() -> new IllegalArgumentException(each._1.name() + " cannot be " + each._2))));
        return form.instruction(slot);
    }
}
