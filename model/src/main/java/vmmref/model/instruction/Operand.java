package vmmref.model.instruction;

import static vmmref.spec.Encodings.COUNT_BIASED;
import static vmmref.spec.Encodings.IMMEDIATE_SCALED;
import static vmmref.spec.Encodings.IMMEDIATE_SIGNED;
import static vmmref.spec.Encodings.IMMEDIATE_UNSIGNED;
import static vmmref.spec.Encodings.POSITION_COMPLEMENTED;
import static vmmref.spec.Encodings.REGISTER_NUMBER;
import static vmmref.spec.Encodings.TARGET_RELATIVE;
import static vmmref.spec.Encodings.VALUE_LISTED;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.word.Bits;
import vmmref.model.word.Conversion;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;

/// An operand: the fields whose bits, joined, encode it, and how they stand for its value.
///
/// @param name       as in the formats of the manual: `r1`, `imm14`, `target25`
/// @param kind       what the value denotes
/// @param fields     the highest bits of the joined bits first
/// @param conversion from the joined bits to the value
/// @param clause     the clause that states the conversion
public record Operand(String name, OperandKind kind, Seq<Field> fields, Conversion conversion, Clause clause) {

    public Operand {
        int width = fields.map(Field::width).sum().intValue();
        Validate.inclusiveBetween(1, Long.SIZE, width, "the operand %s has %d bits", name, width);
        Validate.isTrue(!(conversion instanceof Conversion.Listed listed) || listed.values().size() == 1 << width,
            "the operand %s has %d bits, and a list of another length", name, width);
    }

    /// An operand's value in one instruction. Registers are their number; targets the distance in bytes from the bundle's address.
    public record Value(Operand operand, long value, Clause because) { }

    /// {@return the operand's value in a slot}
    @Encodings.Rule({REGISTER_NUMBER, IMMEDIATE_SIGNED, IMMEDIATE_UNSIGNED, IMMEDIATE_SCALED, COUNT_BIASED, POSITION_COMPLEMENTED,
        VALUE_LISTED, TARGET_RELATIVE})
    public Value value(Slot slot) {
        return new Value(this, conversion.value(joined(slot), width()), clause);
    }

    /// {@return a slot in which the operand's fields hold a value, all else 0; nothing when the operand cannot have that value}
    public Option<Slot> holding(long value) {
        return conversion.bits(value, width()).map(this::split);
    }

    /// {@return a slot in which the operand's fields are ones, all else 0}
    public Slot mask() {
        return fields.map(Field::mask).reduce(Slot::or);
    }

    /// {@return the number of bits of all fields together}
    public int width() {
        return fields.map(Field::width).sum().intValue();
    }

    private long joined(Slot slot) {
        return fields.foldLeft(0L, (bits, field) -> bits << field.width() | field.of(slot));
    }

    /// {@return a slot over whose fields bits are split, all else 0; as many bits as [#width()]}
    public Slot split(long bits) {
        Slot slot = Slot.ZERO;
        int low = 0;
        for (Field field : fields.reverse()) {
            slot = slot.or(field.holding(bits >>> low & Bits.ones(field.width())));
            low += field.width();
        }
        return slot;
    }
}
