package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.bundle.Unit.B;
import static vmmref.spec.Executions.BRANCH_SLOT_ILLEGAL;
import static vmmref.spec.Executions.LOOP_COUNTED;
import static vmmref.spec.Executions.LOOP_PIPELINED;
import static vmmref.spec.Executions.LOOP_PIPELINED_WHILE;
import static vmmref.spec.Executions.REGISTERS_ROTATED;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.instruction.Forms;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.spec.Clause;

class LoopsTest {
    private static final int LC = 65;
    private static final int EC = 66;
    private static final Cfm FRAME = Cfm.of(10, 9, 1);

    private static Moving at(int slot) {
        return Moving.start().with(Place.Next.NEXT, new Position(new VirtualAddress(0x4000), slot, Option.none()));
    }

    private static String text(String branch) {
        return (branch.contains("w") ? "(p6) br." : "br.") + branch + ".sptk.few .+0x120";
    }

    /// A loop with the counts `lc` and `ec`, and the predicate p6: the counts after it, p63 before rotation, whether it rotates, and whether it goes to its target.
    @ParameterizedTest
    @CsvSource({
        "ctop,  2, 5, 0, 1, 5, true,  true,  true",
        "ctop, -1, 5, 0, -2, 5, true, true,  true",
        "ctop,  1, 0, 0, 0, 0, true,  true,  true",
        "ctop,  0, 5, 1, 0, 4, false, true,  true",
        "ctop,  0, 2, 1, 0, 1, false, true,  true",
        "ctop,  0, 1, 1, 0, 0, false, true,  false",
        "ctop,  0, 0, 1, 0, 0, false, false, false",
        "cexit, 2, 5, 0, 1, 5, true,  true,  false",
        "cexit, 0, 2, 1, 0, 1, false, true,  false",
        "cexit, 0, 1, 1, 0, 0, false, true,  true",
        "cexit, 0, 0, 1, 0, 0, false, false, true",
        "wtop,  7, 5, 1, 7, 5, false, true,  true",
        "wtop,  7, 0, 1, 7, 0, false, true,  true",
        "wtop,  7, 5, 0, 7, 4, false, true,  true",
        "wtop,  7, 1, 0, 7, 0, false, true,  false",
        "wtop,  7, 0, 0, 7, 0, false, false, false",
        "wexit, 7, 5, 1, 7, 5, false, true,  false",
        "wexit, 7, 5, 0, 7, 4, false, true,  false",
        "wexit, 7, 1, 0, 7, 0, false, true,  true",
        "wexit, 7, 0, 0, 7, 0, false, false, true"})
    void pipelined(String branch, long lc, long ec, int p6, long lcAfter, long ecAfter, boolean last, boolean rotates, boolean goes) {
        Clause because = branch.contains("w") ? LOOP_PIPELINED_WHILE : LOOP_PIPELINED;
        Effects effects = (lc != lcAfter ? Effects.of(new Place.Application(LC), lcAfter, because) : ec != ecAfter ? Effects.of(new Place.Application(EC), ecAfter, because) : Effects.NONE)
            .then(new Place.Predicate(63), last, because);
        if (rotates) effects = effects.then(Place.Frame.CFM, FRAME.rotated(7, 95, 47), REGISTERS_ROTATED);
        if (goes) effects = effects.then(Place.Next.NEXT, Position.at(0x4120), because);
        assertEquals(new Executed.Done(effects, because), at(2).application(LC, lc).application(EC, ec).with(new Place.Predicate(6), p6 == 1).executed(B, text(branch)));
    }

    @Test
    void counted() {
        at(2).application(LC, 0).nothing(B, text("cloop"), LOOP_COUNTED);
        assertEquals(new Executed.Done(Effects.of(new Place.Application(LC), 0L, LOOP_COUNTED).then(Place.Next.NEXT, Position.at(0x4120), LOOP_COUNTED), LOOP_COUNTED),
            at(2).application(LC, 1).executed(B, text("cloop")));
        assertEquals(new Executed.Done(Effects.of(new Place.Application(LC), -2L, LOOP_COUNTED).then(Place.Next.NEXT, Position.at(0x4120), LOOP_COUNTED), LOOP_COUNTED),
            at(2).application(LC, -1).executed(B, text("cloop")));
    }

    @Test
    void rotated() {
        assertEquals(Effects.of(Place.Frame.CFM, Cfm.of(10, 9, 0).rotated(0, 95, 47), REGISTERS_ROTATED), Loops.rotated(Cfm.of(10, 9, 0)));
        assertEquals(Effects.of(Place.Frame.CFM, Cfm.of(16, 9, 2).rotated(15, 0, 46), REGISTERS_ROTATED), Loops.rotated(Cfm.of(16, 9, 2).rotated(0, 1, 47)));
        assertEquals(Effects.of(Place.Frame.CFM, Cfm.of(16, 9, 2).rotated(0, 94, 0), REGISTERS_ROTATED), Loops.rotated(Cfm.of(16, 9, 2).rotated(1, 95, 1)));
    }

    @Test
    void loopsEndInTheLastSlot() {
        Vector.of("cloop", "ctop", "cexit", "wtop", "wexit").forEach(branch -> {
            at(0).raises(B, text(branch), Interruption.ILLEGAL_OPERATION, BRANCH_SLOT_ILLEGAL);
            at(1).raises(B, text(branch), Interruption.ILLEGAL_OPERATION, BRANCH_SLOT_ILLEGAL);
            Meaning meaning = Meanings.of(Forms.architected().find(form -> form.syntax().mnemonic().equals("br." + branch)).get()).get();
            assertTrue(meaning.ignoresPredicate());
        });
        Meaning last = Loops.inLastSlot(execution -> new Executed.Done(Effects.NONE, LOOP_COUNTED));
        assertTrue(last.ignoresPredicate());
        assertFalse(Meanings.of(Forms.architected().find(form -> form.syntax().mnemonic().equals("br.cond")).get()).get().ignoresPredicate());
    }
}
