package vmmref.model.instruction;

import static vmmref.spec.Encodings.LONG_BRANCH_ABSENT;
import static vmmref.spec.Encodings.UNASSIGNED_ALWAYS;
import static vmmref.spec.Encodings.UNASSIGNED_NOP;
import static vmmref.spec.Encodings.UNASSIGNED_PREDICATED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// Slots of one unit that encode no instruction.
public record Unassigned(Unit unit, Slot keyMask, Slot key, Encodings clause, Option<Need> need) implements Row {

    @Override
    @Encodings.Rule({UNASSIGNED_PREDICATED, UNASSIGNED_ALWAYS, UNASSIGNED_NOP, LONG_BRANCH_ABSENT})
    public Decoded.Unassigned decode(Slot slot) {
        return new Decoded.Unassigned(slot, switch (clause) {
            case UNASSIGNED_PREDICATED                 -> Treatment.ILLEGAL_IF_PREDICATED;
            case UNASSIGNED_ALWAYS, LONG_BRANCH_ABSENT -> Treatment.ILLEGAL;
            case UNASSIGNED_NOP                        -> Treatment.NOP;
            default -> throw new IllegalStateException(clause + " says nothing about unassigned slots");
        }, clause);
    }

    /// {@return the keys that a table lists; a line with several values for a field stands for every combination}
    public static Seq<Unassigned> all(Table table) {
        return table.rows().flatMap(row -> Vector.of(row.cell(1).split(" "))
            .map(Unassigned::condition)
            .foldLeft(Vector.of(new Key(Slot.ZERO, Slot.ZERO)), (keys, condition) -> keys.flatMap(key -> condition.map(key::and)))
            .map(key -> new Unassigned(Unit.valueOf(row.cell(0)), key.mask(), key.value(), Encodings.valueOf(row.cell(2)), Need.of(row.cell(3)))));
    }

    private record Key(Slot mask, Slot value) {
        Key and(Key other) {
            return new Key(mask.or(other.mask), value.or(other.value));
        }
    }

    private static Vector<Key> condition(String text) {
        int equals = text.indexOf('=');
        Field field = Format.fields(text.substring(0, equals)).head();
        return Vector.of(text.substring(equals + 1).split(",")).flatMap(Unassigned::range).map(value -> new Key(field.mask(), field.holding(value)));
    }

    private static Vector<Long> range(String text) {
        String[] ends = text.split("-");
        return Vector.rangeClosed(Long.parseLong(ends[0], 16), Long.parseLong(ends[ends.length - 1], 16));
    }
}
