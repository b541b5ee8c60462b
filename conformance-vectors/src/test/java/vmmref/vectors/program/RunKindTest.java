/// A program that was followed by hand.
package vmmref.vectors.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;
import vmmref.vmm.Vmm;

class RunKindTest {
    private static final RunKind KIND = new RunKind();
    private static final Vmm REFERENCE = Vmm.reference(Profile.named("itanium2").get());
    private static final Program COUNTS = Program.of(Vector.of("loop: adds r8=1,r8", "br.cloop.sptk.few {loop}"));

    private static Case given(String in) {
        Machine machine = MachineState.with(MachineState.with(COUNTS.in(MachineBase.FLAT.machine()), "r8", "0"), "ar.lc", "4");
        return new Case(RunKind.NAME, Needs.none(), MachineBase.FLAT.stimulus(machine, (ObjectNode) Json.parse(in)));
    }

    @Test @DisplayName("a loop with LC 4 goes round five times")
    void counted() {
        Expectation expected = KIND.expectation(REFERENCE, given("{\"until\":{\"ip\":\"0000000000004020\"},\"max\":100}"));
        assertEquals(Outcome.EXIT, expected.outcome());
        assertEquals(Option.some("0000000000000005"), expected.post().get("r8"));
        assertEquals(Option.some("0000000000000000"), expected.post().get("ar.lc"));
    }

    @Test @DisplayName("steps are counted, those of nop among them; a machine that is not there in time is where it is")
    void unfinished() {
        assertEquals(Option.some("0000000000000002"), KIND.expectation(REFERENCE, given("{\"until\":{\"steps\":9},\"max\":100}")).post().get("r8"));
        assertEquals(Outcome.DONE, KIND.expectation(REFERENCE, given("{\"until\":{\"ip\":\"0000000000004020\"},\"max\":6}")).outcome());
    }

    @ParameterizedTest @DisplayName("a mistake names the field, and what to do about it")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"until\":{},\"max\":1}|$.in.until says nothing; write either ip or steps",
        "{\"until\":{\"ip\":\"0000000000004000\",\"steps\":1},\"max\":1}|$.in.until says two things; write either ip or steps",
        "{\"until\":{\"ip\":\"4000\"},\"max\":1}|$.in.until.ip is \"4000\"; write 16 lower-case hex digits, the last of them 0",
        "{\"until\":{\"steps\":1}}|$.in.max is missing; every such object has this field",
        "{\"until\":{\"steps\":1},\"max\":100001}|$.in.max is 100001; write at most 100000"})
    void mistakes(String in, String said) {
        assertEquals(Option.some(said), KIND.unreadable(given(in)).map(FieldMistake::getMessage));
    }
}
