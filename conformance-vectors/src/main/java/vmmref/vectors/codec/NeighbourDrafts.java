package vmmref.vectors.codec;

import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;

/// For each form: the case of the form with one bit of its key turned over, so that it is another form, or none. It is near to the case of the form if another clause decides it. That of the first form of a clause is core.
final class NeighbourDrafts {
    private NeighbourDrafts() { }

    static Seq<Draft> all() {
        Set<Form> first = Cases.FORMS.distinctBy(Form::clause).toSet();
        return Cases.FORMS.flatMap(form -> draft(form).map(draft -> draft.unlessFull(first.contains(form))));
    }

    private static Option<Draft> draft(Form form) {
        Option<Slot> other = neighbours(form).find(slot -> decoded(form, slot).because() != form.clause());
        return other.orElse(() -> neighbours(form).headOption()).map(slot -> draft(form, slot));
    }

    /// The slots one bit of the key away, from the lowest bit on, that are another form, or unassigned, whatever else an implementation has.
    private static Iterator<Slot> neighbours(Form form) {
        Slot encoded = FormDrafts.instruction(form).encode();
        return Iterator.range(0, Slot.WIDTH).map(bit -> Slot.of(1L << bit)).filter(bit -> bit.isWithin(form.keyMask())).map(encoded::xor)
            .filter(slot -> switch (decoded(form, slot)) {
                case Decoded.Unmodelled unmodelled -> false;
                case Decoded.Assigned assigned     -> assigned.residue().isZero() && assigned.instruction().form().need().isEmpty();
                case Decoded.Unassigned unassigned -> unassigned.because() != Encodings.PREDICATE_NOT_ZERO;
            });
    }

    private static Decoded decoded(Form form, Slot slot) {
        return Cases.decoded(Cases.slotUnit(form), slot);
    }

    private static Draft draft(Form form, Slot slot) {
        Draft draft = Cases.model("neighbour", Tier.CORE, "the form " + form.syntax() + " but for bit " + Long.numberOfTrailingZeros(slot.xor(FormDrafts.instruction(form).encode()).bits()),
            Cases.flags(form), Cases.needs(form.need()), Cases.decode(Cases.slotUnit(form), slot));
        Clause because = decoded(form, slot).because();
        return because == form.clause() ? draft : Cases.near(draft, FormDrafts.in(form));
    }
}
