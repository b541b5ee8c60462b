package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Stacks.FRAME_TOLD;
import static vmmref.spec.Stacks.LOADING_ENDED;
import static vmmref.spec.Stacks.REFERENCE_SPARED;
import static vmmref.spec.Stacks.STORE_LEVEL;
import static vmmref.spec.Stacks.STORE_TOLD;
import static vmmref.spec.Stacks.STORE_TRANSLATED;

import io.vavr.collection.Vector;
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
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Stacks;

/// What holds of the references of the register stack engine: how they are checked, and what is told of them.
class StackReferenceGuarantees {
    private static final Instruction FLUSH = Formed.of("flushrs");
    private static final Place.Application RSC = new Place.Application(RegisterNumber.RSC);
    private static final long STORE = 0xc000;
    private static final int DT = 17;
    private static final int RT = 27;
    private static final int DA = 38;
    private static final int DD = 39;
    private static final long FRAME = 0x40000;

    private static Machine dirty(Machine machine, int number) {
        return machine.withCfm(Cfm.EMPTY).withStack(new RegisterStack(machine.stack().base(), number, new VirtualAddress(STORE), 0));
    }

    @Guarantee
    @Label("the engine stores where PSR.rt has its address translated, if the level in RSC may write there; the current level, PSR.dt and PSR.be do not matter")
    @Stacks.Checks({STORE_LEVEL, STORE_TRANSLATED})
    void level(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 3) int level, @ForAll @IntRange(max = 3) int page, @ForAll boolean rt, @ForAll boolean dt) {
        Machine paged = Prepared.paged(start.machine(), 0, 2, page, 0, FRAME);
        Machine machine = RSC.with(dirty(paged.withPsr(paged.psr().with(DT, dt).with(RT, rt)), 1), (long) level << 2);
        Executed first = Ran.of(subject, machine, FLUSH).result();
        boolean stored = !rt || level <= page;
        if (stored) {
            Machine after = machine.with(((Executed.Done) first).effects());
            long word = machine.general().get(48 + (start.base() + 95) % 96).bits();
            assertEquals(word, after.memory().read(new PhysicalAddress(observed(rt, STORE_TRANSLATED) ? STORE + FRAME : STORE), 8));
        } else {
            assertEquals(Interruption.DATA_ACCESS_RIGHTS, observed(((Executed.Raised) first).fault().kind(), STORE_LEVEL));
        }
        Outcomes.label("stored").collect(stored, rt).coverage(checker -> {
            checker.check(true, true).percentage(share -> share > 10);
            checker.check(false, true).percentage(share -> share > 10);
            checker.check(true, false).percentage(share -> share > 10);
        });
    }

    @Guarantee
    @Label("what PSR.da and PSR.dd spare is one reference of the engine")
    @Stacks.Checks(REFERENCE_SPARED)
    void spared(Subject subject, @ForAll("starts") Started start, @ForAll boolean da, @ForAll boolean dd, @ForAll boolean clear) {
        Machine paged = Prepared.paged(start.machine(), 0, 3, 3, 0, 0);
        Machine page = clear ? paged.withTlb(clean(paged)) : paged;
        Machine machine = dirty(page.withPsr(page.psr().with(RT, true).with(DA, da).with(DD, dd)), 2);
        Executed first = Ran.of(subject, machine, FLUSH).result();
        if (clear && !da) {
            assertEquals(Interruption.DIRTY_BIT, ((Executed.Raised) first).fault().kind());
        } else {
            Machine once = machine.with(((Executed.Done) first).effects());
            assertEquals(page.psr().with(RT, true).with(DA, false).with(DD, false), once.psr());
            Executed second = Ran.of(subject, once, FLUSH).result();
            assertEquals(clear, second instanceof Executed.Raised raised && raised.fault().kind() == Interruption.DIRTY_BIT);
        }
        Outcomes.label("spared").collect(da, clear).coverage(Combinations.above(10, Combinations.EITHER, Combinations.EITHER));
    }

    @Guarantee
    @Label("a return loads its frame as PSR has it afterwards: where PSR.rt of IPSR has its addresses translated")
    @Stacks.Checks(STORE_TRANSLATED)
    void afterReturn(Subject subject, @ForAll("starts") Started start, @ForAll boolean before, @ForAll boolean after, @ForAll @IntRange(min = 1, max = 60) int sof) {
        Machine paged = Prepared.paged(start.machine().withPsr(start.psr().withCpl(0).with(13, false)), 0, 2, 3, 0, FRAME);
        Machine filled = Vector.range(1, 64).foldLeft(paged, (each, word) -> written(written(each, STORE - 8L * word, 5 * word), STORE - 8L * word + FRAME, 7 * word));
        Machine plain = filled.withCfm(Cfm.EMPTY).withStack(new RegisterStack(start.base(), 0, new VirtualAddress(STORE - 8), 0)).withPsr(filled.psr().with(DT, false).with(RT, before));
        Machine ready = new Place.Control(RegisterNumber.IFS).with(new Place.Control(RegisterNumber.IIP).with(new Place.Control(RegisterNumber.IPSR).with(plain, plain.psr().with(RT, after).bits()), Started.CODE), Long.MIN_VALUE | sof);
        Machine returned = Engaged.of(subject, ready, Single.branch("rfi", 2), step -> Choice.USUAL).next();
        for (int number = 0; number < sof; number++) assertEquals((observed(after, STORE_TRANSLATED) ? 7 : 5) * (sof - number + 1), returned.general(32 + number).bits(), "r" + (32 + number));
        Outcomes.label("translated").collect(before, after).coverage(Combinations.above(10, Combinations.EITHER, Combinations.EITHER));
    }

    private static Machine written(Machine machine, long at, long word) {
        return new Place.Bytes(new PhysicalAddress(at), 8).with(machine, word);
    }

    /// {@return the translations of a machine in which no page was written yet}
    private static Tlb clean(Machine machine) {
        return machine.addressing().tlb().cached(Stream.DATA).foldLeft(Tlb.EMPTY, (tlb, page) -> tlb.withCached(Stream.DATA,
            new Translation(page.pageBits(), page.rid(), page.sizeLog2(), page.key(), page.entryBits() & ~0x40L), true));
    }

    /// What the engine is doing when its reference faults.
    private enum Doing { FLUSH, ALLOCATE, LOAD, REFILL, WAIT }

    @Guarantee
    @Label("a fault of the engine tells rs with r or w, and whatever interrupts the loading of a frame tells ir and ends it; the frame stays as it is")
    @Stacks.Checks({STORE_TOLD, FRAME_TOLD, LOADING_ENDED})
    void told(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 4) int which, @ForAll @IntRange(max = 40) int number) {
        Doing doing = Doing.values()[which];
        Machine plain = start.machine().withPsr(start.psr().with(13, true).with(14, doing == Doing.WAIT).with(36, false).with(RT, true)).withTlb(Tlb.EMPTY);
        boolean loading = doing == Doing.REFILL || doing == Doing.WAIT;
        Machine stacked = loading ? plain.withCfm(Cfm.of(number + 1, 0, 0)).withStack(new RegisterStack(96, start.base(), -number - 1, new VirtualAddress(STORE + 8), 0, true)) : dirty(plain, doing == Doing.ALLOCATE ? 96 : number + 1);
        Machine machine = Took.at(new Place.Control(RegisterNumber.IRR + 2).with(RSC.with(stacked, doing == Doing.LOAD ? 97L * 8 << 16 : 0), doing == Doing.WAIT ? 1L << 9 : 0),
            Unit.M, doing == Doing.ALLOCATE ? "alloc r8=ar.pfs,1,0,0,0" : doing == Doing.LOAD ? "loadrs" : "flushrs");
        Took took = Took.of(subject, machine);
        Machine after = took.took(doing == Doing.WAIT ? Interruption.EXTERNAL_INTERRUPT : Interruption.ALTERNATE_DATA_TLB).after();
        long access = switch (doing) {
            case FLUSH, ALLOCATE -> 1L << 37 | 1L << 33;
            case LOAD, REFILL    -> 1L << 37 | 1L << 34;
            case WAIT            -> 0;
        };
        assertEquals(observed(access, STORE_TOLD) | observed(loading ? 1L << 38 : 0, FRAME_TOLD) | (long) machine.position().slot() << 41, took.isr());
        if (doing != Doing.WAIT) assertEquals(doing == Doing.LOAD ? STORE - 8 : STORE, took.control(RegisterNumber.IFA));
        assertEquals(Started.CODE, took.control(RegisterNumber.IIP));
        assertFalse(observed(after.stack().isLoading(), LOADING_ENDED));
        assertEquals(machine.stack().withLoading(false), after.stack());
        assertEquals(machine.cfm(), after.cfm());
        Outcomes.label("doing").collect(doing).coverage(checker -> Vector.of(Doing.values()).forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }
}
