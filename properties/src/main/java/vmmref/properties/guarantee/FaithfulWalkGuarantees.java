package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Walks.WALK_FAITHFUL;
import static vmmref.spec.Walks.WALK_TRANSPARENT;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Pta;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Walks;

/// What walks never do: they say nothing but what the table says, and nobody sees that they were made.
class FaithfulWalkGuarantees {
    private static final Seq<String> REFERRING = Vector.of("ld8 r8=[r9]", "ld4.s r8=[r9]", "st8 [r9]=r0", "xchg8 r8=[r9],r0", "tpa r8=r9", "probe.w r8=r9,3", "probe.rw.fault r9,3", "fc r9", "lfetch.fault [r9]", "lfetch [r9]", "tak r8=r9");

    private static Seq<Place.Cached> inserted(Executed executed) {
        return executed instanceof Executed.Done done ? done.effects().writes().filter(write -> write.place() instanceof Place.Cached && (Boolean) write.value()).map(write -> (Place.Cached) write.place()) : Vector.empty();
    }

    @Guarantee
    @Label("a step inserts one translation at most, each of whose bits stands in the entry of the page or in its region register, whatever else memory holds")
    @Walks.Checks(WALK_FAITHFUL)
    void faithful(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll("entries") Seq<Long> words, @ForAll boolean tagged, @ForAll @IntRange(max = 10) int which, @ForAll boolean gone) {
        Machine plain = table.machine(start.machine());
        Seq<Long> entry = tagged ? words.update(2, table.tag()) : words;
        Machine machine = Prepared.with(Took.at(table.holding(plain, entry), Unit.M, REFERRING.get(which)), 9, table.address());
        Machine ready = machine.withPsr(machine.psr().with(38, true).withCpl(which == 4 || which == 10 ? 0 : machine.psr().cpl()));
        Seq<Place.Cached> inserted = inserted(observed(subject.step(ready, gone ? Choice.of(Freedom.CACHE) : Choice.USUAL)));
        assertTrue(inserted.size() <= 1, inserted::toString);
        inserted.map(Place.Cached::translation).forEach(translation -> {
            assertEquals(entry.head(), translation.entryBits());
            assertEquals(table.isLong() ? entry.get(1) & 0xffff_fffcL : table.rid() * 256L + table.size() * 4, translation.key() * 256L + translation.sizeLog2() * 4);
            assertTrue(translation.rid() == table.rid() && translation.covers(table.rid(), new VirtualAddress(table.address())));
            if (table.isLong()) assertEquals(table.tag(), entry.get(2));
        });
        Outcomes.label("inserted").collect(inserted.nonEmpty(), table.isLong()).coverage(Combinations.above(3, Combinations.EITHER, Combinations.EITHER));
    }

    @Guarantee
    @Label("an instruction on a machine that walks comes to the same as on one whose handler of misses inserts with itc what the table says")
    @Walks.Checks(WALK_TRANSPARENT)
    void transparent(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll("entries") Seq<Long> words, @ForAll @IntRange(max = 10) int which) {
        Machine plain = table.machine(start.machine());
        Seq<Long> entry = words.update(2, table.tag());
        Machine machine = Prepared.with(Took.at(table.holding(plain, entry), Unit.M, REFERRING.get(which)), 9, table.address());
        Machine walking = machine.withPsr(machine.psr().withCpl(which == 4 || which == 10 ? 0 : machine.psr().cpl()));
        Machine resting = walking.withAddressing(walking.addressing().withPta(Pta.OFF));
        Executed walked = subject.step(walking, Choice.USUAL);
        Executed missed = subject.step(resting, Choice.USUAL);
        boolean misses = missed instanceof Executed.Raised(var fault, var because) && fault.kind() == Interruption.ALTERNATE_DATA_TLB;
        Discard.unless(misses, "nobody asks the handler: a query or a speculative load answers, or the prefetch is dropped");
        Seq<Translation> handled = handled(subject, resting, table, entry);
        Executed again = handled.isEmpty() ? missed : subject.step(resting.withTlb(resting.addressing().tlb().withCached(Stream.DATA, handled.head(), true)), Choice.USUAL);
        switch (again) {
            case Executed.Done done                  -> assertEquals(seen(resting.with(done.effects())), seen(resting.with(assertInstanceOf(Executed.Done.class, walked).effects())));
            case Executed.Raised(var fault, var why) -> assertEquals(handled.isEmpty() ? Interruption.DATA_TLB : fault.kind(), assertInstanceOf(Executed.Raised.class, walked).fault().kind());
            default                                  -> assertEquals(again, walked);
        }
        Outcomes.label("handled").collect(again.getClass().getSimpleName(), handled.isEmpty()).coverage(checker -> {
            checker.check("Done", false).percentage(share -> share > 10);
            checker.check("Raised", false).percentage(share -> share > 2);
            checker.check("Raised", true).percentage(share -> share > 5);
        });
    }

    /// {@return all that software sees, the caches aside}
    private static Machine seen(Machine machine) {
        return machine.withTlb(Tlb.EMPTY);
    }

    /// {@return what the handler inserts for the entry, unless `itc` faults}
    private static Seq<Translation> handled(Subject subject, Machine machine, Tabled table, Seq<Long> entry) {
        Machine quiet = machine.withPsr(machine.psr().with(13, false).with(36, false).withCpl(0)).withPosition(Position.at(Started.CODE));
        long itir = table.isLong() ? entry.get(1) : table.rid() * 256L + table.size() * 4;
        Machine ready = new Place.Control(20).with(new Place.Control(21).with(new Place.General(10).with(Took.at(quiet, Unit.M, "itc.d r10"), GeneralValue.of(entry.head())), itir), table.address());
        return inserted(subject.step(ready, Choice.USUAL)).map(Place.Cached::translation);
    }

    /// {@return the words of an entry: sound ones, and some with a few bits turned}
    @Provide
    Arbitrary<Seq<Long>> entries() {
        Arbitrary<Long> turned = Arbitraries.of(false, false, true).flatMap(turns -> turns ? Arbitraries.integers().between(0, 63).map(bit -> 1L << bit) : Arbitraries.just(0L));
        Arbitrary<Integer> sizes = Arbitraries.of(12, 14, 16, 20, 28, 13, 15);
        return Combinators.combine(turned, turned, sizes, Arbitraries.integers().between(0, 0x3ffff), Instructions.words())
            .as((first, second, size, key, word) -> Vector.of((Tabled.FRAME | Tabled.SOUND) ^ first, key * 256L + size * 4 ^ second, word));
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
