package vmmref.properties.guarantee;

import static vmmref.spec.Guests.ADDRESS_HIDDEN;
import static vmmref.spec.Guests.ANSWER_PRIVILEGED;
import static vmmref.spec.Guests.CONTEXT_ENTERED;
import static vmmref.spec.Guests.DEFERRAL_PASSED;
import static vmmref.spec.Guests.DEVICE_REACHED;
import static vmmref.spec.Guests.ENTRY_COMPOSED;
import static vmmref.spec.Guests.ENTRY_FILLED;
import static vmmref.spec.Guests.FRAME_COMPLETED;
import static vmmref.spec.Guests.GUESTS_ALIKE;
import static vmmref.spec.Guests.GUESTS_ISOLATED;
import static vmmref.spec.Guests.INSTRUCTION_EMULATED;
import static vmmref.spec.Guests.INTERRUPTION_REFLECTED;
import static vmmref.spec.Guests.KEYS_CACHED;
import static vmmref.spec.Guests.MAP_CHANGED;
import static vmmref.spec.Guests.MEMORY_ABSENT;
import static vmmref.spec.Guests.MEMORY_MAPPED;
import static vmmref.spec.Guests.MISS_SEARCHED;
import static vmmref.spec.Guests.NUMBERS_DISTINCT;
import static vmmref.spec.Guests.NUMBERS_RECYCLED;
import static vmmref.spec.Guests.PAGE_PURGED;
import static vmmref.spec.Guests.PHYSICAL_COMPOSED;
import static vmmref.spec.Guests.PIECE_CONTIGUOUS;
import static vmmref.spec.Guests.PROCESSOR_SWITCHED;
import static vmmref.spec.Guests.PURGE_BROADCAST;
import static vmmref.spec.Guests.RIGHTS_COMPOSED;
import static vmmref.spec.Guests.STACK_EMULATED;
import static vmmref.spec.Guests.STREAMS_DISTINCT;
import static vmmref.spec.Guests.TABLE_PUBLISHED;
import static vmmref.spec.Guests.TRAPS_SIFTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.GuestScenes;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Resources;

/// What holds of guests under a monitor.
class GuestGuarantees {
    private static final int MOST = 200;
    private static final long FIRST = 1L << 40;
    private static final long DISTANCE = 1L << 24;
    private static final Resources FEW = new Resources(15, 4, 20, 3);
    private static final Resources MANY = new Resources(15, 64, 1 << 10, 1 << 10);

    private static Guest guest(Monitored rules, GuestScene scene, int number) {
        return Guest.of(machine(rules, scene), scene.map(FIRST + number * DISTANCE, number));
    }

    private static Machine machine(Monitored rules, GuestScene scene) {
        return scene.machine(rules.rules().guest().translator().dimensions());
    }

    @Guarantee
    @Costs(64)
    @Label("after each instruction a guest is where it would be on a machine of its own")
    @Guests.Checks({GUESTS_ALIKE, GUESTS_ISOLATED, MEMORY_MAPPED, MEMORY_ABSENT, DEVICE_REACHED, PIECE_CONTIGUOUS, ENTRY_COMPOSED, PHYSICAL_COMPOSED, RIGHTS_COMPOSED, STREAMS_DISTINCT, NUMBERS_DISTINCT, CONTEXT_ENTERED,
        KEYS_CACHED, MISS_SEARCHED, INSTRUCTION_EMULATED, ENTRY_FILLED, PAGE_PURGED, STACK_EMULATED, DEFERRAL_PASSED, ADDRESS_HIDDEN, TRAPS_SIFTED, INTERRUPTION_REFLECTED, FRAME_COMPLETED})
    void alone(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll boolean few) {
        Monitored rules = subject.monitored();
        GuestLife life = GuestLife.of(rules, Vector.of(guest(rules, scene, 0)), few ? FEW : MANY).after(MOST).sound().remembered();
        life.met().efficiency().above(50, 40);
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
        Outcomes.label("exits").collect(Math.min(life.exits() / 10, 2)).coverage(checker -> Vector.of(0, 1, 2).forEach(tens -> checker.check(tens).percentage(share -> share > 2)));
    }

    /// What happens between some instructions.
    ///
    /// @param instructions how many come before it
    /// @param moved        whether memory of the guest moves; otherwise another guest goes on
    public record Turning(int instructions, boolean moved) { }

    @Guarantee
    @Rare
    @Costs(64)
    @Label("guests that take turns are each where they would be alone, wherever their memory moves, and nothing in the hardware leads one of them elsewhere")
    @Guests.Checks({GUESTS_ALIKE, GUESTS_ISOLATED, NUMBERS_DISTINCT, NUMBERS_RECYCLED, MAP_CHANGED, PROCESSOR_SWITCHED})
    void together(Subject subject, @ForAll("scenes") GuestScene one, @ForAll("scenes") GuestScene other, @ForAll("turnings") Seq<Turning> turnings, @ForAll boolean few) {
        Monitored rules = subject.monitored();
        GuestLife life = GuestLife.of(rules, Vector.of(guest(rules, one, 0), guest(rules, other, 1)), few ? FEW : MANY);
        for (int number = 0; number < turnings.size() && !life.isOver(); number++) life = turned(life.after(turnings.get(number).instructions()), turnings.get(number), number).sound();
        Outcomes.label("end").collect(life.remembered().end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
        Outcomes.label("turns").collect(turnings.exists(Turning::moved), few).coverage(Combinations.above(7, Combinations.EITHER, Combinations.EITHER));
    }

    private static GuestLife turned(GuestLife life, Turning turning, int number) {
        if (life.isOver()) return life;
        int running = life.hosting().monitor().running();
        if (!turning.moved()) return life.switched(1 - running);
        GuestMap map = life.hosting().monitor().maps().get(running);
        long page = GuestScene.DATA / GuestMap.PAGE + number % 8 * 4;
        long frame = FIRST + (2 + number) * DISTANCE + running * DISTANCE / 2;
        return map.at(new GuestPhysicalAddress(page * GuestMap.PAGE)).exists(each -> each instanceof Backing.Device) ? life : life.moved(running, map.with(new GuestMap.Run(page, 3, new Backing.Frames(new PhysicalAddress(frame)))));
    }

    @Guarantee
    @Costs(64)
    @Label("processors of one guest that take turns are where they would be on a machine of as many processors")
    @Guests.Checks({GUESTS_ALIKE, GUESTS_ISOLATED, PURGE_BROADCAST, PROCESSOR_SWITCHED})
    void processors(Subject subject, @ForAll("scenes") GuestScene one, @ForAll("scenes") GuestScene other, @ForAll("turnings") Seq<Turning> turnings, @ForAll boolean few) {
        Monitored rules = subject.monitored();
        GuestScene second = new GuestScene(one.seed(), other.mode(), other.level(), one.actions());
        GuestLife life = GuestLife.of(rules, Vector.of(new Guest(Vector.of(machine(rules, one), machine(rules, second)), one.map(FIRST, 0))), few ? FEW : MANY);
        for (int number = 0; number < turnings.size() && !life.isOver(); number++) life = switched(life.after(turnings.get(number).instructions())).sound();
        Outcomes.label("end").collect(life.remembered().end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
    }

    private static GuestLife switched(GuestLife life) {
        return life.isOver() ? life : life.switched(1 - life.hosting().monitor().running());
    }

    @Guarantee
    @Costs(64)
    @Label("an answer is what its operations do to the machine, rfi the last of them, and at no time between two stores does the host's table hold an entry that is not whole; what a guest inserts stands in cache and table")
    @Guests.Checks({TABLE_PUBLISHED, ANSWER_PRIVILEGED, ENTRY_FILLED})
    void published(Subject subject, @ForAll("scenes") GuestScene scene) {
        Monitored monitored = subject.monitored();
        Hosting hosting = Hosting.of(monitored.rules(), Vector.of(guest(monitored, scene, 0)), FEW);
        Hosting before = hosting;
        int answers = 0;
        int insertions = 0;
        for (int turns = 0; turns < MOST; turns++) {
            Monitored.Moment moment = monitored.next(hosting, Choice.USUAL);
            if (moment.answer().isDefined()) answers += TableHistory.of(hosting, moment.answer().get()).done().whole();
            if (moment.answer().isDefined() && GuestInsertion.isNext(before) && new GuestInsertion(hosting, moment.answer().get()).isFilled()) insertions++;
            if (moment.ended().isDefined()) break;
            before = hosting;
            hosting = moment.after();
        }
        Outcomes.label("answers").collect(Math.min(answers, 2)).coverage(checker -> checker.check(2).percentage(share -> share > 50));
        Outcomes.label("insertions").collect(insertions > 0).coverage(checker -> checker.check(true).percentage(share -> share > 5));
    }

    @Provide
    Arbitrary<GuestScene> scenes() {
        return GuestScenes.scenes();
    }

    @Provide
    Arbitrary<Seq<Turning>> turnings() {
        return Combinators.combine(Arbitraries.integers().between(0, 60), Arbitraries.of(false, false, false, true)).as(Turning::new).list().ofMinSize(2).ofMaxSize(10).map(Vector::ofAll);
    }
}
