package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Memories.BYTES_ORDERED;
import static vmmref.spec.Memories.FILL_LOADED;
import static vmmref.spec.Memories.FLOAT_LOADED;
import static vmmref.spec.Memories.NAT_CONTAINED;
import static vmmref.spec.Memories.SPILL_RESTORED;
import static vmmref.spec.Memories.SPILL_STORED;
import static vmmref.spec.Memories.VALUE_LOADED;
import static vmmref.spec.Memories.VALUE_STORED;
import static vmmref.spec.Memories.WIDE_ATTRIBUTE_UNSUPPORTED;
import static vmmref.spec.Memories.WIDE_STORED;
import static vmmref.spec.References.NAT_CONSUMED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Memories;
import vmmref.spec.References;

/// What holds of stores.
class StoreGuarantees {
    private static final Place<Long> NATS = new Place.Application(RegisterNumber.UNAT);

    @Guarantee
    @Label("a store changes the bytes that it names and no others, to those of its value; a load in the same order gives them back, and one in the other order reversed")
    @Memories.Checks({VALUE_STORED, VALUE_LOADED, BYTES_ORDERED})
    void storedIsLoaded(Subject subject, @ForAll("starts") Started start, @ForAll("sizes") int size, @ForAll @IntRange(min = 0, max = 7) int place, @ForAll("words") long value, @ForAll boolean releases) {
        int offset = place * size;
        Machine machine = Prepared.with(Prepared.with(start.machine(), 9, Started.DATA + offset), 10, value);
        Ran ran = Ran.of(subject, machine, "st" + size + (releases ? ".rel" : "") + " [r9]=r10");
        Seq<Integer> low = Prepared.bytes(value).take(size);
        Seq<Integer> expected = Prepared.bytes(machine, Started.DATA, 64).patch(offset, start.psr().be() ? low.reverse() : low, size);
        assertEquals(expected, observed(Prepared.bytes(ran.after(), Started.DATA, 64), BYTES_ORDERED));
        ran.didOnly(new Place.Bytes(new PhysicalAddress(Started.DATA + offset), size));
        assertEquals(expected.equals(Prepared.bytes(machine, Started.DATA, 64)), ran.before().memory().equals(ran.after().memory()), "memory is what it was if every byte is");
        written(ran.after().memory());
        String load = "ld" + size + " r8=[r9]";
        assertEquals(low, Prepared.bytes(Ran.of(subject, ran.after(), load).general(8).bits()).take(size));
        Machine other = ran.after().withPsr(ran.after().psr().with(1, !start.psr().be()));
        assertEquals(low.reverse(), Prepared.bytes(Ran.of(subject, other, load).general(8).bits()).take(size));
        Outcomes.label("order").collect(size, start.psr().be()).coverage(Combinations.above(2, Vector.of(1, 2, 4, 8), Combinations.EITHER));
    }

    /// What holds 0 is as if it had never been written, and the rest is listed in its order.
    private static void written(Memory memory) {
        assertEquals(memory, memory.with(new PhysicalAddress(Started.DATA << 8), 8, 0));
        Seq<Long> places = Vector.of(0x800L, 0x8408L, 0x8608L);
        assertEquals(places, places.reverse().foldLeft(Memory.ZERO, (some, at) -> some.with(new PhysicalAddress(at), 8, 1).with(new PhysicalAddress(at + 8), 8, 0)).written().map(PhysicalAddress::bits));
    }

    @Guarantee
    @Label("st16 is two stores of eight bytes, to cacheable memory only")
    @Memories.Checks({WIDE_STORED, WIDE_ATTRIBUTE_UNSUPPORTED})
    void wideStores(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 15) int place, @ForAll("attributes") int ma, @ForAll("words") long low, @ForAll("words") long high, @ForAll boolean releases) {
        long address = Started.DATA + 16L * place;
        Machine machine = new Place.Application(RegisterNumber.CSD).with(Prepared.with(Prepared.with(Prepared.paged(start.machine(), ma), 9, address), 10, low), high);
        String text = releases ? "st16.rel [r9]=r10,ar.csd" : "st16 [r9]=r10,ar.csd";
        if (ma == 0) {
            Ran first = Ran.of(subject, machine, "st8 [r9]=r10,8");
            Ran second = Ran.of(subject, Prepared.with(first.after(), 10, high), "st8 [r9]=r10");
            Ran ran = Ran.of(subject, machine, text);
            assertEquals(Prepared.bytes(second.after(), Started.DATA, 272), Prepared.bytes(ran.after(), Started.DATA, 272));
            ran.didOnly(new Place.Bytes(new PhysicalAddress(address), 8), new Place.Bytes(new PhysicalAddress(address + 8), 8));
        } else {
            Ran.of(subject, machine, text).raised(Interruption.UNSUPPORTED_DATA_REFERENCE);
        }
        Ran.of(subject, Prepared.with(machine, 9, address + 8), text).raised(Interruption.UNALIGNED_DATA_REFERENCE);
        Outcomes.label("attribute").collect(ma).coverage(checker -> Vector.of(0, 4, 5, 6).forEach(each -> checker.check(each).count(count -> count > 5)));
    }

    private static final Seq<String> GENERAL = Vector.of("st1 [r9]=r10", "st2.rel [r9]=r10", "st4 [r9]=r10,4", "st8 [r9]=r10", "st16 [r9]=r10,ar.csd",
        "xchg1 r8=[r9],r10", "xchg8 r8=[r9],r10", "cmpxchg4.acq r8=[r9],r10,ar.ccv", "cmpxchg2.rel r8=[r9],r10,ar.ccv", "cmp8xchg16.acq r8=[r9],r10,ar.csd,ar.ccv");
    private static final Seq<String> FLOATING = Vector.of("stfs [r9]=f10", "stfd [r9]=f10", "stf8 [r9]=f10,8", "stfe [r9]=f10");

    @Guarantee
    @Label("nothing but a spill takes what is not a thing, and of that memory keeps the bits alone")
    @Memories.Checks({NAT_CONTAINED, SPILL_STORED})
    @References.Checks(NAT_CONSUMED)
    void natIsContained(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 13) int which, @ForAll("words") long bits) {
        Machine address = Prepared.with(Prepared.enabled(start.machine()), 9, Started.DATA + 32);
        Machine nat = Prepared.with(Prepared.with(address, 10, new GeneralValue(bits, true)), 10, FloatingValue.NATVAL);
        Machine thing = Prepared.with(Prepared.with(address, 10, bits), 10, FloatingValue.ONE);
        String text = which < GENERAL.size() ? GENERAL.get(which) : FLOATING.get(which - GENERAL.size());
        Ran.of(subject, nat, text).raised(Interruption.REGISTER_NAT_CONSUMPTION);
        Ran.of(subject, thing, text).after();
        Ran spilled = Ran.of(subject, nat, "st8.spill [r9]=r10");
        assertEquals(observed(Ran.of(subject, thing, "st8 [r9]=r10").after().memory().read(new PhysicalAddress(Started.DATA + 32), 8), NAT_CONTAINED),
            spilled.after().memory().read(new PhysicalAddress(Started.DATA + 32), 8));
        spilled.didOnly(new Place.Bytes(new PhysicalAddress(Started.DATA + 32), 8), NATS);
        Outcomes.label("forms").collect(which).coverage(checker -> Vector.range(0, 14).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("what was spilled is filled: 64 bits and NaT, and all 82 bits of a floating-point register; one bit of UNAT at most changes")
    @Memories.Checks({SPILL_STORED, FILL_LOADED, FLOAT_LOADED, SPILL_RESTORED})
    void spillsComeBack(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 31) int place, @ForAll("words") long nats, @ForAll("words") long bits, @ForAll boolean nat) {
        Machine machine = NATS.with(Prepared.with(Prepared.with(Prepared.enabled(start.machine()), 9, Started.DATA + 16L * place), 10, new GeneralValue(bits, nat)), nats);
        Ran spilled = Ran.of(subject, machine, "st8.spill [r9]=r10");
        assertEquals(new GeneralValue(bits, nat), observed(Ran.of(subject, spilled.after(), "ld8.fill r8=[r9]").general(8), SPILL_RESTORED));
        long changed = NATS.of(spilled.after()) ^ nats;
        assertEquals((nats >>> 2 * place & 1) == (nat ? 1 : 0) ? 0 : 1L << 2 * place, changed);
        Ran whole = Ran.of(subject, machine, "stf.spill [r9]=f11");
        assertEquals(machine.floating(11), observed(Ran.of(subject, whole.after(), "ldf.fill f8=[r9]"), FLOAT_LOADED).floating(8));
        whole.didOnly(new Place.Bytes(new PhysicalAddress(Started.DATA + 16L * place), 8), new Place.Bytes(new PhysicalAddress(Started.DATA + 16L * place + 8), 8));
        Outcomes.label("NaTVal").collect(machine.floating(11).isNatVal()).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 3)));
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

    @Provide
    Arbitrary<Integer> attributes() {
        return Arbitraries.of(0, 4, 5, 6);
    }
}
