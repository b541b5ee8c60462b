package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.ScratchRegisters.AREA_APART;
import static vmmref.spec.ScratchRegisters.ENTRY_DETECTED;
import static vmmref.spec.ScratchRegisters.EXIT_DETECTED;
import static vmmref.spec.ScratchRegisters.SAVE_PRECEDES;
import static vmmref.spec.ScratchRegisters.SET_DISABLED;
import static vmmref.spec.ScratchRegisters.SET_KEPT;
import static vmmref.spec.ScratchRegisters.SET_OF_PROCESSOR;
import static vmmref.spec.ScratchRegisters.SET_RESTORED;
import static vmmref.spec.ScratchRegisters.SET_RETURNED;
import static vmmref.spec.ScratchRegisters.SET_SAVED;
import static vmmref.spec.ScratchRegisters.SET_UNTOUCHED;
import static vmmref.spec.ScratchRegisters.USE_EMULATED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.GuestScenes;
import vmmref.properties.arbitrary.Routines;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Resources;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.SaveArea;
import vmmref.vmm.scratch.ScratchSet;

/// What holds of guests of which some registers are the monitor's for a while.
class ScratchGuarantees {
    private static final int MOST = 160;
    private static final long FRAMES = 1L << 40;
    private static final long DISTANCE = 1L << 24;
    private static final Resources MANY = new Resources(15, 64, 1 << 10, 1 << 10);
    /// The area follows the table at once, and no page is of both.
    private static final Resources UNLINKED = new Resources(15, 0, 1 << 10, 1 << 10);
    private static final int REGISTERS = 128;
    private static final int REGISTER = 16;
    /// What something that was told means, by the levels before and after.
    private static final Map<String, Passage> PASSAGES = HashMap.of("PRIVILEGED_INSTRUCTION 0 0", Passage.ENTRY, "PRIVILEGED_INSTRUCTION 3 0", Passage.ENTRY, "PRIVILEGED_INSTRUCTION 0 3", Passage.EXIT, "EXECUTION_CAUGHT 0 0", Passage.ENTRY, "EXECUTION_CAUGHT 3 0", Passage.ENTRY,
        "PRIVILEGE_DECREASE 0 3", Passage.EXIT);
    private static final Map<String, Presence.Move> MOVES = HashMap.of(
        "OUTSIDE ENTRY", new Presence.Move(Presence.INSIDE, Presence.Action.SAVE, Option.some(SET_SAVED)), "INSIDE ENTRY", new Presence.Move(Presence.INSIDE, Presence.Action.NOTHING, Option.some(SET_KEPT)),
        "OUTSIDE EXIT", new Presence.Move(Presence.OUTSIDE, Presence.Action.NOTHING, Option.some(SET_UNTOUCHED)), "INSIDE EXIT", new Presence.Move(Presence.OUTSIDE, Presence.Action.RESTORE, Option.some(SET_RESTORED)),
        "OUTSIDE NONE", new Presence.Move(Presence.OUTSIDE, Presence.Action.NOTHING, Option.none()), "INSIDE NONE", new Presence.Move(Presence.INSIDE, Presence.Action.NOTHING, Option.none()));

    /// A way to take registers.
    ///
    /// @param entry what entering is seen from
    /// @param exit  what leaving is seen from
    public record Taking(ScratchSet set, Catching catching, Seq<Detector> entry, Seq<Detector> exit) { }

    @Guarantee
    @Label("the privilege levels before and after say whether what was told is an entry or an exit, as typed here, if the monitor looks at it")
    @ScratchRegisters.Checks({ENTRY_DETECTED, EXIT_DETECTED})
    void passages(Subject subject, @ForAll("takings") Taking taking, @ForAll Detector told, @ForAll boolean privileged, @ForAll boolean after) {
        String name = "%s %d %d".formatted(told, privileged ? 0 : 3, after ? 0 : 3);
        Passage typed = PASSAGES.getOrElse(name, Passage.NONE);
        boolean looked = typed == Passage.ENTRY ? taking.entry().contains(told) : taking.exit().contains(told);
        Passage passage = taking(subject, taking).rules().scratching().detectors().passage(told, privileged ? 0 : 3, after ? 0 : 3);
        assertEquals(looked ? typed : Passage.NONE, observed(observed(passage, ENTRY_DETECTED), EXIT_DETECTED), name);
    }

    @Guarantee
    @Label("a passage leads to what is typed here")
    @ScratchRegisters.Checks({SET_SAVED, SET_KEPT, SET_RESTORED, SET_UNTOUCHED})
    void moves(Subject subject, @ForAll Presence presence, @ForAll Passage passage) {
        Presence.Move move = subject.monitored().rules().scratching().moving().apply(presence, passage);
        move.because().forEach(clause -> observed(move, clause));
        assertEquals(MOVES.get(presence + " " + passage).get(), move);
    }

    private static Monitored taking(Subject subject, Taking taking) {
        Monitored monitored = subject.monitored();
        Monitoring caught = monitored.rules().catching(taking.catching()).taking(taking.set());
        return new Monitored(caught.withScratching(caught.scratching().withDetectors(new Detectors(taking.entry().toSet(), taking.exit().toSet())).withUsing(new Scribble(taking.set())::over)), monitored.turn());
    }

    private static Machine machine(Monitored monitored, GuestScene scene) {
        return Scribble.filled(Routines.in(scene.machine(monitored.rules().guest().translator().dimensions()), scene.seed()), scene.seed());
    }

    @Guarantee
    @Costs(64)
    @Label("whatever the monitor leaves in the set, whichever registers it takes and from whatever it sees entries and exits, a guest is after each instruction where it would be on a machine of its own")
    @ScratchRegisters.Checks({ENTRY_DETECTED, EXIT_DETECTED, SET_SAVED, SET_KEPT, SET_RESTORED, SET_UNTOUCHED, SAVE_PRECEDES, SET_DISABLED, USE_EMULATED, SET_RETURNED})
    void alike(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll("takings") Taking taking) {
        Monitored monitored = taking(subject, taking);
        GuestLife life = returned(GuestLife.of(monitored, Vector.of(Guest.of(machine(monitored, scene), scene.map(FRAMES, 0))), MANY));
        Outcomes.label("end").collect(life.remembered().end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
        Outcomes.label("presence").collect(life.hosting().monitor().processor().presence()).coverage(checker -> Vector.of(Presence.values()).forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    private static GuestLife returned(GuestLife begun) {
        GuestLife life = begun;
        for (int number = 0; number < MOST && !life.isOver(); number++) life = set(life.after(1));
        return life;
    }

    /// Asserts that while a guest is inside its set is disabled, and that one is outside at level 3 whose exits are all seen.
    private static GuestLife set(GuestLife life) {
        Hosting hosting = life.hosting();
        boolean inside = observed(hosting.monitor().processor().presence(), SET_RETURNED) == Presence.INSIDE;
        ScratchSet set = hosting.rules().scratching().set();
        if (inside && !life.isOver()) assertTrue(observed(hosting.machine().psr().dfh() || !set.isHigh(), SET_DISABLED) && (hosting.machine().psr().dfl() || !set.isLow()), "a set that is the monitor's is open");
        if (!life.isOver() && hosting.rules().scratching().detectors().exits().size() == 2 && hosting.machine().psr().cpl() == 3) assertTrue(!inside, "a guest at level 3 is inside");
        return life;
    }

    @Guarantee
    @Costs(64)
    @Label("processors of one guest or of two that take turns have their registers back, wherever they were left")
    @ScratchRegisters.Checks(SET_OF_PROCESSOR)
    void processors(Subject subject, @ForAll("scenes") GuestScene one, @ForAll("scenes") GuestScene other, @ForAll("takings") Taking taking, @ForAll("pauses") Seq<Integer> pauses, @ForAll boolean guests) {
        Monitored monitored = taking(subject, taking);
        GuestScene second = new GuestScene(one.seed(), other.mode(), other.level(), one.actions());
        Seq<Guest> all = guests ? Vector.of(Guest.of(machine(monitored, one), one.map(FRAMES, 0)), Guest.of(machine(monitored, other), other.map(FRAMES + DISTANCE, 1)))
            : Vector.of(new Guest(Vector.of(machine(monitored, one), Scribble.filled(machine(monitored, second), other.seed())), one.map(FRAMES, 0)));
        GuestLife life = GuestLife.of(monitored, all, MANY);
        int inside = 0;
        for (int number = 0; number < pauses.size() && !life.isOver(); number++) {
            life = set(life.after(pauses.get(number)));
            if (life.isOver()) break;
            if (life.hosting().monitor().processors().forAll(each -> each.presence() == Presence.INSIDE)) inside++;
            life = life.switched(1 - life.hosting().monitor().running());
            observed(life, SET_OF_PROCESSOR);
        }
        Outcomes.label("both inside").collect(inside > 0).coverage(checker -> checker.check(true).percentage(share -> share > 2));
    }

    @Guarantee
    @Costs(4)
    @Label("no map leads to an area, and each register of each processor has room of its own there")
    @ScratchRegisters.Checks(AREA_APART)
    void areas(Subject subject, @ForAll @IntRange(min = 1, max = 4) int processors, @ForAll @IntRange(max = 0xfff) int page, @ForAll @IntRange(min = 2, max = 127) int register) {
        Monitoring rules = subject.monitored().rules().taking(ScratchSet.HIGH);
        Machine bare = new GuestScene(0, GuestScene.Mode.VIRTUAL, 0, Vector.empty()).machine(rules.guest().translator().dimensions()).withMemory(Memory.ZERO);
        Hosting hosting = Hosting.of(rules, Vector.of(new Guest(Vector.fill(processors, () -> bare), GuestMap.EMPTY)), UNLINKED);
        SaveArea area = observed(hosting.monitor().area(), AREA_APART);
        Seq<PhysicalAddress> rooms = Vector.range(0, processors).map(number -> area.of(number, register));
        assertEquals(processors, rooms.distinct().size());
        assertTrue(rooms.forAll(at -> at.bits() % REGISTER == 0 && at.bits() >= area.first().bits() && at.bits() + REGISTER <= area.end().bits()));
        assertEquals((long) processors * REGISTERS * REGISTER, area.end().bits() - area.first().bits());
        long frame = (area.end().bits() - 1) / GuestMap.PAGE;
        GuestMap over = GuestMap.EMPTY.with(new GuestMap.Run(0, page + 1L, new Backing.Frames(new PhysicalAddress(frame * GuestMap.PAGE))));
        assertThrows(IllegalArgumentException.class, () -> Hosting.of(rules, Vector.of(new Guest(Vector.fill(processors, () -> bare), over)), UNLINKED));
        GuestMap behind = GuestMap.EMPTY.with(new GuestMap.Run(0, page + 1L, new Backing.Frames(new PhysicalAddress((frame + 1) * GuestMap.PAGE))));
        assertEquals(behind, Hosting.of(rules, Vector.of(new Guest(Vector.fill(processors, () -> bare), behind)), UNLINKED).monitor().maps().head());
    }

    @Provide
    Arbitrary<GuestScene> scenes() {
        return GuestScenes.scenes(GuestAction.withFloats());
    }

    @Provide
    Arbitrary<Taking> takings() {
        Arbitrary<ScratchSet> sets = Arbitraries.of(ScratchSet.HIGH, ScratchSet.HIGH, ScratchSet.HIGH, new ScratchSet(32, 64), new ScratchSet(120, 128), new ScratchSet(6, 40), new ScratchSet(2, 32));
        Seq<Seq<Detector>> entries = Vector.of(Vector.of(Detector.PRIVILEGED_INSTRUCTION, Detector.EXECUTION_CAUGHT), Vector.of(Detector.PRIVILEGED_INSTRUCTION), Vector.of(Detector.EXECUTION_CAUGHT));
        Seq<Seq<Detector>> exits = Vector.of(Vector.of(Detector.PRIVILEGED_INSTRUCTION, Detector.PRIVILEGE_DECREASE), Vector.of(Detector.PRIVILEGED_INSTRUCTION), Vector.of(Detector.PRIVILEGE_DECREASE));
        return Combinators.combine(sets, Arbitraries.of(Catching.class), Arbitraries.of(entries.asJava()), Arbitraries.of(exits.asJava()))
            .as((set, catching, entry, exit) -> new Taking(set, catching, catching == Catching.NOTHING ? entries.head() : entry, exit));
    }

    @Provide
    Arbitrary<Seq<Integer>> pauses() {
        return Arbitraries.integers().between(0, 40).list().ofMinSize(2).ofMaxSize(10).map(Vector::ofAll);
    }
}
