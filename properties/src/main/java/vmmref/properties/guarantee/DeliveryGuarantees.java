package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Collecting.IFA;
import static vmmref.properties.guarantee.Collecting.IFS;
import static vmmref.properties.guarantee.Collecting.IIM;
import static vmmref.properties.guarantee.Collecting.IIP;
import static vmmref.properties.guarantee.Collecting.IIPA;
import static vmmref.properties.guarantee.Collecting.IPSR;
import static vmmref.properties.guarantee.Collecting.ISR;
import static vmmref.properties.guarantee.Collecting.ITIR;
import static vmmref.spec.Interruptions.RESTART_COLLECTED;
import static vmmref.spec.Interruptions.STATUS_COLLECTED;
import static vmmref.spec.Interruptions.STATUS_ENTERED;
import static vmmref.spec.Interruptions.VECTOR_ENTERED;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of the delivery of interruptions.
class DeliveryGuarantees {
    /// Where a handler is put that returns at once.
    private static final long HANDLER = 0x7000;

    @Guarantee
    @Label("an instruction that faults changes nothing but what collects, and after a return from the interruption it faults again")
    @Interruptions.Checks({STATUS_COLLECTED, RESTART_COLLECTED, VECTOR_ENTERED})
    void restarts(Subject subject, @ForAll("starts") Started start, @ForAll("instructions") Instruction instruction) {
        Machine machine = Single.of(instruction).in(start.machine().withPsr(start.psr().with(13, true)));
        Executed executed = subject.step(machine, Choice.USUAL);
        if (executed instanceof Executed.Raised(var fault, var because)) {
            Took took = Took.of(subject, machine).took(fault.kind());
            took.changedOnly(IPSR, IIP, IIPA, IFS, IFA, ITIR, IIM, ISR, Place.Status.PSR);
            Machine handling = Took.returning(took.after().withPosition(Position.at(HANDLER)));
            Machine back = Took.of(subject, handling).took().after().withMemory(machine.memory());
            assertEquals(machine.position(), back.position());
            assertEquals(machine.psr(), back.psr());
            assertEquals(executed, subject.step(back, Choice.USUAL));
        }
        Outcomes.label("faults").collect(executed instanceof Executed.Raised).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    @Guarantee
    @Costs(4)
    @Label("the machine goes on at the vector of the table, at level 0 and in bank 0, without collection, external interrupts, traps and breakpoints")
    @Interruptions.Checks({STATUS_ENTERED, VECTOR_ENTERED})
    void entered(Subject subject, @ForAll("starts") Started start, @ForAll Way way, @ForAll Trouble trouble, @ForAll @IntRange(max = 2) int slot, @ForAll("words") long noise, @ForAll("words") long iva, @ForAll("words") long dcr) {
        Machine plain = new Place.Control(RegisterNumber.DCR).with(new Place.Control(RegisterNumber.IVA).with(start.machine().withPsr(new Psr(start.psr().bits() | noise & (Way.NOISE | Way.SINGLE))), iva), dcr & ~(0x7fL << 8));
        Machine machine = Collecting.inFlight(plain, (dcr & 1L << 20) != 0);
        assertEnters(subject, way.interrupting(machine, slot), way.kind(), way.vector(), iva, dcr);
        long at = trouble.at(0x2000_0000_0000_8000L);
        Machine enabled = machine.withPsr(new Psr(machine.psr().bits() & ~(3L << 18 | 1L << 36) | 1L << 13));
        Machine data = trouble.ofData(Prepared.with(Took.at(enabled, Unit.M, trouble == Trouble.MISALIGNED ? "ld8 r8=[r9]" : "xchg8 r8=[r9],r0"), 9, at), at, false);
        assertEnters(subject, data, trouble.data(), trouble.dataVector(), iva, dcr);
        if (trouble.fetch().isDefined()) assertEnters(subject, trouble.ofFetch(enabled.withPosition(Position.at(1L << 61)), 1L << 61), trouble.fetch().get(), trouble.fetchVector(), iva, dcr);
        Outcomes.label("way").collect(way).coverage(checker -> Vector.of(Way.values()).forEach(each -> checker.check(each).percentage(share -> share > 5)));
        Outcomes.label("trouble").collect(trouble).coverage(checker -> Vector.of(Trouble.values()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static void assertEnters(Subject subject, Machine machine, Interruption kind, long vector, long iva, long dcr) {
        Took took = Took.of(subject, machine).took(kind);
        Machine after = took.after();
        assertEquals(new Position(new VirtualAddress((iva >> 15 << 15) + vector), 0, Option.none()), after.position(), kind::toString);
        long kept = machine.psr().bits() & (0x4 | 0x10 | 0x20 | 0x8000 | 0x20000 | 0x8000000 | 0x800000000L | 0x1000000000L);
        assertEquals(new Psr(kept + ((dcr & 2) == 0 ? 0 : 2) + ((dcr & 1) == 0 ? 0 : 0x200000)), after.psr(), kind::toString);
        assertEquals(false, after.addressing().inFlight());
        assertEquals(machine.cfm(), after.cfm());
        assertEquals(Executed.Done.class, took.turned().executed().getClass());
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions(form -> form.need().isEmpty());
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }
}
