package vmmref.vectors.codec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Instruction;

/// Values that a place might hold instead of its value, each of them valid and none the same. They differ in bits, not in what a comparison of texts makes of them.
final class Unlike {
    private static final Seq<String> TREATMENTS = Vector.of("illegal-if-predicated", "illegal", "nop");
    private static final Seq<String> NO_INSTRUCTION = Vector.of("unassigned", "unmodelled");

    private Unlike() { }

    static Seq<String> of(String place, String value) {
        if (place.equals("template")) return Templates.architected().assigned().map(Template::notation).filter(notation -> !notation.equals(value));
        if (place.endsWith(".unassigned")) return TREATMENTS.filter(treatment -> !treatment.equals(value));
        return place.matches("slot\\d") ? instruction(value).map(Unlike::neighbours).getOrElse(Vector.of("nop.m 0x0")).appendAll(NO_INSTRUCTION.filter(word -> !word.equals(value)))
            : Vector.empty();
    }

    private static Option<Instruction> instruction(String text) {
        return CodecKind.SLOT_UNITS
            .flatMap(unit -> Assembler.architected().assemble(unit, text) instanceof Assembled.Done(Instruction instruction) ? Option.of(instruction) : Option.<Instruction>none())
            .headOption();
    }

    /// The instruction with another operand, another completer or another predicate.
    private static Seq<String> neighbours(Instruction instruction) {
        Form form = instruction.form();
        Seq<Instruction> operands = form.operands().map(operand -> new Instruction(form, instruction.fields().xor(operand.split(1))));
        Seq<Instruction> completers = form.completers().flatMap(completer -> completer.choices()
            .map(choice -> instruction.fields().xor(instruction.fields().and(completer.field().mask())).or(completer.field().holding(choice.value())))
            .filter(fields -> !fields.equals(instruction.fields()))
            .take(1).map(fields -> new Instruction(form, fields)));
        Option<Instruction> predicate = form.format().field(Format.QUALIFYING_PREDICATE).map(field -> instruction.predicatedBy(instruction.qualifyingPredicate() ^ 1));
        return operands.appendAll(completers).appendAll(predicate).map(Assembly::text);
    }
}
