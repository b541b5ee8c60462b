package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vavr.collection.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Forms;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.vmm.memory.Composition;

class MonitoringTest {
    private final Monitoring right = Fixture.rules("maximal");
    private static final UnaryOperator<Machine> EMULATING = machine -> machine;
    private static final Monitoring.Reflecting REFLECTING = (answer, believed, cause) -> Effects.NONE;
    private static final Monitoring.Purging PURGING = (answer, rid, address, range) -> answer;
    private static final Monitoring.Flushing FLUSHING = answer -> answer;
    private static final Monitoring.Publishing PUBLISHING = (answer, entry, translation, tag) -> answer;
    private static final Monitoring.Restoring RESTORING = place -> false;
    private final Monitoring wrong = right.withEmulating(EMULATING).withReflecting(REFLECTING).withPurging(PURGING).withFlushing(FLUSHING).withPublishing(PUBLISHING).withRestoring(RESTORING);

    private static void assertWrong(Monitoring monitoring) {
        assertSame(EMULATING, monitoring.emulating());
        assertSame(REFLECTING, monitoring.reflecting());
        assertSame(PURGING, monitoring.purging());
        assertSame(FLUSHING, monitoring.flushing());
        assertSame(PUBLISHING, monitoring.publishing());
        assertSame(RESTORING, monitoring.restoring());
    }

    @Test
    void oneFunctionIsReplacedAndTheOthersStay() {
        assertWrong(wrong);
        assertSame(right.composition(), wrong.composition());
    }

    @Test
    void whatIsComposedIsReplaced() {
        Composition.Framing framing = (entry, guest, host, size) -> entry;
        Composition.Permitting permitting = (context, guest, streams) -> guest;
        Composition changed = right.composition().withFraming(framing).withPermitting(permitting).withPiecing((map, address, sizes) -> sizes.headOption());
        Monitoring composed = right.withComposition(changed);
        assertSame(framing, composed.composition().framing());
        assertSame(permitting, composed.composition().permitting());
        assertNotEquals(right.composition().piecing(), composed.composition().piecing());
        assertEquals(right.composition().sizes(), composed.composition().sizes());
    }

    @Test
    void onAnotherMachineItIsAsWrong() {
        Monitoring merced = wrong.on(Fixture.rules("merced").host());
        assertWrong(merced);
        assertEquals("50", merced.guest().profile().parameters().get("va").get());
        assertEquals(Fixture.rules("merced").composition().sizes(), merced.composition().sizes());
        assertEquals(merced.guest().profile(), merced.step().rules().profile());
    }

    @Test
    void predicatesCountForGuestsAsForOthers() {
        assertEquals(List.of(), List.ofAll(Forms.architected()).filter(form -> !right.guest().meanings().apply(form).map(Meaning::ignoresPredicate).equals(right.host().meanings().apply(form).map(Meaning::ignoresPredicate))));
    }
}
