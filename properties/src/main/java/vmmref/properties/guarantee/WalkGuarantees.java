package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.References.MISS_ALTERNATE;
import static vmmref.spec.Walks.ENTRY_ORDERED;
import static vmmref.spec.Walks.ENTRY_REFUSED;
import static vmmref.spec.Walks.ENTRY_UNREADABLE;
import static vmmref.spec.Walks.ENTRY_UNTRANSLATED;
import static vmmref.spec.Walks.LONG_ENTRY_READ;
import static vmmref.spec.Walks.SHORT_ENTRY_READ;
import static vmmref.spec.Walks.TAG_MISMATCHED;
import static vmmref.spec.Walks.WALKER_ENABLED;
import static vmmref.spec.Walks.WALK_ABORTED;
import static vmmref.spec.Walks.WALK_INSERTED;
import static vmmref.spec.Walks.WALK_OVERLAPPED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.References;
import vmmref.spec.Walks;

/// What holds of walks for a load or a fetch in a page that nothing translates but an entry of the page table.
class WalkGuarantees {
    private static final long ENTRY = Tabled.FRAME | Tabled.SOUND;
    private static final Profile ITANIUM2 = Profile.named("itanium2").get();

    /// {@return a machine whose table has an entry for the page}
    private static Machine sound(Started start, Tabled table, boolean fetch) {
        return table.referring(table.holding(table.machine(start.machine()), table.words(ENTRY)), fetch);
    }

    private static Interruption miss(boolean fetch) {
        return fetch ? Interruption.INSTRUCTION_TLB : Interruption.DATA_TLB;
    }

    private static Stream stream(boolean fetch) {
        return fetch ? Stream.INSTRUCTION : Stream.DATA;
    }

    /// {@return the translations that come into the caches}
    private static Seq<Place.Cached> inserted(Executed.Done done) {
        return done.effects().writes().filter(write -> write.place() instanceof Place.Cached && (Boolean) write.value()).map(write -> (Place.Cached) write.place());
    }

    private static Executed.Done walked(Subject subject, Machine machine, Seq<Place.Cached> expected) {
        Executed.Done done = assertInstanceOf(Executed.Done.class, observed(subject.step(machine, Choice.USUAL)));
        assertEquals(expected.toVector(), inserted(done).toVector());
        return done;
    }

    private static void assertRaises(Interruption expected, Walks because, Executed result) {
        Executed.Raised raised = assertInstanceOf(Executed.Raised.class, observed(result));
        assertEquals(expected, raised.fault().kind());
        assertEquals(because, raised.because());
    }

    @Guarantee
    @Label("the table is walked if PTA and the region of the address say so and data is translated, for a fetch only while fetches are translated and interruptions collected, too")
    @References.Checks(MISS_ALTERNATE)
    @Walks.Checks(WALKER_ENABLED)
    void enabled(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll boolean fetch, @ForAll @IntRange(max = 9) int off) {
        Machine machine = sound(start, table, fetch);
        Machine turned = switch (off) {
            case 0  -> new Place.Control(8).with(machine, table.pta() & -2);
            case 1  -> machine.withAddressing(machine.addressing().withRegions(machine.addressing().regions().with(table.region(), new RegionRegister(table.rid() * 256L + table.size() * 4))));
            case 2  -> machine.withPsr(machine.psr().with(17, false));
            case 3  -> machine.withPsr(machine.psr().with(13, false));
            case 4  -> table.home() == table.region() ? machine : machine.withAddressing(machine.addressing().withRegions(machine.addressing().regions().with(table.home(), new RegionRegister(table.homeRid() * 256L + 16 * 4))));
            case 5  -> machine.withPsr(machine.psr().with(27, false));
            default -> machine;
        };
        boolean walks = off > 3 || off == 3 && !fetch;
        Executed result = observed(subject.step(turned, Choice.USUAL));
        if (walks) assertEquals(Vector.of(new Place.Cached(stream(fetch), table.translation(ENTRY))), inserted(observed(assertInstanceOf(Executed.Done.class, result), WALKER_ENABLED)).toVector());
        else if (off == 2 && !fetch) assertEquals(Vector.empty(), inserted(assertInstanceOf(Executed.Done.class, result)).toVector());
        else assertEquals(fetch ? Interruption.ALTERNATE_INSTRUCTION_TLB : Interruption.ALTERNATE_DATA_TLB, assertInstanceOf(Executed.Raised.class, result).fault().kind());
        Outcomes.label("off").collect(off, fetch).coverage(Combinations.above(1, Vector.range(0, 10), Combinations.EITHER));
    }

    @Guarantee
    @Label("an entry that nothing translates for data is a fault of its own, though something translates it for fetches; there is no second walk")
    @Walks.Checks(ENTRY_UNTRANSLATED)
    void untranslated(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll boolean fetch, @ForAll boolean collected) {
        Machine mapped = sound(start, table, fetch);
        Translation held = mapped.addressing().tlb().register(Stream.DATA, 7).get();
        Machine machine = mapped.withTlb(mapped.addressing().tlb().withRegister(Stream.DATA, 7, Option.none()).withRegister(Stream.INSTRUCTION, 7, Option.some(held)));
        if (collected || fetch) {
            assertRaises(Interruption.VHPT_TRANSLATION, ENTRY_UNTRANSLATED, subject.step(machine, Choice.USUAL));
        } else {
            Executed nested = subject.step(machine.withPsr(machine.psr().with(13, false)), Choice.USUAL);
            assertEquals(Interruption.DATA_NESTED_TLB, assertInstanceOf(Executed.Raised.class, nested).fault().kind());
        }
        Outcomes.label("reference").collect(fetch, collected, table.isLong()).coverage(Combinations.above(5, Combinations.EITHER, Combinations.EITHER, Combinations.EITHER));
    }

    /// What is wrong with the page of an entry.
    public enum Hidden { ABSENT, NOT_ACCESSED, UNCACHEABLE, EXPORTED, COALESCING, NAT_PAGE, KEY_MISSING, KEY_DISABLED, WATCHED, UNIMPLEMENTED, NOTHING }

    @Guarantee
    @Costs(4)
    @Label("an entry is read in a page that is present, accessed and write back, whose key may be read and that no breakpoint watches; nothing else of the page matters")
    @Walks.Checks(ENTRY_UNREADABLE)
    void unreadable(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled any, @ForAll Hidden hidden, @ForAll boolean fetch, @ForAll @IntRange(max = 63) int other) {
        Tabled table = hidden == Hidden.UNIMPLEMENTED ? new Tabled(true, any.size(), any.room(), any.start(), any.region(), any.rid(), any.page(), any.within()) : any;
        long free = (other & 1L) << 6 | (other >> 1 & 3L) << 7 | (other >> 3 & 7L) << 9;
        long pte = Tabled.TABLE | free | switch (hidden) {
            case ABSENT       -> 0x20;
            case NOT_ACCESSED -> 0x01;
            case UNCACHEABLE  -> 0x31;
            case EXPORTED     -> 0x35;
            case COALESCING   -> 0x39;
            case NAT_PAGE     -> 0x3d;
            default           -> 0x21;
        };
        Machine machine = table.referring(table.holding(spoilt(table.machine(start.machine(), pte), table, hidden), table.words(ENTRY)), fetch);
        Executed result = subject.on(Profile.named("minimal").get()).step(machine, Choice.USUAL);
        if (hidden == Hidden.NOTHING) assertEquals(1, inserted(assertInstanceOf(Executed.Done.class, result)).size());
        else assertRaises(miss(fetch), ENTRY_UNREADABLE, result);
        Outcomes.label("hidden").collect(hidden, fetch).coverage(Combinations.above(1, Vector.of(Hidden.values()), Combinations.EITHER));
    }

    private static Machine spoilt(Machine machine, Tabled table, Hidden hidden) {
        long key = hidden == Hidden.KEY_MISSING ? 0 : Tabled.TABLE_KEY * 256L + (hidden == Hidden.KEY_DISABLED ? 5 : 1);
        Machine keyed = new Place.Key(2).with(new Place.Key(3).with(new Place.Key(4).with(machine, new ProtectionKeyRegister(1)),
            new ProtectionKeyRegister((table.isLong() ? Tabled.OWN_KEY : table.rid()) * 256L + 1)), new ProtectionKeyRegister(key));
        Machine watching = new Place.Indirect(IndirectRegisters.File.DBR, 2).with(new Place.Indirect(IndirectRegisters.File.DBR, 3).with(keyed, 0x81ff_ffff_ffff_ffffL), table.entry());
        Psr psr = machine.psr().with(15, hidden == Hidden.KEY_MISSING || hidden == Hidden.KEY_DISABLED).with(24, hidden == Hidden.WATCHED).with(39, hidden == Hidden.WATCHED);
        Machine set = (hidden == Hidden.WATCHED ? watching : keyed).withPsr(psr);
        return hidden == Hidden.UNIMPLEMENTED ? new Place.Control(8).with(set, table.pta() | 1L << 60) : set;
    }

    @Guarantee
    @Label("what an entry says is inserted, present or not, for the stream of the reference: of the preferred size with the region identifier as key in the short format, as it says itself in the long one; DCR says in which order its bytes stand")
    @Walks.Checks({ENTRY_ORDERED, SHORT_ENTRY_READ, LONG_ENTRY_READ, WALK_INSERTED})
    void found(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll boolean fetch, @ForAll boolean big, @ForAll boolean present) {
        long entry = present ? ENTRY : ENTRY - 1;
        Seq<Long> words = table.words(entry).map(word -> big ? Long.reverseBytes(word) : word);
        Machine plain = table.machine(start.machine());
        Machine machine = table.referring(table.holding(plain.withAddressing(plain.addressing().withDcr(new Dcr(big ? 2 : 0))), words), fetch);
        if (present) {
            Machine after = machine.with(walked(subject, machine, Vector.of(new Place.Cached(stream(fetch), table.translation(entry)))).effects());
            observed(after, table.isLong() ? LONG_ENTRY_READ : SHORT_ENTRY_READ);
            if (big) observed(after, ENTRY_ORDERED);
            assertEquals(machine.addressing().tlb().withCached(stream(fetch), table.translation(entry), true), after.addressing().tlb());
        } else {
            assertEquals(Interruption.PAGE_NOT_PRESENT, assertInstanceOf(Executed.Raised.class, subject.step(machine, Choice.USUAL)).fault().kind());
        }
        Outcomes.label("entry").collect(table.isLong(), fetch, big, present).coverage(Combinations.above(2, Combinations.EITHER, Combinations.EITHER, Combinations.EITHER, Combinations.EITHER));
    }

    @Guarantee
    @Label("a third word that differs from the tag in any bit, the invalid one among them, is that of another page; the fourth says nothing")
    @Walks.Checks(TAG_MISMATCHED)
    void mismatched(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled any, @ForAll boolean fetch, @ForAll @IntRange(max = 127) int bit) {
        Tabled table = new Tabled(true, any.size(), any.room(), any.start(), any.region(), any.rid(), any.page(), any.within());
        Seq<Long> words = table.words(ENTRY).append(0L);
        int word = 2 + bit / 64;
        Machine machine = table.referring(table.holding(table.machine(start.machine()), words.update(word, words.get(word) ^ 1L << bit)), fetch);
        if (word == 3) walked(subject, machine, Vector.of(new Place.Cached(stream(fetch), table.translation(ENTRY))));
        else assertRaises(miss(fetch), TAG_MISMATCHED, subject.step(machine, Choice.USUAL));
        Outcomes.label("word").collect(word, fetch).coverage(Combinations.above(10, Vector.of(2, 3), Combinations.EITHER));
    }

    /// Typed: the bits of a sound entry of 16 KB that must not be turned, of its first and second word; those of the second below 8 count also where the page is not present.
    private static final Set<Integer> FIRST = HashSet.of(1, 2, 3, 50, 51);
    private static final Set<Integer> SECOND = HashSet.of(0, 1, 2, 4, 5, 7).addAll(Vector.range(32, 64));

    @Guarantee
    @Label("what itc refuses is not inserted: of a sound entry with one bit turned the walker makes what itc makes of it")
    @Walks.Checks(ENTRY_REFUSED)
    void refused(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled any, @ForAll @IntRange(max = 127) int bit, @ForAll boolean present) {
        Subject rules = subject.on(ITANIUM2);
        Tabled table = new Tabled(any.isLong(), 14, any.room(), any.start(), any.region(), any.rid(), any.page(), any.within());
        Discard.unless(bit < 64 || table.isLong(), "the short format has one word");
        Seq<Long> sound = Vector.of((present ? ENTRY : ENTRY - 1), (table.isLong() ? Tabled.OWN_KEY : table.rid()) * 256L + 14 * 4, table.tag());
        Seq<Long> words = sound.update(bit / 64, sound.get(bit / 64) ^ 1L << bit);
        boolean isPresent = (words.head() & 1) != 0;
        boolean refused = bit < 64 ? isPresent && FIRST.contains(bit) : SECOND.contains(bit - 64) && (isPresent || bit < 72);
        Machine plain = table.machine(start.machine());
        Machine machine = table.referring(table.holding(plain.withPsr(plain.psr().with(38, true).withCpl(0)), table.isLong() ? words : words.take(1)), false);
        Executed result = rules.step(machine, Choice.USUAL);
        Option<Translation> inserted = inserting(rules, machine, table, words);
        assertEquals(refused, inserted.isEmpty());
        if (refused) assertRaises(Interruption.DATA_TLB, ENTRY_REFUSED, result);
        else if (isPresent && bit != 4) assertEquals(inserted.toVector(), inserted(assertInstanceOf(Executed.Done.class, result)).map(Place.Cached::translation).toVector());
        Outcomes.label("refused").collect(refused, isPresent, table.isLong()).coverage(checker -> {
            for (boolean wide : new boolean[] {true, false}) {
                checker.check(true, true, wide).count(count -> count > 0);
                checker.check(false, true, wide).count(count -> count > 0);
                checker.check(false, false, wide).count(count -> count > 0);
            }
            checker.check(true, false, true).count(count -> count > 0);
        });
    }

    /// {@return what `itc` inserts}
    private static Option<Translation> inserting(Subject subject, Machine machine, Tabled table, Seq<Long> words) {
        Machine quiet = machine.withPsr(machine.psr().with(13, false).withCpl(0));
        Machine ready = new Place.Control(20).with(new Place.Control(21).with(Prepared.with(Took.at(quiet.withPosition(Position.at(Started.CODE)).withPsr(quiet.psr().with(36, false)), Unit.M, "itc.d r10"), 10, words.get(0)), words.get(1)), table.address());
        return subject.step(ready, Choice.USUAL) instanceof Executed.Done done ? inserted(done).map(Place.Cached::translation).headOption() : Option.none();
    }

    @Guarantee
    @Label("nothing is said of a walk whose page shares an address with a translation register of its stream; one of the other stream, and what the caches hold, do not matter")
    @Walks.Checks(WALK_OVERLAPPED)
    void overlapped(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled any, @ForAll boolean fetch, @ForAll @IntRange(max = 2) int where) {
        Tabled table = new Tabled(true, any.size(), any.room(), any.start(), any.region(), any.rid(), any.page(), any.within());
        Machine machine = sound(start, table, fetch);
        Translation beside = Translation.of(new VirtualAddress(table.address() ^ 0x8000), table.rid(), new PageSize(12), 0, new Pte(0));
        Executed result = observed(subject.step(machine.withTlb(switch (where) {
            case 0  -> machine.addressing().tlb().withRegister(stream(fetch), 3, Option.some(beside));
            case 1  -> machine.addressing().tlb().withRegister(stream(!fetch), 3, Option.some(beside));
            default -> machine.addressing().tlb().withCached(stream(fetch), beside, true);
        }), Choice.USUAL));
        if (where == 0) {
            assertEquals(new Executed.Unspecified(WALK_OVERLAPPED), result);
        } else {
            Executed.Done done = assertInstanceOf(Executed.Done.class, result);
            assertEquals(Vector.of(new Place.Cached(stream(fetch), table.translation(ENTRY))), inserted(done).toVector());
            assertEquals(where == 2, done.effects().writes().exists(write -> write.place().equals(new Place.Cached(stream(fetch), beside)) && !(Boolean) write.value()));
        }
        Outcomes.label("where").collect(where, fetch).coverage(Combinations.above(5, Vector.of(0, 1, 2), Combinations.EITHER));
    }

    @Guarantee
    @Label("a walk that is given up is one in vain, whatever the table holds; what is translated is not walked for")
    @Walks.Checks(WALK_ABORTED)
    void aborted(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll boolean fetch, @ForAll boolean mapped, @ForAll boolean held) {
        Machine plain = sound(start, table, fetch);
        Machine machine = mapped ? plain : plain.withTlb(plain.addressing().tlb().withRegister(Stream.DATA, 7, Option.none()));
        Machine ready = held ? machine.withTlb(machine.addressing().tlb().withCached(stream(fetch), table.translation(ENTRY), true)) : machine;
        Executed result = observed(subject.step(ready, Choice.of(Freedom.WALKER)));
        if (held) assertEquals(Vector.empty(), inserted(assertInstanceOf(Executed.Done.class, result)).toVector());
        else assertRaises(miss(fetch), ENTRY_UNREADABLE, observed(result, WALK_ABORTED));
        Outcomes.label("walk").collect(fetch, mapped, held).coverage(Combinations.above(5, Combinations.EITHER, Combinations.EITHER, Combinations.EITHER));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Tabled> tables() {
        return Tabled.any();
    }
}
