package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Encodings.DECODE_TOTAL;

import io.vavr.collection.Seq;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Row;
import vmmref.model.instruction.Unassigned;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// What holds of all slots together. That no two rows share one is said by [FormGuarantees]; that the rows are enough is counted here.
class KeySpaceGuarantees {
    private static final Seq<Row> ROWS = Instructions.forms().<Row>map(form -> form).appendAll(Unassigned.all(Table.named("unassigned")));

    /// Typed from the format I3: 11 of the 16 permutations of `mux1` are reserved, and 17 bits of the slot say that it is one of them.
    private static final long RESERVED_PERMUTATIONS = 11L << 41 - 17;

    @Guarantee
    @Costs(64)
    @Label("the rows of an implementation cover as many slots of each unit as there are, but for the reserved permutations of mux1")
    @Encodings.Checks(DECODE_TOTAL)
    void rowsCoverEverySlot(@ForAll("profiles") Profile profile) {
        for (Unit unit : Instructions.slotUnits()) {
            long covered = ROWS.filter(row -> row.unit().fits(unit) && row.need().forAll(need -> need.isMetBy(profile))).map(KeySpaceGuarantees::slots).sum().longValue();
            assertEquals((1L << Slot.WIDTH) - (unit == Unit.I ? RESERVED_PERMUTATIONS : 0), covered, () -> unit + " of " + profile.name());
        }
    }

    private static long slots(Row row) {
        return 1L << Slot.WIDTH - Long.bitCount(row.keyMask().bits());
    }

    @Provide
    Arbitrary<Profile> profiles() {
        return Arbitraries.of(Profile.all().asJava());
    }
}
