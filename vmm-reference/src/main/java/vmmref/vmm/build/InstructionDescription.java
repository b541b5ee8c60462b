package vmmref.vmm.build;

import static vmmref.spec.Builds.PORTIONS_JOINED;
import static vmmref.spec.Builds.VALUE_REFUSED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;

/// How an instruction is built: a constant portion, and variable portions that values are supplied for: US 7,996,833, claims 1 and 2.
///
/// The claims join all of them with OR and say nothing of what may go wrong then. Here portions do not overlap, and the constant portion has zeros where they lie (model choice).
///
/// @param unit     of the slot for which it is made; X for a long instruction
/// @param constant portion
/// @param portions in any order
public record InstructionDescription(Unit unit, Slot constant, Seq<VariablePortion> portions) {

    public InstructionDescription {
        Option<String> flaw = new RawDescription(unit, constant.bits(), constant.l(), portions.map(VariablePortion::raw)).flaw();
        Validate.isTrue(flaw.isEmpty(), flaw.getOrElse(""));
    }

    /// {@return the description of an instruction some of whose operands and completers vary, and perhaps its qualifying predicate, `qp`; each field of theirs is a portion, numbered from `first` in the
    /// order of the names and, in each operand, of its fields}
    ///
    /// @throws IllegalArgumentException if the instruction has no such operand or completer
    public static InstructionDescription of(Instruction instruction, Seq<String> varying, int first) {
        Seq<Field> fields = varying.flatMap(name -> fields(instruction.form(), name));
        Slot varies = fields.map(Field::mask).fold(Slot.ZERO, Slot::or);
        Slot encoded = instruction.encode();
        return new InstructionDescription(instruction.form().unit(), encoded.xor(encoded.and(varies)), fields.zipWithIndex((field, number) -> VariablePortion.of(first + number, field)));
    }

    private static Seq<Field> fields(Form form, String name) {
        return form.operands().find(operand -> operand.name().equals(name)).map(Operand::fields)
            .orElse(() -> form.completers().find(completer -> completer.name().equals(name)).map(completer -> Vector.of(completer.field())))
            .orElse(() -> Option.of(name).filter(Format.QUALIFYING_PREDICATE::equals).flatMap(form.format()::field).map(Vector::of))
            .getOrElseThrow(() -> new IllegalArgumentException("%s has no operand %s".formatted(form, name)));
    }

    /// {@return the values to supply so that operands have values, in the order of [#of(Instruction, Seq, int)]; none if an operand cannot have its value}
    public static Option<Seq<Long>> supplied(Seq<Operand> operands, Seq<Long> values) {
        return Option.sequence(operands.zipWith(values, (operand, value) -> operand.holding(value).map(slot -> operand.fields().map(field -> field.of(slot)))))
            .map(all -> all.<Long>flatMap(each -> each).toVector());
    }

    /// {@return what is wrong with supplied values, if anything is}
    Option<String> refusal(Seq<Long> values) {
        return portions.find(portion -> portion.index() >= values.size()).map(portion -> "no value %d is supplied, only %d".formatted(portion.index(), values.size()))
            .orElse(() -> portions.find(portion -> !portion.fits(values.get(portion.index())))
                .map(portion -> "the value %d, %x, does not fit into %d bits".formatted(portion.index(), values.get(portion.index()), portion.width())));
    }

    /// {@return the instruction: the constant portion, and each supplied value in its portion}
    ///
    /// @param values that fit
    Slot joined(Seq<Long> values) {
        return portions.foldLeft(constant, (slot, portion) -> slot.or(portion.placed(values.get(portion.index()))));
    }

    /// {@return the instruction}
    ///
    /// @param values the supplied ones
    public Built build(Seq<Long> values) {
        return refusal(values).<Built>map(why -> new Built.Refused(why, VALUE_REFUSED)).getOrElse(() -> new Built.Done(Vector.of(joined(values)), PORTIONS_JOINED));
    }

    /// {@return the values from which a slot was built; none if it was not built by this description}
    public Option<Seq<Long>> values(Slot slot) {
        Seq<Long> values = Vector.range(0, portions.map(VariablePortion::index).max().map(most -> most + 1).getOrElse(0))
            .map(index -> portions.find(portion -> portion.index() == index).map(portion -> portion.of(slot)).getOrElse(0L));
        return Option.when(refusal(values).isEmpty() && joined(values).equals(slot), values);
    }
}
