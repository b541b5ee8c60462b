package vmmref.vmm.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Operand;
import vmmref.model.instruction.OperandKind;
import vmmref.model.word.Conversion;
import vmmref.spec.Encodings;

/// What an instruction is recognised by: the bits that never vary, and the fields that do. Bits that belong to neither may hold anything (model choice).
///
/// @param name      of the instruction, such as `thash r1=r3`
/// @param unit      the unit that executes it
/// @param mask      the bits that never vary
/// @param value     what they are
/// @param variables the fields whose values are delivered
/// @param limits    what some of these values must be
public record InstructionPattern(String name, Unit unit, Slot mask, Slot value, Seq<Variable> variables, Seq<Limit> limits) {
    private static final Conversion UNSIGNED = new Conversion.Scaled(false, 1);

    /// {@return the pattern of all instructions of a form: its operands, its qualifying predicate `qp` and its completers vary}
    public static InstructionPattern of(Form form) {
        return new InstructionPattern(form.syntax().text(), form.unit(), form.keyMask().or(form.zeroMask()), form.key(),
            variable(form).map(operand -> new Variable(operand.name(), operand, false)), Vector.empty());
    }

    private static Seq<Operand> variable(Form form) {
        return form.operands()
            .appendAll(form.completers().map(completer -> raw(completer.name(), OperandKind.DECIMAL, completer.field())))
            .appendAll(form.format().field(Format.QUALIFYING_PREDICATE).map(field -> raw(Format.QUALIFYING_PREDICATE, OperandKind.PREDICATE, field)));
    }

    private static Operand raw(String name, OperandKind kind, Field field) {
        return new Operand(name, kind, Vector.of(field), UNSIGNED, Encodings.IMMEDIATE_UNSIGNED);
    }

    /// {@return the pattern of those instructions that have a value within bounds in a field}
    ///
    /// @throws IllegalArgumentException if there is no such field
    public InstructionPattern where(String field, long least, long most) {
        return new InstructionPattern(name, unit, mask, value, variables, limits.append(new Limit(variable(field).operand(), least, most)));
    }

    /// {@return the same pattern, the value of one field being delivered under another name}
    ///
    /// @throws IllegalArgumentException if there is no such field
    public InstructionPattern naming(String field, String other) {
        Variable named = variable(field).named(other);
        return new InstructionPattern(name, unit, mask, value, variables.replace(variable(field), named), limits);
    }

    /// {@return whether a field has a name that others may have}
    boolean shares() {
        return variables.exists(Variable::shared);
    }

    InstructionPattern numbered(int number) {
        return new InstructionPattern(name, unit, mask, value, variables.map(variable -> variable.numbered(number)), limits);
    }

    private Variable variable(String field) {
        return variables.find(variable -> variable.operand().name().equals(field))
            .getOrElseThrow(() -> new IllegalArgumentException("%s has no field %s, only %s".formatted(name, field, variables.map(each -> each.operand().name()).mkString(", "))));
    }

    /// {@return whether what stands in a slot of a unit is such an instruction}
    public boolean matches(Unit slotUnit, Slot slot) {
        return unit.fits(slotUnit) && slot.and(mask).equals(value) && limits.forAll(limit -> limit.admits(slot));
    }

    @Override public String toString() {
        return unit + " " + name;
    }
}
