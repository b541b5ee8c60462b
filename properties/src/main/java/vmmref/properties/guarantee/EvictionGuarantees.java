package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Translations.CACHE_ENTRY_EVICTED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Crowd;
import vmmref.properties.arbitrary.Held;
import vmmref.properties.arbitrary.Operations;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Translations;

/// What holds of caches that are full.
class EvictionGuarantees {
    private static final int ENDLESS = 9999;

    private static Subject holding(Subject subject, int translations) {
        return subject.on(new Profile(subject.profile().name(), subject.profile().parameters().put("tc", String.valueOf(translations))));
    }

    @Guarantee
    @Costs(2)
    @Label("an insertion leaves no more translations in the cache than it holds, the inserted one among them; those that go come before all that stay, or after them, and registers and the other stream keep theirs")
    @Translations.Checks({CACHE_ENTRY_EVICTED, TRANSLATION_MATCHED})
    void room(Subject subject, @ForAll("crowds") Crowd crowd, @ForAll("insertions") Instruction.Insertion somewhere, @ForAll("words") long word, @ForAll @IntRange(min = 1, max = 4) int room,
              @ForAll boolean highest, @ForAll boolean kept) {
        Instruction.Insertion insertion = replacing(crowd, Operations.with(somewhere, crowd.aimed(somewhere.ifa(), word)));
        Addressing machine = crowd.uncollected();
        Choice choice = Choice.of(Vector.of(Freedom.EVICTION, Freedom.REPLACED).filter(freedom -> freedom == Freedom.EVICTION ? highest : kept));
        Executed executed = observed(holding(subject, room).execute(machine, insertion, choice));
        Discard.unless(executed instanceof Executed.Done, "the insertion overlaps a translation register");
        Tlb before = machine.tlb();
        Tlb after = machine.with(((Executed.Done) executed).effects()).tlb();
        Stream stream = insertion.stream();
        Translation page = LinearTlb.translation(insertion, machine.regions());
        Set<Translation> inserted = insertion instanceof Instruction.InsertRegister itr ? kept ? before.register(stream, itr.slot()).toSet() : HashSet.empty() : HashSet.of(page);
        Set<Translation> others = before.cached(stream).toSet().removeAll(LinearTlb.of(before).overlapping(stream, page.rid(), page.page(), page.size()).map(Entry::translation)).removeAll(inserted);
        Set<Translation> stay = after.cached(stream).toSet().removeAll(inserted);
        Set<Translation> go = others.removeAll(stay);
        assertEquals(inserted.isEmpty() ? 0 : Math.max(0, others.size() + 1 - room), go.size());
        assertTrue(after.cached(stream).toSet().containsAll(inserted) && others.containsAll(stay));
        assertTrue(go.forAll(gone -> stay.forAll(held -> highest ? text(gone).compareTo(text(held)) >= 0 : text(gone).compareTo(text(held)) <= 0)));
        assertEquals(pinned(before, insertion, page), after.entries(stream).all().reject(Entry::isCached).toSet());
        assertEquals(before.entries(other(stream)), after.entries(other(stream)));
        assertFound(subject, machine.withTlb(after), stream, page);
        Outcomes.label("gone").collect(Math.min(go.size(), 2), highest).coverage(checker -> Combinations.above(2, Vector.of(0, 1, 2), Combinations.EITHER).accept(checker));
        Outcomes.label("survivor").collect(insertion instanceof Instruction.InsertRegister && inserted.nonEmpty() && go.nonEmpty()).coverage(checker -> checker.check(true).percentage(share -> share > 0.5));
    }

    /// {@return the same insertion, if it is into a register into one that is occupied, where any is}
    private static Instruction.Insertion replacing(Crowd crowd, Instruction.Insertion insertion) {
        Seq<Held> pinned = crowd.of(insertion.stream()).held().reject(Held::isCached);
        return insertion instanceof Instruction.InsertRegister itr && pinned.nonEmpty()
            ? new Instruction.InsertRegister(itr.stream(), GeneralValue.of(pinned.head().entry().slot()), itr.r2(), itr.ifa(), itr.itir()) : insertion;
    }

    /// {@return region identifier, page and size, so that the order of texts is that of the numbers}
    private static String text(Translation translation) {
        return "%06x %016x %02d".formatted(translation.rid(), translation.page().bits(), translation.sizeLog2());
    }

    private static Set<Entry> pinned(Tlb before, Instruction.Insertion insertion, Translation page) {
        Set<Entry> held = before.entries(insertion.stream()).all().reject(Entry::isCached).toSet();
        return insertion instanceof Instruction.InsertRegister itr ? held.filter(entry -> entry.slot() != itr.slot()).add(Entry.pinned(itr.slot(), page)) : held;
    }

    private static void assertFound(Subject subject, Addressing machine, Stream stream, Translation page) {
        new Crowd(Vector.empty(), machine.regions()).regionsOf(page.rid()).headOption().map(region -> Crowd.in(region, page.page().bits())).forEach((VirtualAddress address) ->
            assertEquals(LinearTlb.reached(page, address), ((Translated.To) observed(subject.translate(machine, Operations.of(stream, address), Choice.USUAL))).address()));
    }

    private static Stream other(Stream stream) {
        return stream == Stream.DATA ? Stream.INSTRUCTION : Stream.DATA;
    }

    @Guarantee
    @Costs(64)
    @Label("a program whose pages are more than a cache holds reads and writes what it does with an endless cache, whatever makes room, is gone or is not walked for")
    @Translations.Checks(CACHE_ENTRY_EVICTED)
    void pressure(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll("touches") Seq<AddressSpace.Touch> touches, @ForAll @IntRange(min = 1, max = 4) int room) {
        AddressSpace small = AddressSpace.of(holding(subject, room), start, table);
        AddressSpace endless = AddressSpace.of(holding(subject, ENDLESS), start, table);
        for (int number = 0; number < touches.size(); number++) {
            AddressSpace.Touch touch = touches.get(number);
            small = small.after(touch, number + 1);
            endless = endless.after(new AddressSpace.Touch(touch.page(), touch.stores(), false, Choice.USUAL), number + 1);
            assertTrue(small.cached() <= room);
            assertEquals(endless.machine().general(), small.machine().general());
        }
        assertEquals(small.written(), small.words());
        assertEquals(small.words(), endless.words());
        assertEquals(touches.map(AddressSpace.Touch::page).distinct().size(), endless.walks());
        Outcomes.label("evictions").collect(small.evicted() > 4, touches.exists(touch -> touch.choice().takes(Freedom.EVICTION))).coverage(checker -> checker.check(true, true).percentage(share -> share > 30));
        Outcomes.label("walks").collect(small.walks() > endless.walks(), table.isLong()).coverage(Combinations.above(5, Vector.of(true), Combinations.EITHER));
    }

    @Provide
    Arbitrary<Crowd> crowds() {
        return Pages.crowds();
    }

    @Provide
    Arbitrary<Instruction.Insertion> insertions() {
        return Operations.insertions();
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Tabled> tables() {
        return Tabled.any();
    }

    /// Half of the references take no freedom but that of the eviction; the others any.
    @Provide
    Arbitrary<Seq<AddressSpace.Touch>> touches() {
        Seq<Choice> any = Choice.among(Vector.of(Freedom.CACHE, Freedom.WALKER, Freedom.EVICTION));
        Seq<Choice> kept = Choice.among(Vector.of(Freedom.EVICTION));
        Arbitrary<Choice> choices = Arbitraries.oneOf(Arbitraries.of(kept.asJava()), Arbitraries.of(any.asJava()));
        return Combinators.combine(Pages.numbers(AddressSpace.PAGES), Arbitraries.of(false, true), Arbitraries.of(false, true), choices).as(AddressSpace.Touch::new).list().ofMinSize(4).ofMaxSize(24).map(Vector::ofAll);
    }
}
