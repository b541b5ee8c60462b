package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Translations.CACHE_ENTRY_GONE;
import static vmmref.spec.Translations.MATCHES_SEVERAL;
import static vmmref.spec.Translations.OFFSET_KEPT;
import static vmmref.spec.Translations.PAGE_CONTAINED;
import static vmmref.spec.Translations.PHYSICAL_ADDRESSED;
import static vmmref.spec.Translations.REGION_COMPARED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;
import static vmmref.spec.Translations.UNRELATED_IRRELEVANT;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Crowd;
import vmmref.properties.arbitrary.Held;
import vmmref.properties.arbitrary.Operations;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Translations;

/// What holds of searches for translations, judged against a plain list of them.
class TranslationGuarantees {

    @Guarantee
    @Costs(4)
    @Label("a translation is found in the regions of its identifier from its first to its last offset, and nowhere else")
    @Translations.Checks({TRANSLATION_MATCHED, MATCHES_SEVERAL})
    void matchingIsByRegionIdentifierAndOffset(Subject subject, @ForAll("crowds") Crowd crowd) {
        LinearTlb list = LinearTlb.of(crowd.held());
        Addressing machine = crowd.machine();
        for (VirtualAddress address : crowd.boundaries()) {
            for (Stream stream : Stream.values()) {
                Set<Entry> matching = list.matching(stream, LinearTlb.identifier(crowd.regions(), address), address);
                assertEquals(matching, machine.tlb().matching(stream, LinearTlb.identifier(crowd.regions(), address), address).toSet());
                assertEquals(LinearTlb.answer(matching, stream, address), observed(translated(subject, machine, stream, address, Choice.USUAL)));
            }
        }
        Outcomes.label("most matches").collect(mostMatches(list, crowd)).coverage(checker -> {
            checker.check(1).percentage(share -> share > 30);
            checker.check(2).percentage(share -> share > 5);
        });
    }

    @Guarantee
    @Label("two addresses of a page are as far apart in its frame as in the page, and the first is the first of the frame")
    @Translations.Checks(OFFSET_KEPT)
    void offsetsAreKept(Subject subject, @ForAll("translations") Translation page, @ForAll("words") long noise) {
        long last = (1L << page.sizeLog2()) - 1;
        Addressing machine = machine(Vector.of(Held.cached(Stream.DATA, page)));
        VirtualAddress address = new VirtualAddress(page.page().bits() + (noise & last));
        assertEquals(page.entryBits() >> 12 & (1L << 38) - 1 & ~(last >> 12), address(subject, machine, page.page()).bits() >> 12);
        assertEquals(noise & last, address(subject, machine, address).bits() - address(subject, machine, page.page()).bits());
        Outcomes.label("frame is aligned").collect((page.entryBits() & last & ~0xfffL) == 0).coverage(checker -> {
            checker.check(true).percentage(share -> share > 5);
            checker.check(false).percentage(share -> share > 30);
        });
    }

    @Guarantee
    @Label("without translation an address is itself but for bit 63, which says whether it is cacheable, and nothing else is asked")
    @Translations.Checks(PHYSICAL_ADDRESSED)
    void physicalAddressing(Subject subject, @ForAll("scenes") Scene scene, @ForAll("untranslated") ReferenceType type, @ForAll("words") long word) {
        Reference reference = Operations.of(type, new VirtualAddress(word), 1, 3);
        Addressing machine = scene.machine().withPsr(scene.machine().psr().with(type == ReferenceType.FETCH ? 36 : 17, false).with(43, false));
        MemoryAttribute attribute = word < 0 ? MemoryAttribute.UC : MemoryAttribute.WBL;
        assertEquals(new Translated.To(new PhysicalAddress(reference.address().bits() << 1 >>> 1), attribute, PHYSICAL_ADDRESSED), observed(subject.translate(machine, reference, Choice.USUAL)));
        Outcomes.label("bit 63").collect(word < 0).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 30)));
    }

    @Guarantee
    @Label("where several translations match, nothing is said of any kind of reference, unless its operand is no thing or its address not implemented")
    @Translations.Checks(MATCHES_SEVERAL)
    void severalMatches(Subject subject, @ForAll("translations") Translation page, @ForAll("sizes") int size, @ForAll @IntRange(max = 7) int region,
                        @ForAll boolean pinned, @ForAll("references") ReferenceType type) {
        Translation other = new Translation(Crowd.in(region, page.page().bits()).bits(), page.rid(), size, 0, 0);
        Stream stream = type == ReferenceType.FETCH ? Stream.INSTRUCTION : Stream.DATA;
        Addressing one = machine(Vector.of(Held.pinned(stream, 1, page)));
        Addressing several = one.withTlb((pinned ? Held.pinned(stream, 0, other) : Held.cached(stream, other)).in(one.tlb())).withCodeEd(true).withDcr(new Dcr(-1));
        Reference reference = Operations.of(type, page.page(), 1, 0);
        assertEquals(new Translated.Unspecified(MATCHES_SEVERAL), observed(translated(subject, several, reference)));
        assertNotEquals(MATCHES_SEVERAL, translated(subject, one, reference).because());
        assertEquals(type == ReferenceType.FETCH, translated(subject, several, reference.withNat()).because() == MATCHES_SEVERAL);
        long signs = page.pageBits() << 3 >> 53;
        boolean implemented = signs == 0 || signs == -1 || type == ReferenceType.FETCH;
        assertEquals(implemented, subject.on(Scenes.NARROW).translate(several, reference, Choice.USUAL).because() == MATCHES_SEVERAL);
        Outcomes.label("implemented").collect(implemented).coverage(checker -> checker.check(false).percentage(share -> share > 5));
    }

    @Guarantee
    @Costs(2)
    @Label("a search that compares region numbers finds only what was inserted for the region of the address")
    @Translations.Checks(REGION_COMPARED)
    void comparingTheRegionNumber(Subject subject, @ForAll("crowds") Crowd crowd) {
        LinearTlb list = LinearTlb.of(crowd.held());
        Addressing machine = crowd.machine();
        for (VirtualAddress address : crowd.boundaries()) {
            Set<Entry> matching = list.matching(Stream.DATA, LinearTlb.identifier(crowd.regions(), address), address);
            Set<Entry> compared = matching.filter(entry -> entry.translation().pageBits() >>> 61 == address.bits() >>> 61);
            Translated result = translated(subject, machine, Stream.DATA, address, Choice.of(Freedom.SEARCH));
            assertEquals(LinearTlb.answer(compared, Stream.DATA, address), matching.equals(compared) ? result : observed(result, REGION_COMPARED));
        }
    }

    @Guarantee
    @Label("a translation of the cache may be gone, one of a register is there")
    @Translations.Checks(CACHE_ENTRY_GONE)
    void cacheEntriesMayBeGone(Subject subject, @ForAll("translations") Translation page, @ForAll Stream stream, @ForAll boolean pinned) {
        Addressing machine = machine(Vector.of(pinned ? Held.pinned(stream, 3, page) : Held.cached(stream, page)));
        Translated found = new Translated.To(LinearTlb.reached(page, page.page()), MemoryAttribute.WB, TRANSLATION_MATCHED);
        Translated gone = translated(subject, machine, stream, page.page(), Choice.of(Freedom.CACHE));
        assertEquals(found, translated(subject, machine, stream, page.page(), Choice.USUAL));
        assertEquals(pinned ? found : LinearTlb.miss(stream, page.page()), pinned ? gone : observed(gone, CACHE_ENTRY_GONE));
    }

    @Guarantee
    @Label("whatever is asked of a page, the physical address lies in its frame")
    @Translations.Checks(PAGE_CONTAINED)
    void referencesStayInTheirPage(Subject subject, @ForAll("scenes") Scene scene) {
        Addressing machine = scene.machine();
        VirtualAddress address = scene.reference().address();
        Set<Entry> matching = LinearTlb.of(machine.tlb()).matching(scene.reference().type().stream(), LinearTlb.identifier(machine.regions(), address), address);
        String outcome = switch (translated(subject, machine, scene.reference())) {
            case Translated.To(var reached, var attribute, var because) when because == TRANSLATION_MATCHED -> inFrame(matching, reached.bits());
            case Translated.Answered(var value, var because) when scene.reference().type() == ReferenceType.TPA -> inFrame(matching, value);
            default -> "no address";
        };
        Outcomes.label("outcome").collect(outcome).never("outside of the frame", scene::toString).coverage(checker -> checker.check("in the frame").percentage(share -> share > 10));
    }

    private static String inFrame(Set<Entry> matching, long reached) {
        if (matching.size() != 1) return "outside of the frame";
        long frame = LinearTlb.reached(matching.single().translation(), matching.single().translation().page()).bits();
        return frame <= reached && reached - frame < 1L << matching.single().translation().sizeLog2() ? "in the frame" : "outside of the frame";
    }

    @Guarantee
    @Costs(2)
    @Label("translations that do not match change no answer, however many there are")
    @Translations.Checks(UNRELATED_IRRELEVANT)
    void unrelatedTranslations(Subject subject, @ForAll("scenes") Scene scene, @ForAll("multitudes") Seq<Held> others, @ForAll("choices") Choice choice) {
        Addressing machine = scene.machine();
        VirtualAddress address = scene.reference().address();
        Set<Entry> matching = new LinearTlb(others).matching(scene.reference().type().stream(), LinearTlb.identifier(machine.regions(), address), address);
        Seq<Held> unrelated = others.reject(held -> held.stream() == scene.reference().type().stream() && matching.contains(held.entry()));
        Addressing crowded = machine.withTlb(unrelated.foldLeft(machine.tlb(), (tlb, held) -> held.in(tlb)));
        Translated answer = subject.translate(machine, scene.reference(), choice);
        assertEquals(answer, subject.translate(crowded, scene.reference(), choice));
        Outcomes.label("answer").collect(answer.getClass().getSimpleName()).coverage(checker ->
            Vector.of("To", "Answered", "Dropped", "Deferred", "Raised").forEach(kind -> checker.check(kind).percentage(share -> share > 2)));
    }

    private static int mostMatches(LinearTlb list, Crowd crowd) {
        return crowd.boundaries().map(address -> Math.min(2, list.matching(Stream.DATA, LinearTlb.identifier(crowd.regions(), address), address).size())).max().getOrElse(0);
    }

    private static Translated translated(Subject subject, Addressing machine, Stream stream, VirtualAddress address, Choice choice) {
        return subject.translate(machine, Operations.of(stream, address), choice);
    }

    private static Translated translated(Subject subject, Addressing machine, Reference reference) {
        return subject.translate(machine, reference, Choice.USUAL);
    }

    private static PhysicalAddress address(Subject subject, Addressing machine, VirtualAddress address) {
        return switch (translated(subject, machine, Stream.DATA, address, Choice.USUAL)) {
            case Translated.To to -> observed(to, OFFSET_KEPT).address();
            case Translated other -> throw new AssertionError(other.toString());
        };
    }

    /// A machine in which every region has the identifier of the first translation.
    private static Addressing machine(Seq<Held> held) {
        return new Crowd(held, Scenes.regions(held.head().translation().rid())).machine();
    }

    @Provide
    Arbitrary<ReferenceType> references() {
        return Arbitraries.of(ReferenceType.ofInstructions().asJava());
    }

    @Provide
    Arbitrary<Crowd> crowds() {
        return Pages.crowds();
    }

    @Provide
    Arbitrary<Translation> translations() {
        return Pages.translations(Pages.permissiveEntries());
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(Pages.SIZES.asJava());
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }

    @Provide
    Arbitrary<ReferenceType> untranslated() {
        return Arbitraries.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.LFETCH_FAULT, ReferenceType.FC, ReferenceType.PROBE_R_FAULT,
            ReferenceType.PROBE_W_FAULT, ReferenceType.PROBE_RW_FAULT);
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return Scenes.any();
    }

    @Provide
    Arbitrary<Seq<Held>> multitudes() {
        return Pages.multitudes();
    }

    @Provide
    Arbitrary<Choice> choices() {
        return Arbitraries.of(Choice.all().asJava());
    }
}
