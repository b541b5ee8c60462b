package vmmref.model.instruction;

import static vmmref.spec.Encodings.FORM_UNMODELLED;

import io.vavr.collection.Seq;
import java.util.Arrays;
import org.apache.commons.lang3.ArrayUtils;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.profile.Profile;
import vmmref.model.word.Bits;
import vmmref.spec.Encodings;

/// The rows that one implementation has, found by unit and by bits 40:27 of the slot, where nearly every key lies.
public final class DecodeTable {
    private static final int LOW = 27;
    private static final int WIDTH = Slot.WIDTH - LOW;
    private static final Row[] NONE = {};

    private final Row[][][] byUnit = new Row[Unit.values().length][][];

    private DecodeTable(Seq<Row> rows) {
        for (Unit slotUnit : Unit.values()) byUnit[slotUnit.ordinal()] = dispatch(rows.filter(row -> row.unit().fits(slotUnit)));
    }

    /// {@return the table of the rows that an implementation with a profile has}
    public static DecodeTable of(Seq<? extends Row> rows, Profile profile) {
        return new DecodeTable(Seq.<Row>narrow(rows).filter(row -> row.need().forAll(need -> need.isMetBy(profile))));
    }

    /// {@return what a slot of a unit encodes; unit M, I, F, B, or X for a long instruction}
    @Encodings.Rule(FORM_UNMODELLED)
    public Decoded decode(Unit unit, Slot slot) {
        for (Row row : byUnit[unit.ordinal()][(int) (slot.bits() >>> LOW)]) {
            if (row.matches(slot)) return row.decode(slot);
        }
        return new Decoded.Unmodelled(slot, FORM_UNMODELLED);
    }

    private static Row[][] dispatch(Seq<Row> rows) {
        Row[][] dispatch = new Row[1 << WIDTH][];
        Arrays.fill(dispatch, NONE);
        for (Row row : rows) {
            long fixed = row.keyMask().bits() >>> LOW;
            long key = row.key().bits() >>> LOW;
            long free = ~fixed & Bits.ones(WIDTH);
            long bits = 0;
            do {
                int index = (int) (key | bits);
                dispatch[index] = ArrayUtils.add(dispatch[index], row);
                bits = bits - free & free;
            } while (bits != 0);
        }
        return dispatch;
    }
}
