package vmmref.vectors.codec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.model.instruction.Syntax;
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
        if (!(Assembler.architected().assemble(unit, expected) instanceof Assembled.Done(Instruction wanted))) return Vector.empty();
        return switch (Assembler.architected().assemble(unit, got)) {
            case Assembled.Done(Instruction found) -> wanted.form().equals(found.form()) ? parts(place, wanted, found.fields().xor(wanted.fields())) : Vector.empty();
            case Assembled.Refused refused         -> operands(place, wanted, expected, got);
        };
    }

    /// The slot itself, and every operand that is written otherwise, in a text that no instruction has but that is written like the expected one.
    private static Seq<String> operands(String place, Instruction wanted, String expected, String got) {
        Syntax syntax = wanted.form().syntax();
        Pattern written = Pattern.compile("((?:\\(p\\d+\\) )?[a-z0-9.]+) ?" + syntax.tokens().map(Parts::written).mkString());
        Matcher before  = written.matcher(expected);
        Matcher after   = written.matcher(got);
        return before.matches() && after.matches() && before.group(1).equals(after.group(1))
            ? syntax.operands().zipWithIndex().filter(each -> !Objects.equals(before.group(each._2 + 2), after.group(each._2 + 2)))
                .map(each -> place + "." + each._1.name()).prepend(place)
            : Vector.empty();
    }

    private static String written(Syntax.Token token) {
        return switch (token) {
            case Syntax.Token.Literal(String literal)    -> Pattern.quote(literal);
            case Syntax.Token.Value(Operand operand)     -> "([^,=\\[\\]]+)";
            case Syntax.Token.Optional(Operand operand)  -> "(?:,([^,=\\[\\]]+))?";
        };
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
