package vmmref.vectors.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Phase;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Word;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Staged;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Json;

/// A complex as a start state.
class SnapshotTest {
    private static final Hardware HARDWARE = Hardware.of(Profile.named("itanium2").get());
    private static final Event TICK = new Event.Tick();

    private static Option<Case> snapshot(Staged staged) {
        return new Snapshot(HARDWARE, staged.complex()).with(TICK);
    }

    private static String start(Staged staged) {
        return Json.line(snapshot(staged).get().start());
    }

    @Test
    void whatDiffersFromResetIsSaid() {
        Staged waiting = Staged.of(HARDWARE).at(Staged.FIRST, Phase.RENDEZVOUS, Staged.ONE);
        assertEquals(Json.line(Json.parse("""
            {"secure":["0.0","0.1"],"cells":{"0":{"phase":"rendezvous","assigned":1,"software":{"0":"trusted","1":"trusted"}}},"partitions":{"1":{"general":"00000000000000ff"}}}""")),
            start(waiting.after(new Event.Write(Staged.processor(Staged.FIRST), Staged.ONE, RegisterClass.GENERAL, new Word(0xff)))));
    }

    @Test
    void aFrameUnderWayIsInNoStartState() {
        Staged blocked = Staged.of(HARDWARE).at(Staged.FIRST, Phase.BLOCKED, Staged.ONE);
        assertEquals(true, snapshot(blocked).isDefined());
        Staged leaving = blocked.after(new Event.Leave(Staged.processor(Staged.FIRST)));
        assertEquals(Option.none(), snapshot(leaving));
        assertEquals(true, snapshot(leaving.quiet()).isDefined());
    }
}
