/// Lives of guests as cases.
package vmmref.vectors.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Deed;
import vmmref.properties.guarantee.Lived;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.machine.Single;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Verdict;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.scratch.ScratchSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BiographyTest {
    private static final Monitoring PLAIN = Vmm.reference(Profile.named("maximal").get()).monitoring();
    private static final long FRAMES = 1L << 40;
    private static final Machine BARE = MachineBase.holding(MachineState.with(MachineBase.VECTORED.machine(), "ar.rsc", "4"), MachineBase.CODE, Single.of(Single.instruction("adds r8=7,r0"), 0).get().bundle());

    private static Guest guest(long frames) {
        GuestMap memory = GuestMap.EMPTY.with(new GuestMap.Run(0, 16, new Backing.Frames(new PhysicalAddress(frames))));
        return Guest.of(BARE.withMemory(BARE.memory().with(new PhysicalAddress(0x10008), 8, 5)), memory.with(new GuestMap.Run(16, 1, new Backing.Device(2, 0))));
    }

    private static Lived lived(Monitoring rules, Deed... deeds) {
        return new Lived(rules, Vector.of(guest(FRAMES), guest(FRAMES + 0x20000)), Vector.of(deeds));
    }

    private static String kind(Monitoring rules) {
        return Biography.of(lived(rules, new Deed.Turned(1))).get().kind();
    }

    @Test @DisplayName("the kind says what the monitor does")
    void kinds() {
        assertEquals("vmm", kind(PLAIN));
        assertEquals("keys", kind(PLAIN.catching(Catching.KEYS)));
        assertEquals("scratch", kind(PLAIN.catching(Catching.KEYS).taking(ScratchSet.HIGH)));
        assertEquals("patch", kind(PLAIN.catching(Catching.KEYS).patching(2, 14)));
    }

    @Test @DisplayName("what happened is told in its order, and frames have small numbers")
    void told() {
        GuestMap moved = GuestMap.EMPTY.with(new GuestMap.Run(3, 2, new Backing.Frames(new PhysicalAddress(FRAMES + 0x40000))));
        Case told = Biography.of(lived(PLAIN, new Deed.Turned(2), new Deed.Ticked(1), new Deed.Switched(1), new Deed.Moved(0, moved), new Deed.Stored(1, new GuestPhysicalAddress(0x100), 0x0807060504030201L))).get();
        assertEquals("{\"events\":[{\"step\":2},{\"tick\":\"0000000000000001\"},{\"switch\":1},{\"remap\":{\"guest\":0,\"map\":{\"0000000000003000\":\"ram#64 x2\"}}},{\"transfer\":{\"guest\":1,\"at\":\"0000000000000100\",\"bytes\":\"0102030405060708\"}}]}", Json.line(told.in()));
        assertEquals("{\"0000000000000000\":\"ram#32 x16\",\"0000000000010000\":\"mmio#2\"}", Json.line(told.start().get("guests").get("1").get("map")));
        assertTrue(told.start().get("guests").get("0").get("mem").has("0000000000004000"));
        assertFalse(told.start().get("guests").get("0").get("mem").has("0000000000010000"), "what a device holds is not said");
    }

    @Test @DisplayName("nothing is told of what only a law can do, of three guests, and of several processors")
    void untold() {
        assertTrue(Biography.of(lived(PLAIN)).isEmpty());
        assertTrue(Biography.of(lived(PLAIN, new Deed.Turned(1), new Deed.Contrived())).isEmpty());
        assertTrue(Biography.of(new Lived(PLAIN, Vector.fill(3, () -> guest(FRAMES)), Vector.of(new Deed.Turned(1)))).isEmpty());
        assertTrue(Biography.of(new Lived(PLAIN, Vector.of(new Guest(Vector.of(BARE, BARE), guest(FRAMES).map())), Vector.of(new Deed.Turned(1)))).isEmpty());
        assertTrue(Biography.of(new Lived(PLAIN, Vector.of(guest(FRAMES), guest(3 * FRAMES)), Vector.of(new Deed.Turned(1)))).isEmpty(), "frames so far apart have no names");
    }

    @Test @DisplayName("the reference passes the vector of a life")
    void judged() {
        Question question = new Question(Biography.of(lived(PLAIN, new Deed.Turned(1), new Deed.Ticked(1), new Deed.Switched(1), new Deed.Turned(1))).get());
        assertTrue(question.obstacle().isEmpty(), () -> question.obstacle().get());
        vmmref.vectors.format.Vector vector = question.vector(Vmm.reference(Profile.named("maximal").get()));
        assertEquals("0000000000000007", vector.expect().alternatives().head().post().get("g0.r8").get());
        assertEquals(Vector.of(Verdict.PASS), verdicts("direct:reference@maximal", vector));
    }

    private static Seq<Verdict> verdicts(String implementation, vmmref.vectors.format.Vector vector) {
        java.util.List<Verdict> verdicts = new java.util.ArrayList<>();
        try (Conversation conversation = Implementations.open(implementation, Pack.open(Path.of("vectors")))) {
            Judge judge = new Judge(conversation.hello(), HashMap.empty(), false);
            conversation.ask(Iterator.of(vector), (each, reply) -> verdicts.add(judge.judge(each, reply).verdict()));
        }
        return Vector.ofAll(verdicts);
    }
}
