package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Interruptions.INTERRUPT_RAISED;
import static vmmref.spec.Interruptions.MEMORY_WRITTEN;
import static vmmref.spec.Interruptions.TIMER_EXPIRED;
import static vmmref.spec.Interruptions.TIME_PASSED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.alat.Alat;
import vmmref.model.event.Event;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of what happens to a machine from outside.
class EventGuarantees {
    private static final Place<Long> ITC = new Place.Application(RegisterNumber.ITC);
    private static final Place<Long> ITM = new Place.Control(RegisterNumber.ITM);
    private static final Place<Long> ITV = new Place.Control(RegisterNumber.ITV);
    private static final BigInteger ALL = BigInteger.TWO.pow(64);

    private static Machine happened(Subject subject, Machine machine, Event event) {
        Effects effects = subject.happen(machine, event);
        effects.writes().forEach(Observed::observed);
        return machine.with(effects);
    }

    private static Place<Long> word(int vector) {
        return new Place.Control(68 + vector / 64);
    }

    @Guarantee
    @Label("an interrupt that is raised is pending, raised once or twice, and stays so while instructions are executed")
    @Interruptions.Checks(INTERRUPT_RAISED)
    void raised(Subject subject, @ForAll("starts") Started start, @ForAll("vectors") int vector, @ForAll("vectors") int other, @ForAll("words") long pending) {
        Machine machine = Took.at(word(vector).with(start.machine(), pending), "nop.b 0", 1);
        Machine once = happened(subject, machine, new Event.Raise(vector));
        assertEquals(BigInteger.valueOf(pending).setBit(vector % 64).longValue(), word(vector).of(once));
        assertEquals(machine, word(vector).with(once, pending));
        assertEquals(once, happened(subject, once, new Event.Raise(vector)));
        Machine both = happened(subject, once, new Event.Raise(other));
        assertEquals(both, happened(subject, happened(subject, machine, new Event.Raise(other)), new Event.Raise(vector)));
        for (int word = 0; word < 4; word++) assertEquals(both.control(68 + word), Took.of(subject, both).took().control(68 + word));
        Outcomes.label("word").collect(vector / 64).coverage(checker -> Vector.of(0, 1, 2, 3).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("time adds up, instructions take none, and when it reaches ITM the interrupt of ITV becomes pending unless it is masked or does not exist")
    @Interruptions.Checks({TIME_PASSED, TIMER_EXPIRED})
    void time(Subject subject, @ForAll("starts") Started start, @ForAll("words") long now, @ForAll("distances") long distance, @ForAll("distances") long ticks, @ForAll @IntRange(max = 255) int vector, @ForAll boolean masked) {
        long ignored = start.seed() & ~0x1ffffL;
        Machine machine = Took.at(ITV.with(ITM.with(ITC.with(start.machine(), now), now + distance), ignored | vector | (masked ? 0x10000 : 0)), "nop.b 0", 0);
        Machine after = happened(subject, machine, new Event.Tick(ticks));
        assertEquals(unsigned(now).add(unsigned(ticks)).mod(ALL), unsigned(ITC.of(after)));
        boolean reached = distance != 0 && unsigned(distance).compareTo(unsigned(ticks)) <= 0;
        boolean raised = reached && !masked && (vector == 0 || vector == 2 || vector > 15);
        assertEquals(raised ? 1L << vector : 0, word(vector).of(after));
        assertEquals(machine, word(vector).with(ITC.with(after, now), 0L));
        assertEquals(ITC.of(after), ITC.of(Took.of(subject, after).took().after()));
        long first = ticks >>> 1;
        assertEquals(after, happened(subject, happened(subject, machine, new Event.Tick(first)), new Event.Tick(ticks - first)));
        Outcomes.label("timer").collect(reached, masked).coverage(Combinations.above(2, Combinations.EITHER, Combinations.EITHER));
        Outcomes.label("raised").collect(raised).coverage(checker -> checker.check(true).percentage(share -> share > 5));
    }

    private static BigInteger unsigned(long word) {
        return new BigInteger(Long.toUnsignedString(word));
    }

    @Guarantee
    @Label("a write of another agent puts its bytes into memory, and what advanced loads remember of them is gone; the bundle that was fetched stays")
    @Interruptions.Checks(MEMORY_WRITTEN)
    void written(Subject subject, @ForAll("starts") Started start, @ForAll("sizes") int size, @ForAll @IntRange(max = 15) int place, @ForAll("words") long value, @ForAll @IntRange(max = 31) int loaded, @ForAll("sizes") int length) {
        long at = Started.DATA + (long) place / size * size;
        Alat.Tag tag = new Alat.Tag(false, 40);
        Alat.Tag away = new Alat.Tag(true, 41);
        Alat alat = Alat.EMPTY.with(tag, Option.some(new Alat.Range(new PhysicalAddress(Started.DATA + loaded), length))).with(away, Option.some(new Alat.Range(new PhysicalAddress(Started.DATA + 64), 16)));
        Machine machine = start.machine().withAlat(alat);
        Machine after = happened(subject, machine, new Event.Write(new PhysicalAddress(at), size, value));
        Seq<Integer> expected = Vector.range(0, 32).map(offset -> {
            long byteAt = Started.DATA + offset;
            return byteAt >= at && byteAt < at + size ? Prepared.bytes(value).get((int) (byteAt - at)) : Prepared.bytes(machine, byteAt, 1).head();
        });
        assertEquals(expected, Prepared.bytes(after, Started.DATA, 32));
        boolean hit = Vector.range(0, length).exists(each -> Started.DATA + loaded + each >= at && Started.DATA + loaded + each < at + size);
        assertEquals(hit ? alat.with(tag, Option.none()) : alat, after.alat());
        assertEquals(machine, after.withAlat(alat).withMemory(machine.memory()));
        Machine fetched = Took.of(subject, Took.at(machine, "nop.b 0", 0)).took().after();
        Machine overwritten = happened(subject, happened(subject, fetched, new Event.Write(new PhysicalAddress(Started.CODE), 8, 0)), new Event.Write(new PhysicalAddress(Started.CODE + 8), 8, 0));
        Took.of(subject, overwritten).took();
        Took.of(subject, overwritten.withPosition(overwritten.position().unfetched())).took(Interruption.BREAK_INSTRUCTION);
        Outcomes.label("hit").collect(hit).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(1, 2, 4, 8);
    }

    @Provide
    Arbitrary<Long> distances() {
        return Arbitraries.oneOf(Instructions.words(), Arbitraries.longs().between(0, 8));
    }

    @Provide
    Arbitrary<Integer> vectors() {
        return Arbitraries.oneOf(Arbitraries.of(0, 2), Arbitraries.integers().between(16, 255), Arbitraries.integers().between(16, 255));
    }
}
