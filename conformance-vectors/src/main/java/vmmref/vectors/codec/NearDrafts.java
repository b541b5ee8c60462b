package vmmref.vectors.codec;

import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.spec.Encodings;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;

/// For each form of a format: the case of the form with one field of its key changed, so that another clause, one about whole slots, decides. At most two of each format.
final class NearDrafts {
    private static final int OF_A_FORMAT = 2;

    private NearDrafts() { }

    static Seq<Draft> all() {
        return Cases.FORMS.groupBy(form -> form.format().name()).values()
            .flatMap(forms -> Iterator.ofAll(forms).flatMap(NearDrafts::misses).take(OF_A_FORMAT))
            .toVector();
    }

    private static Seq<Draft> misses(Form form) {
        return form.format().fields()
            .filter(field -> !field.inL() && field.width() <= 6 && form.keyMask().and(field.mask()).equals(field.mask()))
            .flatMap(field -> changes(form, field).take(1).map(slot -> draft(form, field, slot)));
    }

    private static Iterator<Slot> changes(Form form, Field field) {
        Slot encoded = FormDrafts.instruction(form).encode();
        return Iterator.range(0, 1 << field.width())
            .map(value -> encoded.xor(encoded.and(field.mask())).or(field.holding(value)))
            .filter(slot -> switch (Cases.decoded(Cases.slotUnit(form), slot)) {
                case Decoded.Unmodelled unmodelled -> false;
                case Decoded.Assigned assigned     -> assigned.residue().isZero() && assigned.because() != form.clause()
                    && assigned.instruction().form().need().isEmpty();
                case Decoded.Unassigned unassigned -> unassigned.because() != Encodings.PREDICATE_NOT_ZERO;
            });
    }

    private static Draft draft(Form form, Field field, Slot slot) {
        return Cases.near(Cases.model("near", Tier.CORE, "the form " + form.syntax() + " but for the field " + field.name(),
            Vector.empty(), Cases.needs(form.need()), Cases.decode(Cases.slotUnit(form), slot)), FormDrafts.in(form));
    }
}
