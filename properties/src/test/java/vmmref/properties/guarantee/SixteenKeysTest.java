package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Resources;

/// A guest that has a page for each of its sixteen protection-key registers, on a host that has no more, behaves as on its own machine.
class SixteenKeysTest {
    private static final int KEYS = 16;
    private static final long PK = 1L << 15;
    private static final long PAGE = 0x1000;
    private static final long FRAMES = 1L << 40;
    private static final int ROUNDS = 6;
    private static final Pte OPEN = new Pte(0x661 | 3 << 7);
    private static final Seq<String> PLAIN = Vector.of("adds r26=1,r26", "br.ret.sptk.few b0");

    @BeforeAll
    static void begin() {
        JqwikSession.start();
    }

    @AfterAll
    static void end() {
        JqwikSession.finish();
    }

    /// {@return the guest: page n has key n, and register n, of which some deny something}
    private static Machine machine(Monitored monitored, Random random) {
        Seq<GuestAction> actions = Vector.range(0, ROUNDS).flatMap(round -> Vector.range(0, KEYS).map(key -> action(random, GuestScene.DATA + key * PAGE)));
        Machine scene = new GuestScene(3, GuestScene.Mode.VIRTUAL, 0, actions).machine(monitored.rules().guest().translator().dimensions());
        Machine keyed = Vector.range(1, KEYS).foldLeft(scene, (machine, key) -> machine.withAddressing(machine.addressing().withKeys(machine.addressing().keys().with(key, new ProtectionKeyRegister((long) key << 8 | (key % 4 == 0 ? random.nextInt(8) : 0) << 1 | 1)))));
        Machine opened = keyed.withAddressing(keyed.addressing().withKeys(keyed.addressing().keys().with(0, new ProtectionKeyRegister(1))));
        int rid = opened.addressing().regions().get(0).identifier();
        Tlb code = Vector.of(Stream.values()).foldLeft(Tlb.EMPTY, (tlb, stream) -> tlb.withRegister(stream, 0, Option.some(Translation.of(new VirtualAddress(0), rid, new PageSize(18), 0, OPEN))));
        Tlb paged = Vector.range(1, KEYS).foldLeft(code, (tlb, key) -> Vector.of(Stream.values()).foldLeft(tlb, (each, stream) -> each.withCached(stream, page(rid, key), true)));
        Machine filled = Vector.range(0, KEYS).foldLeft(opened, (machine, key) -> machine.withMemory(coded(machine, GuestScene.DATA + key * PAGE)));
        return filled.withTlb(paged).withPsr(new Psr(filled.psr().bits() | PK));
    }

    private static Translation page(int rid, int key) {
        return Translation.of(new VirtualAddress(GuestScene.DATA + key * PAGE), rid, new PageSize(12), key, new Pte(OPEN.bits() | GuestScene.DATA + key * PAGE));
    }

    private static Memory coded(Machine machine, long at) {
        return new GuestAction("routine", PLAIN).bundles().zipWithIndex().foldLeft(machine.memory(), (held, each) -> held.with(new PhysicalAddress(at + 16L * each._2), 8, each._1.low()).with(new PhysicalAddress(at + 16L * each._2 + 8), 8, each._1.high()));
    }

    private static GuestAction action(Random random, long page) {
        String place = "addl r28=0x%x,r0".formatted(page + (random.nextInt(3) == 0 ? 0 : 0x100));
        return new GuestAction("page", switch (random.nextInt(4)) {
            case 0  -> Vector.of("addl r28=0x%x,r0".formatted(page), "mov b6=r28", "br.call.sptk.few b0=b6");
            case 1  -> Vector.of("addl r28=0x%x,r0".formatted(page + 0x100), "st8 [r28]=r27");
            default -> Vector.of(place, "ld8 r26=[r28]");
        });
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 0", "KEYS, 0", "KEYS, 1", "KEYS, 2", "KEYS, 3", "RIGHTS, 0", "PRESENT, 0", "NOTHING, 1", "RIGHTS, 2"})
    void behavesAsOnItsOwnMachine(Catching catching, int seed) {
        Random random = new Random(seed);
        Vmm vmm = Vmm.reference(Profile.named("itanium2").get());
        Monitoring caught = vmm.monitoring().catching(catching);
        Monitored monitored = Monitored.of(seed == 0 ? caught : caught.withWatch(caught.watch().withEvicting((last, number) -> 1 + random.nextInt(number - 1))));
        assertEquals(KEYS, monitored.rules().host().translator().dimensions().pkrs());
        GuestMap map = GuestMap.EMPTY.with(new GuestMap.Run(0, GuestScene.PAGES, new Backing.Frames(new PhysicalAddress(FRAMES))));
        Machine bare = machine(monitored, random);
        int instructions = ROUNDS * KEYS * 9;
        GuestLife life = GuestLife.of(monitored, Vector.of(Guest.of(bare, map)), new Resources(15, 64, 1 << 10, 1 << 10)).after(instructions).sound().remembered();
        assertEquals("goes on", life.end());
        assertTrue(life.exits() > KEYS, "keys came and went: " + life.exits() + " exits");
    }
}
