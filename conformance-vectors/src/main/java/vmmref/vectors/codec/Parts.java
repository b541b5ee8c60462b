package vmmref.vectors.codec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.vectors.format.Case;

/// In which parts of a place two values differ, so that the clause of an operand is named when it is the operand that is wrong.
final class Parts {
    private Parts() { }

    /// {@return the parts, as the `by` of an expectation names them; none where the values have nothing in common}
    static Seq<String> differing(Case given, String place, String expected, String got) {
        if (place.matches("slot\\d")) return CodecKind.SLOT_UNITS.flatMap(unit -> texts(unit, place, expected, got)).distinct();
        return place.equals("bundle") && got.matches("[0-9a-f]{32}")
            ? bundles(Request.of(given.in()), Bundle.ofHex(expected), Bundle.ofHex(got))
            : Vector.empty();
    }

    private static Seq<String> texts(Unit unit, String place, String expected, String got) {
        return Assembler.architected().assemble(unit, expected) instanceof Assembled.Done(Instruction wanted)
            && Assembler.architected().assemble(unit, got) instanceof Assembled.Done(Instruction found)
            && wanted.form().equals(found.form()) ? parts(place, wanted, found.fields().xor(wanted.fields())) : Vector.empty();
    }

    private static Seq<String> bundles(Request request, Bundle expected, Bundle got) {
        Option<Template> template = Templates.architected().named(request.template());
        if (template.isEmpty() || expected.fields().code() != got.fields().code()) return Vector.empty();
        Seq<Slot> wanted = template.get().instructions(expected.fields());
        Seq<Slot> found  = template.get().instructions(got.fields());
        return request.slots().zipWithIndex().flatMap(text -> {
            Unit unit = template.get().instructionUnits().get(text._2);
            return Assembler.architected().assemble(unit, text._1) instanceof Assembled.Done(Instruction instruction)
                ? parts("bundle.slot" + text._2, instruction, wanted.get(text._2).xor(found.get(text._2)))
                : Vector.<String>empty();
        });
    }

    /// The slot itself, and every operand that holds a bit of the difference.
    private static Seq<String> parts(String place, Instruction instruction, Slot difference) {
        return difference.isZero() ? Vector.empty() : instruction.form().operands()
            .filter(operand -> !operand.mask().and(difference).isZero())
            .map(operand -> place + "." + operand.name())
            .prepend(place);
    }
}
