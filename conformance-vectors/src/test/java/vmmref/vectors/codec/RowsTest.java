package vmmref.vectors.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.properties.arbitrary.Instructions;
import vmmref.vectors.format.Draft;

/// Every row of the table of forms has a sample of another assembler, vectors in both directions, and one that just is not it.
class RowsTest {
    private static final Semantics MAXIMAL = Semantics.architected(Profile.named("maximal").get());
    private static final Seq<Draft> DRAFTS = new CodecKind().drafts();

    @Test
    @DisplayName("GNU as has assembled an instruction of every form, and the vectors ask for it in both directions")
    void samples() {
        assertEquals(Vector.empty(), without(DRAFTS.filter(draft -> draft.topic().equals("gas-decode")).flatMap(RowsTest::decoded).toSet()));
        assertEquals(Vector.empty(), without(DRAFTS.filter(draft -> draft.topic().equals("gas-encode")).flatMap(RowsTest::encoded).toSet()));
    }

    @Test
    @DisplayName("for every form there is a case one bit of its key away that is another form, or none")
    void neighbours() {
        Map<Unit, Set<Slot>> asked = CodecKind.SLOT_UNITS.toMap(unit -> unit, unit -> DRAFTS.filter(draft -> draft.stimulus().in().has("decode")).map(RowsTest::bundle)
            .filter(bundle -> alone(unit, bundle)).map(bundle -> slot(unit, bundle).encode()).toSet());
        assertEquals(Vector.empty(), Cases.FORMS.reject(form -> {
            Slot own = FormDrafts.instruction(form).encode();
            Unit unit = Cases.slotUnit(form);
            return Vector.range(0, Slot.WIDTH).map(bit -> Slot.of(1L << bit)).filter(bit -> bit.isWithin(form.keyMask())).map(own::xor)
                .exists(slot -> asked.get(unit).get().contains(slot) && !form(slot(unit, Instructions.bundle(unit, slot))).contains(form));
        }));
    }

    private static boolean alone(Unit unit, Bundle bundle) {
        return bundle.fields().code() == Instructions.bundle(unit, Slot.ZERO).fields().code() && Instructions.bundle(unit, slot(unit, bundle).encode()).equals(bundle);
    }

    private static Seq<Form> without(Set<Form> seen) {
        return Cases.FORMS.reject(seen::contains);
    }

    private static Bundle bundle(Draft draft) {
        return Bundle.ofHex(draft.stimulus().in().get("decode").asString());
    }

    private static Seq<Form> decoded(Draft draft) {
        return slots(bundle(draft)).flatMap(RowsTest::form);
    }

    private static Seq<Form> encoded(Draft draft) {
        Request request = Request.of(draft.stimulus().in());
        return request.slots().flatMap(text -> CodecKind.SLOT_UNITS.flatMap(unit ->
            Assembler.architected().assemble(unit, text) instanceof Assembled.Done done ? Vector.of(done.instruction().form()) : Vector.<Form>empty()));
    }

    private static Seq<Form> form(Decoded slot) {
        return slot instanceof Decoded.Assigned assigned ? Vector.of(assigned.instruction().form()) : Vector.empty();
    }

    private static Decoded slot(Unit unit, Bundle bundle) {
        return slots(bundle).get(Instructions.position(unit));
    }

    private static Seq<Decoded> slots(Bundle bundle) {
        return MAXIMAL.decode().apply(bundle).slots();
    }
}
