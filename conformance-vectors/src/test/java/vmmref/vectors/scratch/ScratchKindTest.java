/// Lives of guests of which some registers are the monitor's for a while, on the machines that they believe to have and under the monitor.
package vmmref.vectors.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.ScratchRegisters;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.vmm.Lives;

class ScratchKindTest {
    private static final ScratchKind KIND = new ScratchKind();
    private static final Lives LIVES = Lives.of(KIND);

    @Test @DisplayName("what was typed is what the machines of guests say, and where their registers are")
    void typed() {
        assertTrue(LIVES.typed().size() > 20, LIVES.typed().size() + " rows");
        LIVES.typed().forEach(draft -> assertEquals(Lives.ways(draft.typed().get()), Lives.ways(LIVES.model(draft)), draft.title()));
    }

    @Test @DisplayName("the monitor comes to the same")
    void monitored() {
        assertEquals(Vector.empty(), LIVES.unmet(LIVES.drafts(), KIND).toVector());
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a wrong monitor does not")
    @CsvSource({"SavesTwice, 10", "RestoresWithoutEntry, 20", "SavesAfterTheFirstUse, 50", "ClearsHighUse, 20", "LeaksScratchToUsers, 20"})
    void wrong(String name, int least) {
        int missed = LIVES.missed(LIVES.core(), name);
        assertTrue(missed >= least, missed + " vectors");
    }

    @Test @DisplayName("each clause of the chapter decides a value in a row that was typed, and in the row that is near to it something else is expected")
    void clauses() {
        assertEquals(Vector.empty(), LIVES.untold(Vector.of(ScratchRegisters.values())).toVector());
    }

    @Test @DisplayName("what is written of lives can be read, and a near case is one of them")
    void read() {
        assertEquals(Vector.empty(), LIVES.unreadable());
        assertEquals(Vector.empty(), LIVES.alone().toVector());
    }

    @ParameterizedTest(name = "{0}: {1}") @DisplayName("what cannot be read is told with its place")
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "'set':'f1..f127'             ~ $.in.set     ~ from f2 to f127",
        "'set':'f40..f33'             ~ $.in.set     ~ the lower one first",
        "'set':'f32'                  ~ $.in.set     ~ f32..f127",
        "'leaves':'7'                 ~ $.in.leaves  ~ sign, exponent and significand",
        "'entries':['decrease']       ~ $.in.entries ~ privileged, execution",
        "'exits':[]                   ~ $.in.exits   ~ privileged, decrease"})
    void mistakes(String fields, String place, String remedy) {
        ObjectNode in = LIVES.typed().head().stimulus().in().deepCopy();
        Json.fields("{" + fields.replace('\'', '"') + "}").json().properties().forEach(field -> in.set(field.getKey(), field.getValue()));
        Stimulus stimulus = LIVES.typed().head().stimulus();
        String told = KIND.unreadable(new Case("scratch", Needs.none(), new Stimulus(stimulus.base(), stimulus.pre(), in, stimulus.ask()))).get().getMessage();
        assertTrue(told.contains(place) && told.contains(remedy), told);
    }
}
