package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.MEMORY_SHARED;
import static vmmref.spec.Interruptions.PURGE_SHARED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.StatisticsCoverage;
import vmmref.model.alat.Alat;
import vmmref.model.bundle.Unit;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.multiprocessor.Multiprocessor;
import vmmref.model.multiprocessor.SharedTurn.After;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of several processors with one memory.
class SharingGuarantees {
    /// An instruction that writes the low bytes of r10 to memory.
    private record Writing(String text, int size) { }

    private static final Seq<Writing> WRITING = Vector.of(new Writing("(p6) st1 [r9]=r10", 1), new Writing("(p6) st4.rel [r9]=r10", 4), new Writing("(p6) st8 [r9]=r10", 8), new Writing("(p6) xchg2 r8=[r9],r10", 2));
    private static final int BYTES = 32;

    @Guarantee
    @Costs(4)
    @Label("what a processor writes, all the others read, and each loses an advanced load from there and no other; an instruction that is not done writes nothing")
    @Interruptions.Checks(MEMORY_SHARED)
    void memory(Subject subject, @ForAll("crowds") Seq<Started> starts, @ForAll @IntRange(max = 2) int one, @ForAll @IntRange(max = 3) int which, @ForAll Ending ending, @ForAll @IntRange(max = 31) int place, @ForAll("loads") Seq<Integer> loaded,
                @ForAll("words") long value) {
        int acting = one % starts.size();
        Writing writing = WRITING.get(which);
        int offset = place / writing.size() * writing.size();
        Seq<Machine> loading = starts.zipWithIndex((start, number) -> Took.of(subject, about(plain(start), "ld8.a r12=[r9]", Started.DATA + 8 * loaded.get(number), 0)).took().after().withMemory(starts.head().machine().memory()));
        Machine machine = ending.of(about(loading.get(acting), writing.text(), Started.DATA + offset, value));
        After after = turned(subject, Multiprocessor.of(machine.memory(), loading.update(acting, machine)), acting, ending);
        Seq<Integer> old = Prepared.bytes(machine, Started.DATA, BYTES);
        Seq<Integer> expected = ending.isEffective() ? old.patch(offset, Prepared.bytes(value).take(writing.size()), writing.size()) : old;
        if (ending.isEffective()) observed(after, MEMORY_SHARED);
        boolean lost = false;
        boolean kept = false;
        for (int number = 0; number < starts.size(); number++) {
            Machine processor = after.all().processors().get(number);
            assertEquals(expected, Prepared.bytes(processor, Started.DATA, BYTES));
            long read = Took.of(subject, about(processor, "ld1 r13=[r9]", Started.DATA + offset, 0)).took().after().general(13).bits();
            assertEquals(expected.get(offset).longValue(), read);
            if (number == acting) continue;
            boolean hit = ending.isEffective() && 8 * loaded.get(number) < offset + writing.size() && offset < 8 * loaded.get(number) + 8;
            assertEquals(hit ? Alat.EMPTY : loading.get(number).alat(), processor.alat());
            assertEquals(loading.get(number), processor.withAlat(loading.get(number).alat()).withMemory(loading.get(number).memory()));
            lost |= hit;
            kept |= !hit;
        }
        Outcomes.label("processors").collect(starts.size(), acting).coverage(SharingGuarantees::everybody);
        Outcomes.label("writing").collect(which, ending).coverage(Combinations.each(Vector.of(0, 1, 2, 3), Vector.of(Ending.values())));
        Outcomes.label("advanced loads").collect(lost, kept).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each, !each).count(count -> count > 0)));
    }

    private static void everybody(StatisticsCoverage checker) {
        Vector.of(2, 3).forEach(number -> Vector.range(0, number).forEach(acting -> checker.check(number, acting).percentage(share -> share > 2)));
    }

    private static final int RID = 0x101;
    private static final int OTHER_RID = 0x10a;
    private static final PageSize PAGE = new PageSize(14);
    private static final int PAGES = 4;
    private static final long RANGE = 0x4000_0000L;

    /// The page that holds the code of the purge.
    private static final Tlb CODE = Tlb.EMPTY.withCached(Stream.INSTRUCTION, Translation.of(new VirtualAddress(0), RID, new PageSize(16), 0, new Pte(0x7e1)), true);

    /// What a processor may hold of a page: nothing, a translation in its cache or in a register, or one in the cache of another region identifier.
    enum Holding { NOTHING, CACHED, PINNED, STRANGE }

    /// The purges of caches: of all processors, of all with their advanced loads, and of one.
    enum Purge { G, GA, L }

    @Guarantee
    @Costs(4)
    @Label("a global purge takes the translations of its range, in the region identifier of the processor that executes it, out of all caches and nothing else; only ptc.ga empties the ALATs of the others; what is not done purges nothing")
    @Interruptions.Checks(PURGE_SHARED)
    void purges(Subject subject, @ForAll("crowds") Seq<Started> starts, @ForAll @IntRange(max = 2) int one, @ForAll Purge purge, @ForAll Ending ending, @ForAll("holdings") Seq<Holding> holdings, @ForAll boolean all, @ForAll @IntRange(max = 3) int page) {
        int acting = one % starts.size();
        int first = all ? 0 : page;
        int last = all ? PAGES - 1 : page;
        Seq<Seq<Holding>> held = Vector.range(0, starts.size()).map(number -> holdings.slice(2 * PAGES * number, 2 * PAGES * (number + 1)).map(each -> number == acting && each == Holding.PINNED ? Holding.CACHED : each));
        Seq<Machine> others = starts.zipWithIndex((start, number) -> remembering(holding(region(plain(start), OTHER_RID), held.get(number))));
        Machine plain = region(others.get(acting).withPsr(new Psr(1L << 13 | starts.get(acting).psr().bits() & 1L << 36)), RID);
        Machine machine = ending.of(about(plain, "(p6) ptc." + purge.name().toLowerCase(Locale.ROOT) + " r9,r10", RANGE + (long) first * PAGE.bytes(), (all ? 16 : 14) << 2));
        After after = turned(subject, Multiprocessor.of(machine.memory(), others.update(acting, machine)), acting, ending);
        boolean shared = ending.isEffective() && purge != Purge.L;
        if (shared) observed(after, PURGE_SHARED);
        boolean beside = false;
        for (int number = 0; number < starts.size(); number++) {
            Machine processor = after.all().processors().get(number);
            boolean purged = number == acting ? ending.isEffective() : shared;
            Seq<Holding> left = held.get(number).zipWithIndex((each, index) -> purged && each == Holding.CACHED && index % PAGES >= first && index % PAGES <= last ? Holding.NOTHING : each);
            for (Stream stream : Stream.values()) assertEquals(entries(holding(plain, left), stream), entries(processor, stream));
            if (number == acting) continue;
            Machine before = others.get(number);
            assertEquals(before.withAlat(shared && purge == Purge.GA ? Alat.EMPTY : before.alat()), processor.withTlb(before.addressing().tlb()).withMemory(before.memory()));
            Seq<Holding> reached = held.get(number).zipWithIndex().filter(each -> each._2 % PAGES >= first && each._2 % PAGES <= last).map(each -> each._1);
            beside |= reached.contains(Holding.PINNED) && reached.contains(Holding.CACHED);
        }
        Outcomes.label("processors").collect(starts.size(), acting).coverage(SharingGuarantees::everybody);
        Outcomes.label("purge").collect(purge, ending).coverage(Combinations.each(Vector.of(Purge.values()), Vector.of(Ending.values())));
        Outcomes.label("a register beside a cache").collect(beside, shared).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each, true).percentage(share -> share > 5)));
    }

    private static Seq<Entry> entries(Machine machine, Stream stream) {
        return machine.addressing().tlb().entries(stream).all().toVector().sortBy(Entry::toString);
    }

    /// {@return a machine that holds translations of the pages, those of instructions first}
    private static Machine holding(Machine machine, Seq<Holding> held) {
        return machine.withTlb(held.zipWithIndex().foldLeft(CODE, (tlb, each) -> {
            Stream stream = each._2 < PAGES ? Stream.INSTRUCTION : Stream.DATA;
            int number = each._2 % PAGES;
            return switch (each._1) {
                case NOTHING -> tlb;
                case CACHED  -> tlb.withCached(stream, page(number, RID), true);
                case PINNED  -> tlb.withRegister(stream, number, Option.some(page(number, RID)));
                case STRANGE -> tlb.withCached(stream, page(number, OTHER_RID), true);
            };
        }));
    }

    private static Translation page(int number, int rid) {
        return Translation.of(new VirtualAddress(RANGE + (long) number * PAGE.bytes()), rid, PAGE, 0, new Pte(0x661 | (long) number << 20));
    }

    private static Machine remembering(Machine machine) {
        return machine.withAlat(Alat.EMPTY.with(new Alat.Tag(false, 8), Option.some(new Alat.Range(new PhysicalAddress(Started.DATA), 8))));
    }

    private static Machine region(Machine machine, int rid) {
        return machine.withAddressing(machine.addressing().withRegions(machine.addressing().regions().with(0, new RegionRegister((long) rid << 8 | 14 << 2))));
    }

    /// A machine at level 0 that translates nothing.
    private static Machine plain(Started start) {
        return start.machine().withPsr(Starts.PLAIN);
    }

    private static Machine about(Machine machine, String text, long address, long value) {
        return Took.at(Prepared.with(Prepared.with(machine, 9, address), 10, value), Unit.M, text);
    }

    private static After turned(Subject subject, Multiprocessor before, int number, Ending ending) {
        After after = subject.turn(before, number, Choice.USUAL);
        assertEquals(ending.interruptions(), after.turned().taken());
        return after;
    }

    @Provide
    Arbitrary<Seq<Started>> crowds() {
        return Starts.starts().list().ofMinSize(2).ofMaxSize(3).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Seq<Integer>> loads() {
        return Arbitraries.integers().between(0, 3).list().ofSize(3).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Seq<Holding>> holdings() {
        return Arbitraries.of(Holding.class).list().ofSize(3 * 2 * PAGES).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }
}
