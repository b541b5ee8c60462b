/// Lives of guests that execute sensitive instructions, on the machines that they believe to have and under the monitor.
package vmmref.vectors.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.properties.guarantee.Sample;
import vmmref.spec.PatchedPages;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Lives;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.scratch.ScratchSet;

@Tag("sampled")
class PatchKindTest {
    private static final PatchKind KIND = new PatchKind();
    private static final Lives LIVES = Lives.of(KIND);

    /// Of each topic.
    private static final int SOME = 6;

    @Test @DisplayName("what was typed is what the machines of guests say")
    void typed() {
        assertTrue(LIVES.typed().size() > 25, LIVES.typed().size() + " rows");
        LIVES.typed().forEach(draft -> assertEquals(Lives.ways(draft.typed().get()), Lives.ways(LIVES.model(draft)), draft.title()));
    }

    @ParameterizedTest(name = "{0}, {1} copies, 2^{2} bytes of stubs, registers parked: {3}") @DisplayName("the monitor comes to the same, in whichever way it catches and patches")
    @CsvSource({"KEYS, 4, 14, true", "KEYS, 4, 14, false", "RIGHTS, 4, 14, true", "PRESENT, 1, 14, true", "KEYS, 4, 0, false"})
    void monitored(Catching catching, int copies, int stubs, boolean parking) {
        Seq<Draft> some = Sample.of(LIVES.drafts(), SOME, Draft::topic);
        assertEquals(LIVES.drafts().map(Draft::topic).toSet(), some.map(Draft::topic).toSet());
        assertEquals(Vector.empty(), LIVES.unmet(some, new PatchKind(catching, copies, stubs, parking ? ScratchSet.HIGH : ScratchSet.NONE)).toVector());
    }

    @ParameterizedTest(name = "{0}") @DisplayName("a wrong monitor does not")
    @CsvSource({"BeginsBundlesAgain, 5", "ForgetsCover, 5", "KeepsImmediates, 5", "KeepsParked, 3", "LeaksCopies, 5", "OpensScratchSet, 3", "PatchesOneAliasOnly, 10", "ReadsPatches, 100", "TellsStubs, 5", "TransfersBehindCopies, 4"})
    void wrong(String name, int least) {
        int missed = LIVES.missed(LIVES.core(), name);
        assertTrue(missed >= least, missed + " vectors");
    }

    @Test @DisplayName("each clause of the chapter decides a value in a row that was typed, and in the row that is near to it something else is expected")
    void clauses() {
        assertEquals(Vector.empty(), LIVES.untold(Vector.of(PatchedPages.values())).toVector());
    }

    @Test @DisplayName("what is written of lives can be read, and a near case is one of them")
    void read() {
        assertEquals(Vector.empty(), LIVES.unreadable());
        assertEquals(Vector.empty(), LIVES.alone().toVector());
    }
}
