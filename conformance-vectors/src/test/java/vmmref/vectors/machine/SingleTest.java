/// Bundles that hold one instruction.
package vmmref.vectors.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Templates;
import vmmref.model.instruction.Instruction;

class SingleTest {
    private static final Seq<Integer> SLOTS = Vector.of(0, 1, 2);

    private static Seq<Integer> slots(String text) {
        return SLOTS.filter(slot -> Single.of(Single.instruction(text), slot).isDefined());
    }

    @Test @DisplayName("an instruction stands in every slot that its unit can have, a return only before a stop")
    void slots() {
        assertEquals(SLOTS, slots("br.cond.sptk.few b6"));
        assertEquals(Vector.of(2), slots("rfi"));
        assertEquals(Vector.of(0, 1), slots("mov r33=cr.iva"));
        assertEquals(Vector.of(1), slots("movl r33=0x5"));
    }

    @Test @DisplayName("a template that is asked for is the one of the bundle, whether it ends with a stop or not")
    void templates() {
        Instruction returning = Single.instruction("rfi");
        for (String template : Vector.of("BBB", "BBB;", "MBB", "MIB", "MIB;")) {
            Seq<Single> all = SLOTS.flatMap(slot -> Single.of(template, returning, slot));
            assertTrue(all.map(Single::slot).contains(2));
            assertEquals(template.chars().filter(unit -> unit == 'B').count(), all.size());
            all.forEach(single -> assertEquals(Templates.architected().named(template).get().code(), single.bundle().fields().code()));
        }
    }
}
