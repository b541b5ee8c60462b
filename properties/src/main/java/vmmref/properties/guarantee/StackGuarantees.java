package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Stacks.ALLOCATION_SPILLED;
import static vmmref.spec.Stacks.COLLECTION_LOADED;
import static vmmref.spec.Stacks.COLLECTION_REMAINING;
import static vmmref.spec.Stacks.COLLECTION_STORED;
import static vmmref.spec.Stacks.FRAME_INCOMPLETE;
import static vmmref.spec.Stacks.FRAME_REFILLED;
import static vmmref.spec.Stacks.FRAME_RESUMED;
import static vmmref.spec.Stacks.LOADED_COLLECTION_LOST;
import static vmmref.spec.Stacks.LOADING_ILLEGAL;
import static vmmref.spec.Stacks.REFERENCE_STEPPED;
import static vmmref.spec.Stacks.REGISTER_LOADED;
import static vmmref.spec.Stacks.REGISTER_PLACED;
import static vmmref.spec.Stacks.REGISTER_STORED;
import static vmmref.spec.Stacks.STACK_FLUSHED;
import static vmmref.spec.Stacks.STACK_LOADED;
import static vmmref.spec.Stacks.STORE_ORDERED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Stacks;

/// What holds of stores and loads of the register stack engine.
class StackGuarantees {
    private static final Place.Application PFS = new Place.Application(RegisterNumber.PFS);
    private static final Place.Control IFS = new Place.Control(RegisterNumber.IFS);
    private static final Instruction FLUSH = Formed.of("flushrs");
    private static final Instruction LOAD = Formed.of("loadrs");

    @Guarantee
    @Costs(2)
    @Label("flushrs stores the dirty registers one by one, the oldest first, and their NaT bits behind each 63 of them, and leaves the machine as it was but for its store")
    @Stacks.Checks({REGISTER_PLACED, REGISTER_STORED, COLLECTION_STORED, COLLECTION_REMAINING, REFERENCE_STEPPED, STACK_FLUSHED})
    void flushing(Subject subject, @ForAll("starts") Started start, @ForAll("stores") Stored store) {
        Machine before = store.dirty(start.machine());
        Seq<Stored.Word> words = store.upwards();
        Engaged flushed = Engaged.of(subject, before, FLUSH);
        assertEquals(words.size() + 1, flushed.steps());
        for (int step = 0; step < words.size(); step++) {
            Stored.Word word = words.get(step);
            Machine was = flushed.states().get(step);
            Machine is = flushed.states().get(step + 1);
            assertEquals(word.at(), was.stack().bspstore().bits());
            assertEquals(store.bsp(), observed(is.stack().bsp().bits(), REGISTER_PLACED));
            long bit = word.isCollection() ? 0 : 1L << (word.at() / 8 & 63);
            GeneralValue expected = word.isCollection() ? GeneralValue.of(was.stack().rnat()) : before.general().get(48 + (start.base() + 96 - store.number() + word.number()) % 96);
            assertEquals(expected.bits(), store.read(is, word.at()));
            assertEquals(expected.nat(), (is.stack().rnat() & bit) != 0);
            assertEquals(was.stack().rnat() & ~bit, observed(is.stack().rnat() & ~bit, COLLECTION_REMAINING));
            assertEquals(was.withPosition(was.position().unfetched()), is.withMemory(was.memory()).withStack(was.stack()).withPosition(is.position().unfetched()));
        }
        Machine after = flushed.after();
        assertEquals(store.bsp(), after.stack().bspstore().bits());
        assertEquals(0, after.stack().dirty());
        Outcomes.label("collections").collect(words.count(Stored.Word::isCollection)).coverage(checker -> Vector.of(0, 1, 2).forEach(each -> checker.check(each).percentage(share -> share > 2)));
    }

    @Guarantee
    @Costs(2)
    @Label("loadrs makes dirty what lies in the bytes below BSP that RSC tells, loading what is not there, and nothing else; it is illegal for more than there is room for, in a frame, and while the engine is not lazy")
    @Stacks.Checks({REGISTER_LOADED, COLLECTION_LOADED, LOADING_ILLEGAL, STACK_LOADED, LOADED_COLLECTION_LOST})
    void loading(Subject subject, @ForAll("starts") Started start, @ForAll("stores") Stored store, @ForAll @IntRange(max = 900) int bytes, @ForAll @IntRange(max = 15) int mode, @ForAll @IntRange(max = 7) int framed) {
        Machine held = store.dirty(store.filled(start.machine(), start.seed())).withCfm(framed == 0 ? start.cfm() : Cfm.EMPTY);
        Machine fitting = held.stack().fits(held.cfm().sof()) ? held : held.withCfm(Cfm.EMPTY);
        Machine before = new Place.Application(RegisterNumber.RSC).with(fitting, (long) bytes << 16 | (mode < 4 ? mode : 0) | (store.big() ? 0x10 : 0));
        Seq<Stored.Word> words = Stored.downwards(store.bsp(), bytes / 8);
        long registers = words.count(word -> !word.isCollection());
        boolean illegal = mode > 0 && mode < 4 || bytes != 0 && fitting.cfm().sof() != 0 || registers > 96;
        Engaged loaded = Engaged.of(subject, before, LOAD);
        if (illegal) {
            assertEquals(Interruption.ILLEGAL_OPERATION, ((Executed.Raised) loaded.last()).fault().kind());
            assertEquals(0, loaded.steps());
        } else {
            Machine after = loaded.after();
            assertEquals(store.bsp() - bytes / 8 * 8, after.stack().bspstore().bits());
            assertEquals(registers, after.stack().dirty());
            assertEquals(before.stack().bsp(), after.stack().bsp());
            assertEquals(loaded.before().memory(), after.memory());
            Seq<Stored.Word> missing = words.drop(store.upwards().size());
            assertEquals(missing.size() + 1, loaded.steps());
            long rnat = observed(before.stack().rnat(), LOADED_COLLECTION_LOST);
            int number = store.number();
            for (Stored.Word word : missing) {
                long value = store.read(before, word.at());
                if (word.isCollection()) rnat = value & Long.MAX_VALUE;
                else assertEquals(new GeneralValue(value, (rnat >> (word.at() / 8 & 63) & 1) != 0), after.general().get(48 + (start.base() + 192 - ++number) % 96));
            }
        }
        Outcomes.label("load").collect(illegal ? "illegal" : loaded.steps() > 1 ? "loading" : "dropping").coverage(checker -> Vector.of("illegal", "loading", "dropping").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    @Guarantee
    @Costs(2)
    @Label("the order of bytes in the backing store is what RSC says, and PSR does not matter: what one order stores it loads again, and the other order finds it reversed")
    @Stacks.Checks(STORE_ORDERED)
    void ordered(Subject subject, @ForAll("starts") Started start, @ForAll("stores") Stored store, @ForAll boolean other) {
        Machine before = store.dirty(start.machine());
        Machine flushed = Engaged.of(subject, before, FLUSH).after();
        Seq<Stored.Word> words = store.upwards();
        for (Stored.Word word : words) assertEquals(store.read(flushed, word.at()), Long.reverseBytes(new Stored(store.number(), store.from(), !store.big(), store.rnat()).read(flushed, word.at())));
        Machine turned = flushed.withPsr(flushed.psr().with(1, other)).withCfm(Cfm.EMPTY);
        Machine loading = new Place.Application(RegisterNumber.RSC).with(turned, 8L * words.size() << 16 | (store.big() ? 0x10 : 0));
        Machine loaded = Engaged.of(subject, loading, LOAD).after();
        assertEquals(before.stack().dirty(), loaded.stack().dirty());
        for (int distance = 1; distance <= store.number(); distance++) {
            int physical = 48 + (start.base() + 96 - distance) % 96;
            assertEquals(before.general().get(physical), loaded.general().get(physical), "below." + distance);
        }
        Outcomes.label("order").collect(store.big(), other).coverage(Combinations.above(10, Combinations.EITHER, Combinations.EITHER));
    }

    @Guarantee
    @Label("an allocation stores as many registers as there is no room for, the oldest ones, before it does anything")
    @Stacks.Checks(ALLOCATION_SPILLED)
    void spilling(Subject subject, @ForAll("starts") Started start, @ForAll("stores") Stored store, @ForAll @IntRange(max = 96) int sof) {
        Machine before = store.dirty(start.machine().withCfm(Cfm.of(Math.min(start.cfm().sof(), 96 - store.number()), 0, 0)));
        Engaged engaged = Engaged.of(subject, before, Formed.of("alloc r1=ar.pfs,sof,sol,sor", 8, sof, 0, 0));
        int stored = Math.max(0, sof + store.number() - 96);
        Machine after = engaged.after();
        assertEquals(store.number() - stored, after.stack().dirty());
        assertEquals(before.stack().bsp(), observed(after.stack().bsp(), ALLOCATION_SPILLED));
        for (Machine state : engaged.states().init()) assertEquals(before.cfm(), state.cfm());
        assertEquals(Cfm.of(sof, 0, 0), after.cfm());
        Seq<Stored.Word> words = store.upwards().filter(word -> !word.isCollection()).take(stored);
        for (Stored.Word word : words) assertEquals(before.general().get(48 + (start.base() + 96 - store.number() + word.number()) % 96).bits(), store.read(after, word.at()));
        Outcomes.label("stores").collect(stored > 0).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    @Guarantee
    @Costs(2)
    @Label("a return to a frame that memory holds finds the registers with their NaT bits, those that were dirty untouched, and steps once for each word that is loaded")
    @Stacks.Checks({FRAME_REFILLED, REGISTER_LOADED})
    void refilling(Subject subject, @ForAll("starts") Started start, @ForAll("stores") Stored store, @ForAll @IntRange(max = 96) int sol) {
        Machine caller = store.dirty(start.machine().withCfm(Cfm.EMPTY));
        Machine flushed = Engaged.of(subject, caller, FLUSH).after();
        int local = Math.min(sol, store.number());
        Machine returning = new Place.Branch(0).with(PFS.with(flushed, local | (long) local << 7), Started.CODE);
        Engaged returned = Engaged.of(subject, returning, Single.branch("br.ret.sptk.many b0", 2), step -> Choice.USUAL);
        Machine after = returned.next();
        assertFalse(after.stack().isIncomplete());
        assertEquals(after.stack().bsp(), after.stack().bspstore());
        assertEquals(BackWalk.down(store.bsp(), local), after.stack().bsp().bits());
        for (int number = 0; number < local; number++) assertEquals(caller.general().get(48 + (start.base() + 96 - local + number) % 96), after.general(32 + number), "r" + (32 + number));
        Outcomes.label("loads").collect(local > 0).coverage(checker -> checker.check(true).percentage(share -> share > 20));
    }

    @Guarantee
    @Costs(2)
    @Label("a frame whose loads were interrupted is loaded on by a return that keeps it; nothing is said of most else; cover makes dirty what it has")
    @Stacks.Checks({FRAME_RESUMED, FRAME_INCOMPLETE})
    void resuming(Subject subject, @ForAll("starts") Started start, @ForAll("stores") Stored store, @ForAll @IntRange(min = 1, max = 40) int missing, @ForAll @IntRange(max = 40) int more) {
        int sof = missing + more;
        Machine filled = store.filled(start.machine().withPsr(start.psr().withCpl(0).with(13, false)), start.seed());
        Machine lacking = new Place.Application(RegisterNumber.RSC).with(filled, 0L).withCfm(Cfm.of(sof, 0, 0)).withStack(new RegisterStack(96, start.base(), -missing, new VirtualAddress(store.bsp()), 0, false));
        Machine machine = new Place.Control(RegisterNumber.IIP).with(new Place.Control(RegisterNumber.IPSR).with(lacking, lacking.psr().bits()), Started.CODE);
        Seq<Instruction> unsaid = Vector.of(FLUSH, LOAD, Formed.of("alloc r1=ar.pfs,sof,sol,sor", 8, sof, 0, 0), Formed.of("br.ret b2", 0), Formed.of("br.call b1=b2", 0, 0), Formed.of("mov.m ar3=r2", 18, 0));
        Machine empty = PFS.with(machine, 0L);
        for (Instruction instruction : unsaid) {
            Executed executed = observed(Engaged.of(subject, instruction == LOAD ? empty.withCfm(Cfm.of(sof, 0, 0)) : empty, instruction).last());
            assertEquals(new Executed.Unspecified(FRAME_INCOMPLETE), executed);
        }
        assertEquals(new Executed.Unspecified(FRAME_INCOMPLETE), Engaged.of(subject, IFS.with(machine, Long.MIN_VALUE), Single.branch("rfi", 2), step -> Choice.USUAL).last());
        Engaged resumed = Engaged.of(subject, IFS.with(machine, 0L), Single.branch("rfi", 2), step -> Choice.USUAL);
        long rnat = 0;
        int number = missing;
        for (long at = store.bsp() - 8; number > 0; at -= 8) {
            long value = machine.memory().read(new PhysicalAddress(at), 8);
            if (BackWalk.isCollection(at)) rnat = value & Long.MAX_VALUE;
            else assertEquals(new GeneralValue(value, (rnat >> (at / 8 & 63) & 1) != 0), resumed.next().general(31 + number--));
        }
        assertEquals(0, observed(resumed.next(), FRAME_RESUMED).stack().dirty());
        assertEquals(machine.stack().bsp(), resumed.next().stack().bspstore());
        assertEquals(machine.cfm(), resumed.next().cfm());
        assertTrue(resumed.steps() > missing);
        Machine covered = Engaged.of(subject, machine, Formed.of("cover")).after();
        assertEquals(more, covered.stack().dirty());
        assertEquals(machine.stack().bspstore(), covered.stack().bspstore());
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Stored> stores() {
        return Stored.any();
    }
}
