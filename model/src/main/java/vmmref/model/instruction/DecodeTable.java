package vmmref.model.instruction;

import static vmmref.spec.Encodings.FORM_UNMODELLED;

import io.vavr.collection.Seq;
import java.util.Arrays;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.profile.Profile;
import vmmref.model.word.Bits;
import vmmref.spec.Encodings;

/// The rows that one implementation has, found by unit and by bits 40:27 of the slot, where nearly every key lies.
public final class DecodeTable {
    private static final int LOW = 27;
    private static final int WIDTH = Slot.WIDTH - LOW;
    private static final Candidate[] NONE = {};

    private final Candidate[][][] byUnit = new Candidate[Unit.values().length][][];

    /// A row and its key, which never lies in the L slot.
    private record Candidate(long mask, long key, Row row) {
        static Candidate of(Row row) {
            Validate.isTrue(row.keyMask().l() == 0, "the key of %s reaches into the L slot", row);
            return new Candidate(row.keyMask().bits(), row.key().bits(), row);
        }

        boolean sharesASlotWith(Candidate other) {
            return ((key ^ other.key) & mask & other.mask) == 0;
        }
    }

    private DecodeTable(Seq<Row> rows) {
        for (Unit slotUnit : Unit.values()) byUnit[slotUnit.ordinal()] = dispatch(rows.filter(row -> row.unit().fits(slotUnit)));
    }

    /// {@return the table of the rows that an implementation with a profile has}
    ///
    /// @throws IllegalArgumentException if a slot agrees with the keys of two of them
    public static DecodeTable of(Seq<? extends Row> rows, Profile profile) {
        return new DecodeTable(Seq.<Row>narrow(rows).filter(row -> row.need().forAll(need -> need.isMetBy(profile))));
    }

    /// {@return what a slot of a unit encodes; unit M, I, F, B, or X for a long instruction}
    @Encodings.Rule(FORM_UNMODELLED)
    public Decoded decode(Unit unit, Slot slot) {
        for (Candidate candidate : byUnit[unit.ordinal()][(int) (slot.bits() >>> LOW)]) {
            if ((slot.bits() & candidate.mask()) == candidate.key()) return candidate.row().decode(slot);
        }
        return new Decoded.Unmodelled(slot, FORM_UNMODELLED);
    }

    private static Candidate[][] dispatch(Seq<Row> rows) {
        Candidate[][] dispatch = new Candidate[1 << WIDTH][];
        Arrays.fill(dispatch, NONE);
        for (Candidate candidate : rows.map(Candidate::of)) {
            long fixed = candidate.mask() >>> LOW;
            long key = candidate.key() >>> LOW;
            long free = ~fixed & Bits.ones(WIDTH);
            long bits = 0;
            Candidate[] before = NONE;
            Candidate[] after = with(before, candidate);
            do {
                int index = (int) (key | bits);
                if (dispatch[index] != before) after = with(before = dispatch[index], candidate);
                dispatch[index] = after;
                bits = bits - free & free;
            } while (bits != 0);
        }
        return dispatch;
    }

    /// {@return an array with one more; where many places hold the same array, they go on to hold the same}
    private static Candidate[] with(Candidate[] before, Candidate candidate) {
        for (Candidate other : before) {
            Validate.isTrue(!candidate.sharesASlotWith(other), "%s and %s share a slot", candidate.row(), other.row());
        }
        return ArrayUtils.add(before, candidate);
    }
}
