package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Memories.BASE_TARGET_ILLEGAL;
import static vmmref.spec.Memories.BASE_UPDATED;
import static vmmref.spec.Memories.BYTES_ORDERED;
import static vmmref.spec.Memories.FILL_LOADED;
import static vmmref.spec.Memories.LINE_FLUSHED;
import static vmmref.spec.Memories.PREFETCH_EFFECTLESS;
import static vmmref.spec.Memories.PROBE_PASSED;
import static vmmref.spec.Memories.QUERY_ANSWERED;
import static vmmref.spec.Memories.TARGET_DEFERRED;
import static vmmref.spec.Memories.VALUE_LOADED;
import static vmmref.spec.Memories.WIDE_ATTRIBUTE_UNSUPPORTED;
import static vmmref.spec.Memories.WIDE_LOADED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.alat.Alat;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Memories;

/// What holds of loads, of what becomes of their bases, and of references that give no data.
class LoadGuarantees {
    private static final Place<GeneralValue> TARGET = new Place.General(8);

    @Guarantee
    @Label("a load reads its bytes, the first one lowest or highest, and nothing but its target changes")
    @Memories.Checks({VALUE_LOADED, BYTES_ORDERED})
    void bytesAreRead(Subject subject, @ForAll("starts") Started start, @ForAll("sizes") int size, @ForAll @IntRange(min = 0, max = 7) int place, @ForAll("completers") String completer) {
        long address = Started.DATA + (long) place * size;
        Ran ran = Ran.of(subject, Prepared.with(start.machine(), 9, address), "ld" + size + completer + " r8=[r9]");
        Seq<Integer> bytes = Prepared.bytes(start.machine(), address, size);
        long expected = (start.psr().be() ? bytes : bytes.reverse()).foldLeft(0L, (number, each) -> number * 256 + each);
        assertEquals(GeneralValue.of(expected), observed(ran.general(8), BYTES_ORDERED));
        ran.didOnly(TARGET);
        Outcomes.label("order").collect(size, start.psr().be()).coverage(Combinations.above(2, Vector.of(1, 2, 4, 8), Combinations.EITHER));
    }

    /// An instruction that moves its base, and by how much; nothing where r10 says it.
    private record Moving(String text, Option<Integer> amount) {
        static Moving by(int amount, String text) {
            return new Moving(text, Option.some(amount));
        }

        static Moving byRegister(String text) {
            return new Moving(text, Option.none());
        }
    }

    private static final Seq<Moving> MOVING = Vector.of(
        Moving.byRegister("ld1 r8=[r9],r10"), Moving.byRegister("ld8.a r8=[r9],r10"), Moving.byRegister("ld4.c.nc r8=[r9],r10"), Moving.byRegister("ld8.fill r8=[r9],r10"),
        Moving.by(-256, "ld2 r8=[r9],-256"), Moving.by(255, "ld4.acq r8=[r9],255"), Moving.by(8, "ld8.fill r8=[r9],8"), Moving.by(-1, "ld8.c.clr r8=[r9],-1"),
        Moving.byRegister("ldfd f8=[r9],r10"), Moving.byRegister("ldf.fill f8=[r9],r10"), Moving.by(16, "ldfe f8=[r9],16"), Moving.by(4, "ldfs.a f8=[r9],4"), Moving.by(-8, "ldf8.c.nc f8=[r9],-8"),
        Moving.by(8, "ldfps f8,f9=[r9],8"), Moving.by(16, "ldfpd f8,f9=[r9],16"), Moving.by(16, "ldfp8.a f8,f9=[r9],16"),
        Moving.by(1, "st1 [r9]=r11,1"), Moving.by(-2, "st2.rel [r9]=r11,-2"), Moving.by(8, "st8.spill [r9]=r11,8"),
        Moving.by(10, "stfe [r9]=f10,10"), Moving.by(-16, "stf.spill [r9]=f10,-16"), Moving.byRegister("lfetch.fault [r9],r10"), Moving.by(64, "lfetch.fault.excl [r9],64"));
    /// The same of instructions that may have a base that is not a thing.
    private static final Seq<Moving> LENIENT = Vector.of(
        Moving.byRegister("ld8.s r8=[r9],r10"), Moving.by(-8, "ld1.sa r8=[r9],-8"), Moving.byRegister("ldfe.s f8=[r9],r10"), Moving.by(255, "ldfs.sa f8=[r9],255"), Moving.by(8, "ldfps.s f8,f9=[r9],8"),
        Moving.by(16, "ldfpd.sa f8,f9=[r9],16"), Moving.byRegister("lfetch [r9],r10"), Moving.by(-64, "lfetch.excl [r9],-64"), Moving.by(0, "lfetch [r9]"));

    @Guarantee
    @Label("a base moves by its register or constant, and is a thing afterwards if both were")
    @Memories.Checks(BASE_UPDATED)
    void basesMoveOn(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 31) int which, @ForAll @IntRange(min = 0, max = 7) int place, @ForAll boolean notAThing) {
        boolean lenient = which >= MOVING.size();
        Moving moving = lenient ? LENIENT.get(which - MOVING.size()) : MOVING.get(which);
        boolean nat = lenient && notAThing;
        long address = Started.DATA + 16L * place;
        Machine machine = Prepared.with(Prepared.with(Prepared.with(Prepared.enabled(start.machine()), 9, new GeneralValue(address, nat)), 11, 5), 10, FloatingValue.ONE);
        Ran ran = Ran.of(subject, machine, moving.text());
        GeneralValue step = moving.amount().map(amount -> GeneralValue.of(amount)).getOrElse(machine.general(10));
        assertEquals(new GeneralValue(address + step.bits(), nat || step.nat()), ran.general(9), moving::text);
        Outcomes.label("forms").collect(which).coverage(checker -> Vector.range(0, 31).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Costs(2)
    @Label("a load that updates its base has another target, and others may have the same")
    @Memories.Checks(BASE_TARGET_ILLEGAL)
    void oneRegisterTwice(Subject subject, @ForAll("starts") Started start, @ForAll("updating") String text, @ForAll @IntRange(min = 1, max = 15) int target, @ForAll @IntRange(min = 1, max = 15) int base) {
        Slot slot = ((Assembled.Done) Assembler.architected().assemble(Unit.M, text)).instruction().encode();
        Slot changed = Slot.of(slot.bits() & ~(0x7fL << 20 | 0x7fL << 6) | (long) base << 20 | (long) target << 6);
        Executed executed = observed(Single.of(Unit.M, changed).on(subject, Prepared.with(start.machine(), base, Started.DATA)));
        boolean illegal = target == base && text.contains("],");
        assertEquals(illegal ? BASE_TARGET_ILLEGAL : executed.because(), executed.because());
        assertEquals(illegal, executed instanceof Executed.Raised raised && raised.fault().kind() == Interruption.ILLEGAL_OPERATION);
        Outcomes.label("illegal").collect(illegal).coverage(checker -> checker.check(true).count(count -> count > 5));
    }

    @Guarantee
    @Label("a fill takes the bit of UNAT that the bits 8:3 of its address number")
    @Memories.Checks(FILL_LOADED)
    void fills(Subject subject, @ForAll("starts") Started start, @ForAll("words") long nats, @ForAll @IntRange(min = 0, max = 63) int place) {
        long address = Started.DATA + 8L * place;
        Machine machine = new Place.Application(RegisterNumber.UNAT).with(Prepared.with(start.machine(), 9, address), nats);
        Ran ran = Ran.of(subject, machine, "ld8.fill r8=[r9]");
        String bits = new StringBuilder("0".repeat(Long.numberOfLeadingZeros(nats)) + (nats == 0 ? "" : Long.toBinaryString(nats))).reverse().toString();
        assertEquals(new GeneralValue(Ran.of(subject, machine, "ld8 r8=[r9]").general(8).bits(), bits.charAt(place) == '1'), ran.general(8));
        ran.didOnly(TARGET);
        Outcomes.label("filled").collect(ran.general(8).nat()).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    @Guarantee
    @Label("ld16 is two loads of eight bytes, of cacheable memory only")
    @Memories.Checks({WIDE_LOADED, WIDE_ATTRIBUTE_UNSUPPORTED})
    void wideLoads(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 15) int place, @ForAll("attributes") int ma, @ForAll boolean acquires) {
        long address = Started.DATA + 16L * place;
        Machine machine = Prepared.with(Prepared.paged(start.machine(), ma), 9, address);
        String text = acquires ? "ld16.acq r8,ar.csd=[r9]" : "ld16 r8,ar.csd=[r9]";
        if (ma == 0) {
            Ran ran = Ran.of(subject, machine, text);
            assertEquals(Ran.of(subject, machine, "ld8 r8=[r9]").general(8), ran.general(8));
            assertEquals(Ran.of(subject, Prepared.with(machine, 9, address + 8), "ld8 r8=[r9]").general(8).bits(), ran.after().application(RegisterNumber.CSD));
            ran.didOnly(TARGET, new Place.Application(RegisterNumber.CSD));
        } else {
            Ran.of(subject, machine, text).raised(Interruption.UNSUPPORTED_DATA_REFERENCE);
        }
        Ran.of(subject, Prepared.with(machine, 9, address + 8), text).raised(Interruption.UNALIGNED_DATA_REFERENCE);
        Outcomes.label("attribute").collect(ma).coverage(checker -> Vector.of(0, 4, 5, 6).forEach(each -> checker.check(each).count(count -> count > 5)));
    }

    private static final Seq<String> SPECULATIVE = Vector.of("ld1.s r8=[r9]", "ld8.s r8=[r9]", "ld2.sa r8=[r9]", "ld4.sa r8=[r9]", "ldfs.s f8=[r9]", "ldf8.sa f8=[r9]", "ldfe.s f8=[r9]",
        "ldfps.s f8,f9=[r9]", "ldfpd.sa f8,f9=[r9]", "ldfp8.s f8,f9=[r9]");

    @Guarantee
    @Label("a deferred load leaves NaT or NaTVal in all its targets, and updates its base; an advanced one forgets its target, too")
    @Memories.Checks({TARGET_DEFERRED, BASE_UPDATED})
    void deferredLoads(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 9) int which) {
        String text = SPECULATIVE.get(which);
        boolean advanced = text.contains(".sa");
        Machine plain = Prepared.enabled(Prepared.with(start.machine(), 9, new GeneralValue(Started.DATA, true)));
        Place<Option<Alat.Range>> general = new Place.Advanced(new Alat.Tag(false, 8));
        Place<Option<Alat.Range>> floating = new Place.Advanced(new Alat.Tag(true, 8));
        Alat.Range range = new Alat.Range(new PhysicalAddress(Started.DATA), 8);
        Ran ran = Ran.of(subject, floating.with(general.with(plain, Option.some(range)), Option.some(range)), text);
        boolean isGeneral = text.contains("r8");
        if (isGeneral) {
            assertEquals(new GeneralValue(0, true), ran.general(8));
            ran.didOnly(TARGET, general);
        } else {
            assertEquals("0:1fffe:0000000000000000", ran.floating(8).toString());
            if (text.contains("f9")) assertEquals(FloatingValue.NATVAL, ran.floating(9));
            ran.didOnly(new Place.Floating(8), new Place.Floating(9), Place.Status.PSR, floating);
        }
        assertEquals(advanced, (isGeneral ? general : floating).of(ran.after()).isEmpty());
        int step = text.startsWith("ldfps") ? 8 : 16;
        assertEquals(new GeneralValue(Started.DATA + step, true), Ran.of(subject, plain, text + "," + step).general(9));
        Outcomes.label("forms").collect(which).coverage(checker -> Vector.range(0, 10).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static final Seq<String> SILENT = Vector.of("probe.r.fault r9,0", "probe.w.fault r9,2", "probe.rw.fault r9,3", "fc r9", "fc.i r9", "lfetch [r9]", "lfetch.fault [r9]", "lfetch.nta [r9]");

    @Guarantee
    @Label("questions give their answers, and prefetches, flushes and probes that only fault change nothing")
    @Memories.Checks({QUERY_ANSWERED, PROBE_PASSED, PREFETCH_EFFECTLESS, LINE_FLUSHED})
    void questions(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 7) int ar, @ForAll @IntRange(max = 3) int pl, @ForAll @IntRange(max = 3) int cpl, @ForAll @IntRange(max = 3) int level,
                   @ForAll @IntRange(max = 0xffff) int key, @ForAll("silent") String silent) {
        Machine machine = Prepared.with(Prepared.with(Prepared.paged(start.machine().withPsr(start.psr().withCpl(cpl)), 0, ar, pl, key, 0x70000), 9, 0x1234), 10, -4L | level);
        int asked = Integer.max(level, cpl);
        for (String access : Vector.of("r", "w")) {
            long expected = RightsTable.permits(ar, pl, asked, access.equals("r") ? "R" : "W") ? 1 : 0;
            Ran byRegister = Ran.of(subject, machine, "probe." + access + " r8=r9,r10");
            assertEquals(GeneralValue.of(expected), byRegister.general(8));
            byRegister.didOnly(TARGET);
            assertEquals(GeneralValue.of(expected), Ran.of(subject, machine, "probe." + access + " r8=r9," + level).general(8));
        }
        Machine privileged = machine.withPsr(machine.psr().withCpl(0));
        assertEquals(GeneralValue.of(0x71234), Ran.of(subject, privileged, "tpa r8=r9").general(8));
        assertEquals(GeneralValue.of(key * 256L), Ran.of(subject, privileged, "tak r8=r9").general(8));
        Ran.of(subject, Prepared.paged(machine, 0), silent).didOnly();
        if (cpl != 0) Ran.of(subject, machine, "tpa r8=r9").raised(Interruption.PRIVILEGED_OPERATION);
        Ran.of(subject, Prepared.with(machine, 10, new GeneralValue(0, true)), "probe.w r8=r9,r10").raised(Interruption.REGISTER_NAT_CONSUMPTION);
        Ran.of(subject, Prepared.with(machine, 9, new GeneralValue(0, true)), "probe.r r8=r9,0").raised(Interruption.REGISTER_NAT_CONSUMPTION);
        Outcomes.label("silent").collect(silent).coverage(checker -> SILENT.forEach(each -> checker.check(each).count(count -> count > 0)));
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
    Arbitrary<String> completers() {
        return Arbitraries.of("", ".acq", ".bias", ".c.clr", ".c.clr.acq", ".nta", ".acq.nt1");
    }

    @Provide
    Arbitrary<String> updating() {
        return Arbitraries.of("ld8 r8=[r9],r10", "ld1.s r8=[r9],8", "ld8.fill r8=[r9],-8", "ld4.a r8=[r9],r10", "ld2.c.nc r8=[r9],2", "ld8 r8=[r9]", "ld1.acq r8=[r9]");
    }

    @Provide
    Arbitrary<Integer> attributes() {
        return Arbitraries.of(0, 4, 5, 6);
    }

    @Provide
    Arbitrary<String> silent() {
        return Arbitraries.of(SILENT.asJava());
    }
}
