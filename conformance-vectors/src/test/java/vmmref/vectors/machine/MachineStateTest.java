/// A machine is written, and read as the same machine; what is no machine is refused with what to do about it.
package vmmref.vectors.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;

class MachineStateTest {
    private static final String CODE = "\"mem\":{\"0000000000004000\":\"0900000001000000000200a000000400\"}";

    private static Machine read(String members) {
        return MachineState.read(new Fields("$.pre", (ObjectNode) Json.parse("{\"ip\":\"0000000000004000\"," + members + "}")));
    }

    @Provide Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Property(tries = 100) @Label("what was written is read as a machine that is written alike")
    void written(@ForAll("starts") Started started) {
        ObjectNode json = MachineState.json(Single.of("add r33=r34,r35").in(started.machine()));
        assertEquals(json, MachineState.json(MachineState.read(new Fields("$.pre", json))));
    }

    @Property(tries = 50) @Label("what differs from a base, merged into it, is the machine")
    void differing(@ForAll("starts") Started started) {
        Machine machine = Single.of("add r33=r34,r35").in(started.machine());
        Stimulus stimulus = MachineBase.VIRTUAL.step(machine);
        assertEquals(MachineState.json(machine), MachineState.json(MachineState.read(new Fields("$.pre", stimulus.start()))));
    }

    @Property(tries = 50) @Label("what differs from a base, read on the machine that the base is, is the machine that the whole state is")
    void based(@ForAll("starts") Started started, @ForAll boolean translated) {
        MachineBase base = translated ? MachineBase.VIRTUAL : MachineBase.FLAT;
        Stimulus stimulus = base.step(Single.of("add r33=r34,r35").in(started.machine()));
        assertEquals(MachineState.read(new Fields("$.pre", stimulus.start())), MachineState.read(new Case("step", Needs.none(), stimulus)));
    }

    @ParameterizedTest @DisplayName("few changes of a base, too, lead to the machine that the whole state is")
    @ValueSource(strings = {"\"slot\":\"1\"", "\"r35\":\"0000000000008011\",\"r35.nat\":\"1\"", "\"psr\":\"0000000000002008\"", "\"psr\":\"0000100000002000\",\"r17\":\"0000000000000005\"", "\"cfm\":\"0000000810\",\"r33\":\"0000000000000007\"",
        "\"r35\":null", "\"pkr200\":\"0000000000005501\"", "\"mem\":{\"0000000000008000\":null}", "\"mem\":{\"0000000000008000\":\"0000000000000000\"}", "\"itc\":{\"a\":{\"va\":\"0000000000100000\",\"rid\":\"000101\",\"itir\":\"0000000000000038\",\"pte\":\"00000000001007e1\"}}",
        "\"alat.r33\":\"0000000000008000+8\",\"ic.in-flight\":\"1\""})
    void changed(String members) {
        for (MachineBase base : Vector.of(MachineBase.FLAT, MachineBase.VIRTUAL)) {
            ObjectNode changes = (ObjectNode) Json.parse("{" + members + "}");
            Stimulus bundle = base.step(Single.of("add r33=r34,r35").in(base.machine()));
            changes.withObject("mem").setAll((ObjectNode) bundle.pre().get("mem"));
            Stimulus stimulus = Stimulus.of(Json.object()).from(base.base(), changes);
            assertEquals(MachineState.read(new Fields("$.pre", stimulus.start())), MachineState.read(new Case("step", Needs.none(), stimulus)));
        }
    }

    @Property(tries = 100) @Label("nothing differs between a machine and itself, whatever its registers are called")
    void same(@ForAll("starts") Started started) {
        assertTrue(Differences.between(started.machine(), started.machine()).isEmpty());
    }

    @ParameterizedTest @DisplayName("a mistake names the field, and what to do about it")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "\"r128\":\"0000000000000000\"|$.pre.r128 is no place of a machine that can be set",
        "\"r0\":\"0000000000000000\"|$.pre.r0 is no place of a machine that can be set",
        "\"r33\":\"12\"|$.pre.r33 is \"12\"; write 16 lower-case hex digits",
        "\"r33\":\"000000000000000G\"|write 16 lower-case hex digits",
        "\"slot\":\"3\"|$.pre.slot is \"3\"; write 0, 1 or 2",
        "\"ip\":\"0000000000004001\"|the last of them 0",
        "\"cfm\":\"000000007f\"|whose fields do not fit each other",
        "\"cfm\":\"0000000010\",\"ar.bsp\":\"0000000000000290\"|$.pre.cfm is \"0000000010\": 81 dirty registers and a frame of 16 are more than the 96 stacked registers; let ar.bsp be closer to ar.bspstore, or sof be smaller",
        "\"cfm\":\"0000000001\",\"ar.bspstore\":\"0000000000000010\",\"ar.bsp\":\"0000000000000000\"|a frame of 1 registers does not lack 2; let ar.bsp be closer to ar.bspstore, or sof be larger",
        "\"cfm\":\"ffffffffff\"|whose fields do not fit each other",
        "\"psr\":\"0000020000000000\"|has bits 42:41 set; say the slot in the field slot",
        "\"f6\":\"0:1\"|$.pre.f6 is \"0:1\"; write sign",
        "\"f1\":\"0:00000:0000000000000000\"|is no place of a machine",
        "\"below.1\":\"0000000000000001\"|is no register of this state",
        "\"ar.bsp\":\"0000000000000004\"|to which no number of dirty registers leads",
        "\"ar.bspstore\":\"0000000000000001\"|write a value that it can have",
        "\"r33.nat\":\"2\"|write 0 or 1",
        "\"itr\":{\"x\":{}}|is no number of such a register"})
    void mistakes(String member, String said) {
        String message = assertThrows(FieldMistake.class, () -> MachineState.read(new Fields("$.pre", (ObjectNode) Json.parse("{" + member + "," + CODE + "}")))).getMessage();
        assertTrue(message.contains(said), message);
    }

    @ParameterizedTest @DisplayName("bytes lie at multiples of 8, and none twice")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "\"0000000000004004\":\"0000000000000001\"|is no address of a group of eight bytes",
        "\"0000000000004000\":\"00\"|write 8 bytes or a multiple",
        "\"0000000000004000\":\"00000000000000010000000000000001\",\"0000000000004008\":\"0000000000000001\"|is written twice"})
    void bytes(String member, String said) {
        String message = assertThrows(FieldMistake.class, () -> read("\"mem\":{" + member + "}")).getMessage();
        assertTrue(message.contains(said), message);
    }

    @Test @DisplayName("there must be a bundle to execute")
    void bundle() {
        String message = assertThrows(FieldMistake.class, () -> read("\"slot\":\"1\"")).getMessage();
        assertEquals("$.pre.mem holds no bundle where the machine executes next, at 0000000000004000; write its 16 bytes there, not all of them 0", message);
    }

    @Test @DisplayName("dirty registers are told by BSP")
    void dirty() {
        Machine machine = read("\"ar.bspstore\":\"000000000000c1f0\",\"ar.bsp\":\"000000000000c208\",\"below.2\":\"0000000000000007\"," + CODE);
        assertEquals(2, machine.stack().dirty());
        assertEquals(7, machine.general().get(48 + 94).bits());
    }
}
