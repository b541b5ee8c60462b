package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Memories.VALUE_ADDED;
import static vmmref.spec.Memories.VALUE_COMPARED;
import static vmmref.spec.Memories.VALUE_EXCHANGED;
import static vmmref.spec.Memories.WIDE_COMPARED;

import io.vavr.collection.Vector;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Memories;

/// What holds of semaphores, told by loads and stores of the same size.
class SemaphoreGuarantees {
    private static final Place<Long> CCV = new Place.Application(RegisterNumber.CCV);
    private static final Place<Long> CSD = new Place.Application(RegisterNumber.CSD);

    @Guarantee
    @Label("an exchange is a load and then a store")
    @Memories.Checks(VALUE_EXCHANGED)
    void exchanges(Subject subject, @ForAll("starts") Started start, @ForAll("sizes") int size, @ForAll @IntRange(min = 0, max = 7) int place, @ForAll("words") long value) {
        Machine machine = at(start, (long) place * size, value);
        Ran exchanged = Ran.of(subject, machine, "xchg" + size + " r8=[r9],r10");
        assertDoes(subject, machine, size, true, exchanged);
    }

    @Guarantee
    @Label("a comparison with CCV, all 64 bits of it, is a load, and then a store if they agree")
    @Memories.Checks(VALUE_COMPARED)
    void comparisons(Subject subject, @ForAll("starts") Started start, @ForAll("sizes") int size, @ForAll @IntRange(min = 0, max = 7) int place, @ForAll("words") long value, @ForAll("changes") long change,
                     @ForAll boolean releases) {
        Machine plain = at(start, (long) place * size, value);
        long found = Ran.of(subject, plain, "ld" + size + " r8=[r9]").general(8).bits();
        Machine machine = CCV.with(plain, found ^ change);
        Ran compared = Ran.of(subject, machine, "cmpxchg" + size + (releases ? ".rel" : ".acq") + " r8=[r9],r10,ar.ccv");
        assertDoes(subject, machine, size, change == 0, compared);
        Outcomes.label("agrees").collect(change == 0, size).coverage(Combinations.above(2, Combinations.EITHER, Vector.of(1, 2, 4, 8)));
    }

    private static void assertDoes(Subject subject, Machine machine, int size, boolean stores, Ran ran) {
        Machine loaded = Ran.of(subject, machine, "ld" + size + " r11=[r9]").after();
        Machine expected = stores ? Ran.of(subject, loaded, "st" + size + " [r9]=r10").after() : loaded;
        assertEquals(loaded.general(11), ran.general(8));
        assertEquals(Prepared.bytes(expected, Started.DATA, 64), Prepared.bytes(ran.after(), Started.DATA, 64));
        ran.didOnly(new Place.General(8), new Place.Bytes(new PhysicalAddress(machine.general(9).bits()), size));
    }

    @Guarantee
    @Label("cmp8xchg16 compares the half at its address, and replaces both halves or none")
    @Memories.Checks(WIDE_COMPARED)
    void wideComparisons(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 7) int place, @ForAll("words") long low, @ForAll("words") long high, @ForAll("changes") long change, @ForAll boolean releases) {
        Machine plain = CSD.with(at(start, 8L * place, low), high);
        long found = Ran.of(subject, plain, "ld8 r8=[r9]").general(8).bits();
        Machine machine = CCV.with(plain, found ^ change);
        Ran ran = Ran.of(subject, machine, "cmp8xchg16" + (releases ? ".rel" : ".acq") + " r8=[r9],r10,ar.csd,ar.ccv");
        long start16 = Started.DATA + place / 2 * 16L;
        Machine expected = change != 0 ? machine : Ran.of(subject, Prepared.with(machine, 9, start16), "st16 [r9]=r10,ar.csd").after();
        assertEquals(GeneralValue.of(found), ran.general(8));
        assertEquals(Prepared.bytes(expected, Started.DATA, 64), Prepared.bytes(ran.after(), Started.DATA, 64));
        ran.didOnly(new Place.General(8), new Place.Bytes(new PhysicalAddress(start16), 8), new Place.Bytes(new PhysicalAddress(start16 + 8), 8));
        Ran.of(subject, Prepared.with(machine, 9, start16 + 4), "cmp8xchg16.acq r8=[r9],r10,ar.csd,ar.ccv").raised(Interruption.UNALIGNED_DATA_REFERENCE);
        Outcomes.label("agrees").collect(change == 0, place % 2).coverage(Combinations.above(5, Combinations.EITHER, Vector.of(0, 1)));
    }

    @Guarantee
    @Label("an addition gives what was there, and leaves the sum modulo the size")
    @Memories.Checks(VALUE_ADDED)
    void additions(Subject subject, @ForAll("starts") Started start, @ForAll boolean eight, @ForAll("increments") int increment, @ForAll("near") long value, @ForAll boolean releases) {
        int size = eight ? 8 : 4;
        Machine machine = Ran.of(subject, at(start, 16, value), "st" + size + " [r9]=r10").after();
        Ran ran = Ran.of(subject, machine, "fetchadd" + size + (releases ? ".rel" : ".acq") + " r8=[r9]," + increment);
        BigInteger modulus = BigInteger.ONE.shiftLeft(8 * size);
        BigInteger old = BigInteger.valueOf(value).mod(modulus);
        assertEquals(GeneralValue.of(old.longValue()), ran.general(8));
        assertEquals(old.add(BigInteger.valueOf(increment)).mod(modulus).longValue(), Ran.of(subject, ran.after(), "ld" + size + " r8=[r9]").general(8).bits());
        ran.didOnly(new Place.General(8), new Place.Bytes(new PhysicalAddress(Started.DATA + 16), size));
        Outcomes.label("increments").collect(increment).coverage(checker -> Vector.of(16, 8, 4, 1, -16, -8, -4, -1).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static Machine at(Started start, long offset, long value) {
        return Prepared.with(Prepared.with(start.machine(), 9, Started.DATA + offset), 10, value);
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(1, 2, 4, 8);
    }

    /// Nothing, or one bit.
    @Provide
    Arbitrary<Long> changes() {
        return Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.integers().between(0, 63).map(bit -> 1L << bit));
    }

    @Provide
    Arbitrary<Integer> increments() {
        return Arbitraries.of(16, 8, 4, 1, -16, -8, -4, -1);
    }

    /// Words near to where a sum of 4 or 8 bytes wraps.
    @Provide
    Arbitrary<Long> near() {
        return Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(-20, 20), Arbitraries.longs().between(0xffffffe0L, 0x100000020L), Arbitraries.longs().between(Long.MAX_VALUE - 20, Long.MAX_VALUE));
    }
}
