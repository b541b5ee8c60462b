package vmmref.model.instruction;

import static vmmref.spec.Encodings.MNEMONIC_UNKNOWN;
import static vmmref.spec.Encodings.OPERAND_OUT_OF_RANGE;
import static vmmref.spec.Encodings.TEMPLATE_UNKNOWN;
import static vmmref.spec.Encodings.UNIT_MISMATCH;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;

/// Reads instructions in the syntax of the GNU assembler, and those pseudo-operations that [Spellings] lists. The inverse of [Assembly].
///
/// @param spelled what can stand for a mnemonic with its completers, to the forms it may mean
public record Assembler(Map<String, Seq<Assembler.Shape>> spelled) {
    private static final Pattern INSTRUCTION = Pattern.compile("(?:\\(p(\\d{1,3})\\) ?)?(\\S+)(?: (.+))?");
    private static final String NUMBER = "(-?(?:0x[0-9a-f]+|\\d+))";
    private static final Assembler ARCHITECTED = of(Forms.architected());

    /// A form with its completers chosen.
    ///
    /// @param completers the bits that the chosen completers set
    /// @param operands   what the operands look like, one group for each
    record Shape(Form form, Slot completers, Pattern operands) { }

    public static Assembler architected() {
        return ARCHITECTED;
    }

    /// {@return an assembler that knows these forms}
    public static Assembler of(Seq<Form> forms) {
        return new Assembler(forms.flatMap(Assembler::spellings).foldLeft(HashMap.empty(),
            (map, spelling) -> map.put(spelling._1, map.get(spelling._1).getOrElse(Vector.empty()).append(spelling._2))));
    }

    /// {@return the instruction that a text asks for in a slot of a unit; X for the two slots of a long instruction}
    @Encodings.Rule({OPERAND_OUT_OF_RANGE, UNIT_MISMATCH, MNEMONIC_UNKNOWN})
    public Assembled assemble(Unit slot, String text) {
        Matcher written = INSTRUCTION.matcher(text.strip().replaceAll("\\s+", " "));
        if (!written.matches()) return new Assembled.Refused("\"" + text + "\" is not an instruction", MNEMONIC_UNKNOWN);
        Matcher spelling = INSTRUCTION.matcher(Spellings.canonical(written.group(2) + " " + operandText(written)).strip());
        Validate.validState(spelling.matches(), "another spelling of \"%s\" is empty", text);
        int predicate = written.group(1) == null ? 0 : Integer.parseInt(written.group(1));
        Seq<Tuple2<Shape, Matcher>> shaped = spelled.get(spelling.group(2)).getOrElse(Vector.empty())
            .map(shape -> Tuple.of(shape, shape.operands().matcher(operandText(spelling))))
            .filter(candidate -> candidate._2.matches());
        if (shaped.isEmpty()) return new Assembled.Refused("no form is written \"" + text + "\"", MNEMONIC_UNKNOWN);
        Seq<Tuple2<Shape, Matcher>> fitting = shaped.filter(candidate -> candidate._1.form().unit().fits(slot));
        if (fitting.isEmpty()) return new Assembled.Refused("\"" + text + "\" does not fit a slot of unit " + slot, UNIT_MISMATCH);
        return fitting.flatMap(candidate -> instruction(candidate._1, candidate._2, predicate)).headOption()
            .<Assembled>map(Assembled.Done::new)
            .getOrElse(() -> new Assembled.Refused("an operand of \"" + text + "\" is out of range", OPERAND_OUT_OF_RANGE));
    }

    /// {@return the bundle that a template's notation and the texts of its instructions ask for}
    @Encodings.Rule(TEMPLATE_UNKNOWN)
    public AssembledBundle bundle(String notation, Seq<String> texts) {
        return Templates.architected().named(notation)
            .filter(template -> template.instructionUnits().size() == texts.size())
            .map(template -> bundle(template, texts.zipWith(template.instructionUnits(), (text, unit) -> assemble(unit, text))))
            .getOrElse(() -> new AssembledBundle.Refused("no template is \"" + notation + "\" with " + texts.size() + " instructions", TEMPLATE_UNKNOWN));
    }

    private static AssembledBundle bundle(Template template, Seq<Assembled> assembled) {
        return assembled.<AssembledBundle>flatMap(each -> each instanceof Assembled.Refused(String why, Clause because)
                ? Option.of(new AssembledBundle.Refused(why, because)) : Option.none()).headOption()
            .getOrElse(() -> new AssembledBundle.Done(template, assembled.map(each -> ((Assembled.Done) each).instruction())));
    }

    private static String operandText(Matcher instruction) {
        return instruction.group(3) == null ? "" : instruction.group(3).replace(" ", "");
    }

    private static Option<Instruction> instruction(Shape shape, Matcher operands, int predicate) {
        Option<Slot> fields = shape.form().operands().zipWithIndex().foldLeft(Option.of(shape.completers()), (slot, operand) ->
            slot.flatMap(bits -> value(operand._1, operands.group(operand._2 + 1)).flatMap(operand._1::holding).map(bits::or)));
        Option<Instruction> instruction = fields.map(bits -> new Instruction(shape.form(), bits));
        boolean predicated = shape.form().format().field(Format.QUALIFYING_PREDICATE).isDefined();
        if (predicate == 0) return instruction;
        return predicated && predicate < 64 ? instruction.map(unpredicated -> unpredicated.predicatedBy(predicate)) : Option.none();
    }

    private static Option<Long> value(Operand operand, String written) {
        if (written == null) return Option.of(0L);
        return switch (operand.kind()) {
            case APPLICATION, CONTROL -> written.contains(".") ? RegisterNames.number(written) : number(written.substring(operand.kind().prefix().length()));
            case GENERAL, FLOATING, PREDICATE, BRANCH, DECIMAL, HEXADECIMAL, TARGET -> number(written);
        };
    }

    /// {@return a decimal or hexadecimal number; nothing when it is below -2^63 or above 2^64 - 1}
    static Option<Long> number(String written) {
        boolean hexadecimal = written.contains("0x");
        BigInteger number = new BigInteger(written.replaceFirst("^\\+", "").replace("0x", ""), hexadecimal ? 16 : 10);
        boolean fits = number.signum() == -1 ? number.bitLength() < Long.SIZE : number.bitLength() <= Long.SIZE;
        return Option.when(fits, number::longValue);
    }

    private static Seq<Tuple2<String, Shape>> spellings(Form form) {
        Pattern operands = operands(form);
        return form.completers()
            .foldLeft(Vector.of(Tuple.of(form.syntax().mnemonic(), Slot.ZERO)), (spellings, completer) ->
                spellings.flatMap(spelling -> completer.choices().map(choice ->
                    Tuple.of(spelling._1 + choice.text(), spelling._2.or(completer.field().holding(choice.value()))))))
            .map(spelling -> Tuple.of(spelling._1, new Shape(form, spelling._2, operands)));
    }

    private static Pattern operands(Form form) {
        return Pattern.compile(form.syntax().tokens().map(token -> switch (token) {
            case Syntax.Token.Literal(String literal) -> Pattern.quote(literal);
            case Syntax.Token.Value(Operand operand) -> look(operand.kind());
            case Syntax.Token.Optional(Operand operand) -> "(?:," + look(operand.kind()) + ")?";
        }).mkString());
    }

    private static String look(OperandKind kind) {
        return switch (kind) {
            case GENERAL, FLOATING, PREDICATE, BRANCH -> kind.prefix() + "(\\d{1,3})";
            case APPLICATION, CONTROL -> "(" + kind.prefix() + "(?:\\.[a-z0-9]+|\\d{1,3}))";
            case DECIMAL, HEXADECIMAL -> NUMBER;
            case TARGET -> "\\.([+-](?:0x[0-9a-f]+|\\d+))";
        };
    }
}
