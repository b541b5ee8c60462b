package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Encodings.DECODE_TOTAL;
import static vmmref.spec.Encodings.FORM_UNMODELLED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Row;
import vmmref.model.instruction.Unassigned;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// What holds of all slots together. That no two rows share one is said by [FormGuarantees]; that the rows are enough is counted here.
class KeySpaceGuarantees {
    private static final Seq<Row> ROWS = Instructions.forms().<Row>map(form -> form).appendAll(Unassigned.all(Table.named("unassigned")));

    /// Typed from the format I3 and the page of `mux1`: opcode 7, za 0, x2a 3, zb 0, ve 0, x2c 2, x2b 2, and the values of mbt4c that are no permutation.
    private static final long MUX1          = BitRange.condition("40:37=7")._2 | BitRange.condition("35:34=3")._2 | BitRange.condition("31:30=2")._2 | BitRange.condition("29:28=2")._2;
    private static final long MUX1_KEY      = BitRange.mask("40:28 23:20");
    private static final Vector<Integer> RESERVED = Vector.of(1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15);

    /// 17 bits of a slot say that it is one of these.
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

    @Guarantee
    @Label("what mux1 does with a permutation that the manual reserves is left open, and nothing of the slot is lost")
    @Encodings.Checks(FORM_UNMODELLED)
    void reservedPermutations(Subject subject, @ForAll("permutations") int permutation, @ForAll("slots") Slot noise) {
        Slot slot = Slot.of(noise.bits() & ~MUX1_KEY | MUX1 | (long) permutation << 20);
        assertEquals(new Decoded.Unmodelled(slot, FORM_UNMODELLED), observed(subject.decode(Instructions.bundle(Unit.I, slot)).slots().get(Instructions.position(Unit.I))));
        Outcomes.label("permutation").collect(permutation).coverage(checker -> RESERVED.forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static long slots(Row row) {
        return 1L << Slot.WIDTH - Long.bitCount(row.keyMask().bits());
    }

    @Provide
    Arbitrary<Integer> permutations() {
        return Arbitraries.of(RESERVED.asJava());
    }

    @Provide
    Arbitrary<Slot> slots() {
        return Instructions.slots();
    }

    @Provide
    Arbitrary<Profile> profiles() {
        return Arbitraries.of(Profile.all().asJava());
    }
}
