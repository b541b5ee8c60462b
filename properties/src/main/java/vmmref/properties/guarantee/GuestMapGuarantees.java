package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Guests.ENTRY_COMPOSED;
import static vmmref.spec.Guests.MEMORY_MAPPED;
import static vmmref.spec.Guests.PHYSICAL_COMPOSED;
import static vmmref.spec.Guests.PIECE_CONTIGUOUS;
import static vmmref.spec.Guests.RIGHTS_COMPOSED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.properties.arbitrary.Mapping;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.Composition;
import vmmref.vmm.memory.Context;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// What holds of maps of guests, and of what stands in the hardware for their translations.
class GuestMapGuarantees {
    private static final int RID = 0x55;
    private static final int KEY = 0x77;
    private static final long REGION = 3L << 61;
    private static final Seq<Integer> SIZES = Vector.of(12, 13, 14, 16, 18);
    private static final Seq<String> ACCESSES = Vector.of("R", "W", "X");

    private static Composition composition(Subject subject) {
        return subject.monitored().rules().composition();
    }

    private static Option<PhysicalAddress> frame(Map<Integer, Backing> pages, long page) {
        return pages.get((int) page).flatMap(backing -> backing instanceof Backing.Frames(var first) ? Option.some(first) : Option.none());
    }

    @Guarantee
    @Label("behind each page is what it was given last, if that was not taken since, at the same offset")
    @Guests.Checks(MEMORY_MAPPED)
    void places(@ForAll("mappings") Mapping mapping, @ForAll @IntRange(max = Mapping.PAGES - 1) int page, @ForAll @IntRange(max = 0xfff) int offset) {
        GuestMap map = mapping.map();
        GuestPhysicalAddress address = new GuestPhysicalAddress((long) page * 0x1000 + offset);
        assertEquals(mapping.pages().get(page), observed(map.at(address), MEMORY_MAPPED));
        assertEquals(frame(mapping.pages(), page).map(first -> new PhysicalAddress(first.bits() + offset)), map.host(address));
        assertEquals(mapping.pages().size(), map.runs().map(GuestMap.Run::number).sum().intValue());
        Outcomes.label("behind").collect(map.at(address).map(backing -> backing instanceof Backing.Frames ? "frame" : "device").getOrElse("nothing")).coverage(checker -> Vector.of("frame", "device", "nothing").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    @Guarantee
    @Label("the largest page of the host around an address, no larger than some size, lies in frames that follow each other, the first one aligned to it; no larger one does")
    @Guests.Checks(PIECE_CONTIGUOUS)
    void pieces(@ForAll("mappings") Mapping mapping, @ForAll @IntRange(max = Mapping.PAGES - 1) int page, @ForAll @IntRange(max = 4) int most) {
        Seq<Integer> sizes = SIZES.take(most + 1);
        Option<Integer> largest = sizes.filter(size -> isWhole(mapping.pages(), page, 1 << size - 12)).lastOption();
        Option<PageSize> piece = observed(mapping.map().piece(new GuestPhysicalAddress((long) page * 0x1000), sizes.map(PageSize::new)), PIECE_CONTIGUOUS);
        assertEquals(largest, piece.map(PageSize::log2));
        Outcomes.label("size").collect(largest.getOrElse(0)).coverage(checker -> SIZES.prepend(0).forEach(size -> checker.check(size).count(count -> count > 0)));
    }

    private static boolean isWhole(Map<Integer, Backing> pages, int page, int number) {
        int first = page / number * number;
        Option<PhysicalAddress> start = frame(pages, first);
        return start.exists(at -> at.bits() % (number * 0x1000L) == 0 && Vector.range(0, number).forAll(each -> frame(pages, first + each).contains(new PhysicalAddress(at.bits() + each * 0x1000L))));
    }

    @Guarantee
    @Label("a piece leads where the guest's translation and its map do, and permits at the real level what the guest's permits at the level it believes in, to the streams that have it, and to nobody else")
    @Guests.Checks({ENTRY_COMPOSED, RIGHTS_COMPOSED})
    void compositions(Subject subject, @ForAll("mappings") Mapping mapping, @ForAll @LongRange(max = 0x3ffff) long offset, @ForAll @IntRange(max = 4) int size, @ForAll("entries") Pte entry, @ForAll boolean kernel, @ForAll @IntRange(min = 1, max = 3) int streams) {
        Context context = new Context(kernel ? 0 : 3, true, true, true);
        VirtualAddress at = new VirtualAddress(REGION | offset);
        Translation guest = Translation.of(at, 9, new PageSize(SIZES.get(size)), 5, entry);
        Set<Stream> whose = HashSet.of(Stream.values()).filter(stream -> (streams >> stream.ordinal() & 1) != 0);
        Option<Translation> piece = observed(observed(composition(subject).of(mapping.map(), context, RID, KEY, guest, at, whose), ENTRY_COMPOSED), RIGHTS_COMPOSED);
        Option<PhysicalAddress> behind = frame(mapping.pages(), guest.physical(at).bits() / 0x1000).map(first -> new PhysicalAddress(first.bits() + offset % 0x1000));
        Outcomes.label("piece").collect(entry.p() ? behind.isDefined() ? "present" : "absent" : "not present").coverage(checker -> Vector.of("present", "absent", "not present").forEach(each -> checker.check(each).percentage(share -> share > 5)));
        if (!entry.p()) {
            assertEquals(0, piece.get().entryBits());
            return;
        }
        assertEquals(behind, piece.map(each -> each.physical(at)));
        piece.forEach(each -> assertComposed(guest, each, context, whose));
    }

    private static void assertComposed(Translation guest, Translation piece, Context context, Set<Stream> streams) {
        assertTrue(piece.rid() == RID && piece.key() == KEY && piece.sizeLog2() <= guest.sizeLog2() && piece.page().region() == 3);
        long kept = 1L << 52 | 0x7d;
        assertEquals(guest.entryBits() & kept, piece.entryBits() & kept);
        for (String access : ACCESSES) {
            boolean asked = streams.contains(access.equals("X") ? Stream.INSTRUCTION : Stream.DATA);
            assertEquals(asked && RightsTable.permits(guest.entry().ar(), guest.entry().pl(), context.level(), access), RightsTable.permits(piece.entry().ar(), piece.entry().pl(), context.real(), access), access + " " + piece);
            assertTrue(context.real() == 3 || !RightsTable.permits(piece.entry().ar(), piece.entry().pl(), 3, access) || access.equals("X") && piece.entry().ar() == 7, "level 3 has " + access);
        }
    }

    @Guarantee
    @Label("a piece for addresses that are not translated leads to what is behind the address without bit 63, which says whether it is cached, and permits all at the real level")
    @Guests.Checks(PHYSICAL_COMPOSED)
    void identities(Subject subject, @ForAll("mappings") Mapping mapping, @ForAll @LongRange(max = 0x3ffff) long offset, @ForAll boolean uncached, @ForAll boolean kernel) {
        VirtualAddress at = new VirtualAddress(offset | (uncached ? Long.MIN_VALUE : 0));
        Context context = new Context(kernel ? 0 : 3, false, false, false);
        Option<Translation> piece = observed(composition(subject).physical(mapping.map(), context, RID, 0, at), PHYSICAL_COMPOSED);
        assertEquals(frame(mapping.pages(), offset / 0x1000).map(first -> new PhysicalAddress(first.bits() + offset % 0x1000)), piece.map(each -> each.physical(at)));
        piece.forEach(each -> {
            assertTrue(each.rid() == RID && each.key() == 0 && each.entry().p() && each.entry().a() && each.entry().d());
            assertEquals(Option.some(uncached ? MemoryAttribute.UC : MemoryAttribute.WB), each.entry().attribute());
            assertTrue(ACCESSES.forAll(access -> RightsTable.permits(each.entry().ar(), each.entry().pl(), context.real(), access)));
        });
        Outcomes.label("piece").collect(piece.isDefined(), uncached).coverage(Combinations.above(5, Combinations.EITHER, Combinations.EITHER));
    }

    @Provide
    Arbitrary<Mapping> mappings() {
        return Mapping.any();
    }

    /// Entries whose page is one of the 64: an eighth of them not present.
    @Provide
    Arbitrary<Pte> entries() {
        return Arbitraries.longs().between(0, (1L << 24) - 1).map(bits -> new Pte((bits & 0x3f) << 12 | (bits >> 6 & 7) << 9 | (bits >> 9 & 3) << 7 | (bits >> 11 & 3) << 5 | (bits >> 13 & 1) << 4 | (bits >> 14 & 1) << 52 | ((bits >> 15 & 7) == 0 ? 0 : 1)));
    }
}
