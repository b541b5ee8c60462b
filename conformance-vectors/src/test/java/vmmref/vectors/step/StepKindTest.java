/// Steps that were checked by hand, and what is asked of others.
package vmmref.vectors.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Code;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.machine.Single;
import vmmref.vmm.Vmm;

class StepKindTest {
    private static final StepKind KIND = new StepKind();
    private static final Vmm REFERENCE = Vmm.reference(Profile.named("itanium2").get());

    private static Case given(Machine machine, String in) {
        return new Case(StepKind.NAME, Needs.none(), MachineBase.FLAT.stimulus(machine, (ObjectNode) Json.parse(in)));
    }

    private static Machine machine(String text) {
        return Single.of(text).in(MachineBase.FLAT.machine());
    }

    @Test @DisplayName("a sum, and where the machine goes on")
    void sum() {
        Expectation expected = KIND.expectation(REFERENCE, given(machine("add r33=r34,r35"), "{}"));
        assertEquals(Outcome.DONE, expected.outcome());
        assertEquals(LinkedHashMap.of("ip", "0000000000004010", "r33", "0000000000049995", "slot", "0").toMap(each -> each), expected.post().toMap(each -> each));
        assertEquals(Option.some("SLOT_FOLLOWED"), expected.by().get("ip"));
    }

    @Test @DisplayName("what a register holds that is not a thing is not told")
    void nat() {
        Machine machine = MachineState.with(machine("add r33=r34,r35"), "r34.nat", "1");
        assertEquals(LinkedHashMap.of("ip", "0000000000004010", "r33.nat", "1", "slot", "0").toMap(each -> each), KIND.expectation(REFERENCE, given(machine, "{}")).post().toMap(each -> each));
    }

    @Test @DisplayName("registers that a call renames are not told; BSP is, and the frame")
    void call() {
        Expectation expected = KIND.expectation(REFERENCE, given(machine("br.call.sptk.few b6=.+0x40"), "{}"));
        assertEquals("ar.bsp ar.pfs b6 cfm ip slot", expected.post().keySet().mkString(" "));
    }

    @Test @DisplayName("a move to BSPSTORE may leave anything in RNAT, and another instruction nothing")
    void collection() {
        assertTrue(KIND.free(given(machine("mov.m ar.bspstore=r34"), "{}"), "ar.rnat"));
        assertEquals(Vector.empty(), Vector.of("ar.rnat", "ar.bspstore", "below.1").filter(place -> KIND.free(given(machine("mov.i ar.lc=r34"), "{}"), place)));
        assertFalse(KIND.free(given(machine("mov.m ar.bspstore=r34"), "{}"), "ar.bspstore"));
    }

    @Test @DisplayName("several steps are made, up to a fault")
    void steps() {
        Machine machine = MachineBase.holding(machine("add r33=r34,r35"), MachineBase.CODE + 16, Single.of("add r0=r34,r35").bundle());
        Expectation expected = KIND.expectation(REFERENCE, given(machine, "{\"steps\":9}"));
        assertEquals(Outcome.FAULT, expected.outcome());
        assertEquals("ip r33", expected.post().keySet().mkString(" "));
        assertEquals(Option.some("illegal-operation"), expected.fault().get("kind"));
        assertEquals(new Answer.Observed(Outcome.FAULT, expected.fault(), expected.post(), expected.choice()), KIND.answer(REFERENCE, given(machine, "{\"steps\":9}")));
    }

    @Test @DisplayName("there are 1 to 64 steps")
    void tooMany() {
        assertEquals("$.in.steps is 65; write at most 64, or a case of kind run", KIND.unreadable(given(machine("nop.i 0x0"), "{\"steps\":65}")).map(FieldMistake::getMessage).get());
        assertTrue(KIND.unreadable(given(machine("nop.i 0x0"), "{\"steps\":0}")).isDefined());
        assertTrue(KIND.unreadable(given(machine("nop.i 0x0"), "{}")).isEmpty());
    }

    @Test @DisplayName("a machine is asked about from its whole state, unless it has fetched already")
    void asked() {
        Machine machine = machine("add r33=r34,r35");
        Stimulus whole = StepKind.asking(machine).get().stimulus();
        assertEquals(KIND.expectation(REFERENCE, given(machine, "{}")), KIND.expectation(REFERENCE, new Case(StepKind.NAME, Needs.none(), whole)));
        assertTrue(StepKind.asking(machine.withPosition(machine.position().withCode(new Code(new Bundle(1, 0), Option.none())))).isEmpty());
        assertTrue(StepKind.asking(MachineBase.FLAT.machine()).isEmpty());
    }
}
