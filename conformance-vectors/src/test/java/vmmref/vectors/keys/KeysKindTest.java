/// Lives of guests whose first accesses are caught, on the machines that they believe to have and under the monitor.
package vmmref.vectors.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.properties.guarantee.Sample;
import vmmref.spec.FirstAccesses;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Lives;
import vmmref.vmm.keys.Catching;

@Tag("sampled")
class KeysKindTest {
    private static final Lives LIVES = Lives.of(new KeysKind());

    /// Of each topic.
    private static final int SOME = 12;

    @Test @DisplayName("what was typed is what the machines of guests and the states of pages say")
    void typed() {
        assertTrue(LIVES.typed().size() > 25, LIVES.typed().size() + " rows");
        LIVES.typed().forEach(draft -> assertEquals(Lives.ways(draft.typed().get()), Lives.ways(LIVES.model(draft)), draft.title()));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("the monitor comes to the same, in whichever way it tells the hardware what states deny")
    @EnumSource(value = Catching.class, names = {"KEYS", "RIGHTS", "PRESENT"})
    void monitored(Catching catching) {
        Seq<Draft> some = Sample.of(LIVES.drafts(), SOME, Draft::topic);
        assertEquals(LIVES.drafts().map(Draft::topic).toSet(), some.map(Draft::topic).toSet());
        assertEquals(Vector.empty(), LIVES.unmet(some, new KeysKind(catching)).toVector());
    }

    @Test @DisplayName("a monitor that catches nothing does not, but for the one in which nothing happens that could be caught")
    void unwatched() {
        assertEquals(LIVES.core().size() - 1, LIVES.unmet(LIVES.core(), new KeysKind(Catching.NOTHING)).size());
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a wrong monitor does not")
    @CsvSource({"ReflectsKeyEvictions, 4", "TakesReadsForExecution, 40", "KeepsStatesOfReusedFrames, 10"})
    void wrong(String name, int least) {
        int missed = LIVES.missed(LIVES.core(), name);
        assertTrue(missed >= least, missed + " vectors");
    }

    @Test @DisplayName("each clause of the chapter decides a value in a row that was typed, and in the row that is near to it something else is expected")
    void clauses() {
        assertEquals(Vector.empty(), LIVES.untold(Vector.of(FirstAccesses.values())).toVector());
    }

    @Test @DisplayName("what is written of lives can be read, and a near case is one of them")
    void read() {
        assertEquals(Vector.empty(), LIVES.unreadable());
        assertEquals(Vector.empty(), LIVES.alone().toVector());
    }
}
