package vmmref.vectors.codec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Unassigned;
import vmmref.spec.Encodings;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Tier;

/// Every key under which nothing is assigned, with p6 for a predicate and zeros in the other bits.
final class UnassignedDrafts {
    /// `mux1` with a permutation that the manual reserves.
    private static final Draft UNMODELLED = new Draft("unassigned", Tier.CORE, Level.UNSPECIFIED, "mux1 with the reserved permutation 1", Vector.empty(), Needs.none(),
        Cases.decode(Unit.I, Slot.of(7L << 37 | 3L << 34 | 2L << 30 | 2L << 28 | 1L << 20)), Option.none(), "model", Option.none());

    private static final long PREDICATE = 6;

    /// Unassigned in unit X whether or not there are long branches, whose opcodes are C and D.
    private static final Slot OPCODE_B = Slot.of(0xbL << 37 | PREDICATE);

    private UnassignedDrafts() { }

    static Seq<Draft> all() {
        return Unassigned.all(Table.named("unassigned")).map(UnassignedDrafts::draft).append(UNMODELLED);
    }

    private static Draft draft(Unassigned hole) {
        Unit unit = hole.unit() == Unit.A ? Unit.I : hole.unit();
        Slot predicated = Slot.of(hole.key().bits() | PREDICATE & ~hole.keyMask().bits());
        Draft draft = Cases.model("unassigned", Tier.CORE, "the slot " + predicated + " of unit " + unit + " is unassigned", Vector.of("Unassigned"),
            Cases.needs(hole.need()), Cases.decode(unit, predicated));
        return hole.clause() == Encodings.LONG_BRANCH_ABSENT ? Cases.near(draft, Cases.decode(unit, OPCODE_B)) : draft;
    }
}
