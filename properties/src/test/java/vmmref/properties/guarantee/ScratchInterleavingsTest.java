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
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.spec.Guests;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Resources;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.ScratchSet;

/// Every sequence of entries, exits, faults, switches and uses up to a length, and longer ones at random: registers of the set come back.
///
/// A moment is a few instructions of the virtual processor that runs, which stand in a page of its own for each kind; two processors of one guest take turns. After each instruction the one that runs sees what its own machine holds.
class ScratchInterleavingsTest {
    /// All sequences of so many moments are tried.
    private static final int LENGTH = Integer.getInteger("length", 4);
    private static final int LONG = 60;
    private static final int LONGER = 20;
    private static final int PROCESSORS = 2;
    /// Two of the registers that moments use, and not the third.
    private static final ScratchSet SOME = new ScratchSet(32, 44);
    private static final long FRAMES = 1L << 40;
    private static final long PAGE = 0x1000;
    private static final Resources MANY = new Resources(15, 64, 1 << 10, 1 << 10);

    /// What happens to the processor that runs.
    private enum Moment {
        ENTERS("mov r26=psr"), LEAVES(Vector.of("mov cr.ipsr=r14", "mov r28=ip", "adds r28=80,r28", "mov cr.iip=r28", "rfi")), DEMOTES(Vector.of("mov r28=ip", "adds r28=80,r28", "mov b0=r28", "mov.i ar.pfs=r4", "br.ret.sptk.few b0")),
        FAULTS("break.m 1"), WRITES("setf.sig f40=r27"), READS("getf.sig r26=f40"), LOADS("ldf.fill f33=[r8]"), STORES("stf.spill [r9]=f127"), ROTATES(Vector.of("mov.i ar.lc=r27", "br.ctop.sptk.few .+0x10")), SWITCHES("nop.m 0");

        private static final int BUNDLE = 3;
        /// The instructions of the handler to which a fault leads.
        private static final int HANDLER = 12;

        private final Seq<String> texts;

        Moment(String text) {
            this(Vector.of(text));
        }

        Moment(Seq<String> texts) {
            this.texts = texts.prepend("nop.m 0");
        }

        /// {@return how many instructions it is long}
        private int length() {
            return this == FAULTS ? BUNDLE + HANDLER : BUNDLE * texts.size();
        }

        /// {@return where its instructions are: in a page of its own, so that the first time is a first execution}
        private long at() {
            return GuestScene.CODE + ordinal() * PAGE;
        }
    }

    @BeforeAll
    static void begin() {
        JqwikSession.start();
    }

    @AfterAll
    static void end() {
        JqwikSession.finish();
    }

    private static Monitored monitored(ScratchSet set) {
        Monitoring taking = Vmm.reference(Profile.named("maximal").get()).monitoring().catching(Catching.KEYS).taking(set);
        return Monitored.of(taking.withScratching(taking.scratching().withUsing(new Scribble(set)::over)));
    }

    private static GuestLife begun(Monitored monitored) {
        Machine plain = new GuestScene(5, GuestScene.Mode.PHYSICAL, 0, Vector.empty()).machine(monitored.rules().guest().translator().dimensions());
        Machine coded = Vector.of(Moment.values()).foldLeft(plain, (machine, moment) -> new GuestAction("moment", moment.texts).bundles().zipWithIndex().foldLeft(machine, (each, bundle) -> each.withMemory(each.memory()
            .with(new PhysicalAddress(moment.at() + 16L * bundle._2), 8, bundle._1.low()).with(new PhysicalAddress(moment.at() + 16L * bundle._2 + 8), 8, bundle._1.high()))));
        Machine one = Vector.of(8, 9).foldLeft(Scribble.filled(coded, 1), (machine, number) -> new Place.General(number).with(machine, GeneralValue.of(GuestScene.DATA + number * 0x40L)));
        Machine set = new Place.Application(RegisterNumber.PFS).with(new Place.General(4).with(new Place.General(14).with(one, GeneralValue.of(one.psr().withCpl(3).bits())), GeneralValue.of(3L << 62 | 16)), 0L);
        GuestMap map = GuestMap.EMPTY.with(new GuestMap.Run(0, GuestScene.PAGES, new Backing.Frames(new PhysicalAddress(FRAMES))));
        return GuestLife.of(monitored, Vector.of(new Guest(Vector.of(set, Scribble.filled(set, 2)), map)), MANY);
    }

    /// {@return a life after a moment, if that is possible}
    private static GuestLife after(GuestLife life, Moment moment) {
        GuestLife placed = life.at(Position.at(moment.at()));
        GuestLife done = placed.after(moment.length());
        return moment == Moment.SWITCHES ? done.switched(1 - done.hosting().monitor().running()) : done;
    }

    private static int tried(GuestLife life, int left) {
        if (left == 0) return 1;
        int sum = 0;
        for (Moment moment : Moment.values()) sum += tried(checked(after(life, moment)), left - 1);
        return sum;
    }

    /// Asserts that the area of each processor that is inside holds what the set holds on its own machine.
    private static GuestLife checked(GuestLife life) {
        assertEquals(Option.none(), life.ended());
        Hosting hosting = life.hosting();
        for (int number = 0; number < PROCESSORS; number++) {
            if (hosting.monitor().processors().get(number).presence() == Presence.INSIDE) assertEquals(own(life, number), area(hosting, number));
        }
        return life;
    }

    private static Seq<FloatingValue> own(GuestLife life, int number) {
        return life.hosting().rules().scratching().set().registers().map(life.own().head().processors().get(number).floating()::get);
    }

    private static Seq<FloatingValue> area(Hosting hosting, int number) {
        return hosting.rules().scratching().set().registers().map(register -> hosting.monitor().area().of(number, register))
            .map(at -> FloatingValue.of(hosting.machine().memory().read(new PhysicalAddress(at.bits() + 8), 8), hosting.machine().memory().read(at, 8)));
    }

    @Test
    void everySequenceGivesTheRegistersBack() {
        assertEquals((int) Math.pow(Moment.values().length, LENGTH), tried(begun(monitored(SOME)), LENGTH));
    }

    @Test
    void soDoLongerOnes() {
        Random random = new Random(1);
        boolean inside = false;
        for (int number = 0; number < LONGER; number++) {
            GuestLife life = begun(monitored(ScratchSet.HIGH));
            for (int moment = 0; moment < LONG; moment++) {
                life = checked(after(life, Moment.values()[random.nextInt(Moment.values().length)]));
                inside |= life.hosting().monitor().processors().forAll(each -> each.presence() == Presence.INSIDE);
            }
        }
        assertTrue(inside, "both processors are inside at once");
    }
}
