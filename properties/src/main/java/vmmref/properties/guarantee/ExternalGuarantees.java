package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.INTERRUPTS_ENABLED;
import static vmmref.spec.Interruptions.INTERRUPT_ACKNOWLEDGED;
import static vmmref.spec.Interruptions.INTERRUPT_MASKED;
import static vmmref.spec.Interruptions.INTERRUPT_PRIORITY;
import static vmmref.spec.Interruptions.INTERRUPT_RAISED;
import static vmmref.spec.Interruptions.INTERRUPT_SERVED;
import static vmmref.spec.Interruptions.INTERRUPT_SPURIOUS;
import static vmmref.spec.Interruptions.INTERRUPT_TAKEN;
import static vmmref.spec.Interruptions.SERVICE_ENDED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.event.Event;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Tlb;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of external interrupts.
class ExternalGuarantees {
    @Guarantee
    @Label("an external interrupt is taken before anything else if interrupts are enabled and the first pending one is neither masked nor behind one in service, and only then")
    @Interruptions.Checks({INTERRUPTS_ENABLED, INTERRUPT_TAKEN, INTERRUPT_PRIORITY, INTERRUPT_MASKED, INTERRUPT_SERVED})
    void due(Subject subject, @ForAll("starts") Started start, @ForAll("vectors") Seq<Integer> pending, @ForAll("vectors") Seq<Integer> served, @ForAll @IntRange(max = 15) int mic, @ForAll @IntRange(max = 3) int masks,
             @ForAll boolean enabled, @ForAll boolean unfetchable, @ForAll("words") long ignored) {
        InterruptController controller = new InterruptController(pending, served, mic, masks == 3);
        Psr psr = start.psr().with(13, true).with(14, enabled).with(36, unfetchable);
        Machine machine = controller.in(start.machine().withPsr(psr).withTlb(Tlb.EMPTY), ignored);
        boolean due = enabled && controller.first().isDefined();
        Took took = Took.of(subject, machine);
        for (Interruptions clause : Vector.of(INTERRUPTS_ENABLED, INTERRUPT_PRIORITY, INTERRUPT_MASKED, INTERRUPT_SERVED)) observed(took, clause);
        took.took(due ? Interruption.EXTERNAL_INTERRUPT : unfetchable ? Interruption.ALTERNATE_INSTRUCTION_TLB : Interruption.BREAK_INSTRUCTION);
        for (int word = 0; word < 4; word++) assertEquals(InterruptController.word(pending, word), took.control(RegisterNumber.IRR + word));
        assertEquals(machine.inService(), took.after().inService());
        assertEquals(machine.general(), took.after().general());
        Outcomes.label("due").collect(due).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
        Outcomes.label("first").collect(controller.first().map(vector -> Math.min(vector, 16)).getOrElse(-1)).coverage(checker -> Vector.of(-1, 0, 2, 16).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("reading IVR gives the interrupt that would be taken, and serves it, or 15 if none would")
    @Interruptions.Checks({INTERRUPT_ACKNOWLEDGED, INTERRUPT_SPURIOUS, INTERRUPT_PRIORITY, INTERRUPT_MASKED, INTERRUPT_SERVED})
    void acknowledged(Subject subject, @ForAll("starts") Started start, @ForAll("vectors") Seq<Integer> pending, @ForAll("vectors") Seq<Integer> served, @ForAll @IntRange(max = 15) int mic, @ForAll @IntRange(max = 3) int masks,
                      @ForAll("words") long ignored) {
        InterruptController controller = new InterruptController(pending, served, mic, masks == 3);
        Machine machine = Took.at(controller.in(start.machine().withPsr(start.psr().withCpl(0)), ignored), Unit.M, "mov r8=cr.ivr");
        Took took = Took.of(subject, machine).took();
        for (Interruptions clause : Vector.of(INTERRUPT_PRIORITY, INTERRUPT_MASKED, INTERRUPT_SERVED)) observed(took, clause);
        assertEquals(GeneralValue.of(controller.first().getOrElse(15)), took.after().general(8));
        Machine expected = controller.acknowledged().in(machine, ignored);
        assertEquals(new Place.General(8).with(expected, took.after().general(8)), took.after().withPosition(expected.position()));
        Took.of(subject, machine, Unit.M, "mov r0=cr.ivr").took(Interruption.ILLEGAL_OPERATION);
        Outcomes.label("spurious").collect(controller.first().isEmpty()).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    @Guarantee
    @Label("writing anything to EOI ends the service of the interrupt that comes first, and nothing else")
    @Interruptions.Checks(SERVICE_ENDED)
    void ended(Subject subject, @ForAll("starts") Started start, @ForAll("vectors") Seq<Integer> pending, @ForAll("vectors") Seq<Integer> served, @ForAll("words") long written) {
        InterruptController controller = new InterruptController(pending, served, 0, false);
        Machine plain = Prepared.with(controller.in(start.machine().withPsr(start.psr().withCpl(0)), 0), 9, written);
        Machine machine = Took.at(plain, Unit.M, "mov cr.eoi=r9");
        Took took = Took.of(subject, machine).took();
        assertEquals(controller.ended().in(machine, 0), observed(took, SERVICE_ENDED).after().withPosition(machine.position()));
        Outcomes.label("served").collect(Math.min(served.size(), 2)).coverage(checker -> Vector.of(0, 1, 2).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static final int TURN = 256;
    private static final int READ = 257;
    private static final int END = 258;

    @Guarantee
    @Costs(16)
    @Label("over any schedule of interrupts that are raised, taken, acknowledged and ended none is lost, and none is served twice")
    @Interruptions.Checks({INTERRUPT_RAISED, INTERRUPT_ACKNOWLEDGED, SERVICE_ENDED})
    void schedules(Subject subject, @ForAll("starts") Started start, @ForAll("actions") Seq<Integer> schedule, @ForAll @IntRange(max = 15) int mic) {
        InterruptController controller = new InterruptController(Vector.empty(), Vector.empty(), mic, false);
        Machine machine = controller.in(Took.at(Prepared.with(start.machine(), 8, 0).withPsr(start.psr().with(13, true).withCpl(0)), "nop.b 0", 0), 0);
        Map<Integer, Integer> raised = HashMap.empty();
        Map<Integer, Integer> served = HashMap.empty();
        for (int action : schedule) {
            if (action == TURN) assertTakes(subject, machine, controller);
            if (action == READ) {
                served = counted(served, controller.first());
                machine = moved(subject, machine, "mov r8=cr.ivr");
                assertEquals(controller.first().getOrElse(15).longValue(), machine.general(8).bits());
                controller = controller.acknowledged();
            }
            if (action == END) {
                machine = moved(subject, machine, "mov cr.eoi=r8");
                controller = controller.ended();
            }
            if (action < TURN) {
                raised = controller.pending().contains(action) ? raised : counted(raised, Option.some(action));
                machine = machine.with(subject.happen(machine, new Event.Raise(action)));
                controller = controller.raised(action);
                observed(machine, INTERRUPT_RAISED);
            }
            assertEquals(controller.in(machine, 0), machine);
        }
        Outcomes.label("left").collect(controller.pending().isEmpty(), controller.served().size() > 1).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
        controller = controller.unmasked();
        machine = controller.in(machine, 0);
        while (!controller.pending().isEmpty() || !controller.served().isEmpty()) {
            assertTakes(subject, machine, controller);
            served = counted(served, controller.first());
            boolean reads = controller.first().isDefined();
            machine = moved(subject, machine, reads ? "mov r8=cr.ivr" : "mov cr.eoi=r8");
            controller = reads ? controller.acknowledged() : controller.ended();
            assertEquals(controller.in(machine, 0), machine);
        }
        assertEquals(raised, served);
    }

    private static Map<Integer, Integer> counted(Map<Integer, Integer> counts, Option<Integer> vector) {
        return vector.map(each -> counts.put(each, counts.getOrElse(each, 0) + 1)).getOrElse(counts);
    }

    private static void assertTakes(Subject subject, Machine machine, InterruptController controller) {
        Took took = Took.of(subject, machine.withPsr(machine.psr().with(14, true)));
        assertEquals(controller.first().isDefined(), took.turned().taken().contains(Interruption.EXTERNAL_INTERRUPT));
    }

    /// {@return the machine after a move, back where it was}
    private static Machine moved(Subject subject, Machine machine, String text) {
        Machine moving = Took.at(machine, Unit.M, text);
        return Took.of(subject, moving).took().after().withMemory(machine.memory()).withPosition(machine.position());
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    private static Arbitrary<Integer> vector() {
        return Arbitraries.oneOf(Arbitraries.of(0, 2), Arbitraries.integers().between(16, 255), Arbitraries.integers().between(16, 255), Arbitraries.integers().between(16, 255));
    }

    @Provide
    Arbitrary<Seq<Integer>> vectors() {
        return vector().list().ofMinSize(0).ofMaxSize(4).map(all -> Vector.ofAll(all).distinct());
    }

    @Provide
    Arbitrary<Seq<Integer>> actions() {
        Arbitrary<Integer> few = Arbitraries.of(0, 2, 16, 31, 32, 63, 64, 200, 255);
        return Arbitraries.oneOf(Arbitraries.oneOf(few, vector()), Arbitraries.of(TURN, READ, END), Arbitraries.of(READ, READ, END)).list().ofMinSize(0).ofMaxSize(24).map(Vector::ofAll);
    }
}
