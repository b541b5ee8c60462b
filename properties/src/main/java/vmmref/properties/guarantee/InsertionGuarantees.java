package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.References.PAGE_ABSENT;
import static vmmref.spec.Translations.ABSENT_FIELDS_IGNORED;
import static vmmref.spec.Translations.ATTRIBUTE_RESERVED;
import static vmmref.spec.Translations.CACHE_INSERTED;
import static vmmref.spec.Translations.COLLECTION_ENABLED;
import static vmmref.spec.Translations.FIELD_RESERVED;
import static vmmref.spec.Translations.FIELD_UNIMPLEMENTED;
import static vmmref.spec.Translations.INDEX_ABSENT;
import static vmmref.spec.Translations.INSERTION_FOUND;
import static vmmref.spec.Translations.OPERAND_UNIMPLEMENTED;
import static vmmref.spec.Translations.OVERLAP_PURGED;
import static vmmref.spec.Translations.PAGE_SIZE_UNSUPPORTED;
import static vmmref.spec.Translations.REGISTER_INSERTED;
import static vmmref.spec.Translations.REGISTER_OVERLAPPED;
import static vmmref.spec.Translations.REPLACED_KEPT;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Crowd;
import vmmref.properties.arbitrary.Held;
import vmmref.properties.arbitrary.Malformed;
import vmmref.properties.arbitrary.Operations;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Translations;

/// What holds of insertions.
class InsertionGuarantees {

    @Guarantee
    @Rare
    @Label("operands with reserved or unimplemented bits, sizes, numbers or addresses change nothing and fault; all others are taken")
    @Translations.Checks({COLLECTION_ENABLED, INDEX_ABSENT, PAGE_SIZE_UNSUPPORTED, FIELD_RESERVED, ATTRIBUTE_RESERVED, FIELD_UNIMPLEMENTED, OPERAND_UNIMPLEMENTED})
    void operandsAreChecked(Subject subject, @ForAll("operands") Instruction instruction, @ForAll @IntRange(max = 9) int tenth) {
        boolean collected = tenth == 0;
        Addressing machine = Scene.MACHINE.withPsr(Scene.MACHINE.psr().with(13, collected));
        Executed result = observed(subject.on(Scenes.NARROW).execute(machine, instruction, Choice.USUAL));
        Option<Translations> wrong = NarrowOperands.wrong(instruction, collected);
        if (wrong.isEmpty()) assertInstanceOf(Executed.Done.class, result);
        else assertEquals(new Executed.Raised(new Fault(FAULTS.get(wrong.get()).get(), Option.none()), wrong.get()), result);
        Outcomes.label("wrong").collect(wrong.map(Enum::name).getOrElse("nothing")).coverage(checker -> FAULTS.keySet().map(Enum::name).add("nothing")
            .forEach(clause -> checker.check(clause).percentage(share -> share > 2)));
    }

    @Guarantee
    @Label("a translation that is not present is inserted whatever the rest of it holds, and found to be absent")
    @Translations.Checks(ABSENT_FIELDS_IGNORED)
    void absentTranslationsAreInserted(Subject subject, @ForAll("insertions") Instruction.Insertion insertion, @ForAll("words") long entry, @ForAll("words") long itir) {
        Instruction.Insertion absent = Operations.with(Operations.with(insertion, Scenes.narrowed(insertion.ifa())), entry & ~1L, itir & ~0xffL | insertion.itir().bits() & 0xfc);
        Crowd nothing = new Crowd(Vector.empty(), Scenes.regions(0x101));
        Executed.Done done = assertInstanceOf(Executed.Done.class, subject.on(Scenes.NARROW).execute(nothing.uncollected(), absent, Choice.USUAL));
        assertEquals(Vector.of(ABSENT_FIELDS_IGNORED), done.effects().writes().map(write -> observed(write).because()));
        assertEquals(PAGE_ABSENT, reference(subject, nothing.machine().with(done.effects()), absent.stream(), absent.ifa()).because());
    }

    @Guarantee
    @Label("what was inserted is what every address of its page finds, in every region of its identifier, and no address beside it")
    @Translations.Checks({REGISTER_INSERTED, CACHE_INSERTED, INSERTION_FOUND})
    void insertionThenLookUp(Subject subject, @ForAll("crowds") Crowd crowd, @ForAll("insertions") Instruction.Insertion somewhere, @ForAll("words") long word) {
        Instruction.Insertion insertion = Operations.with(somewhere, crowd.aimed(somewhere.ifa(), word));
        Executed executed = observed(subject.execute(crowd.uncollected(), insertion, Choice.USUAL));
        if (executed instanceof Executed.Done(var effects, var because, _)) {
            assertFound(subject, crowd.machine().with(effects), insertion, LinearTlb.of(crowd.held()).after(insertion, crowd.regions()).get(), word);
        }
        Outcomes.label("done").collect(executed instanceof Executed.Done).coverage(checker ->
            Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 8)));
    }

    private static void assertFound(Subject subject, Addressing machine, Instruction.Insertion insertion, LinearTlb after, long within) {
        Translation page = LinearTlb.translation(insertion, machine.regions());
        long first = page.page().bits();
        long last = first + page.size().bytes() - 1;
        for (int region : new Crowd(Vector.empty(), machine.regions()).regionsOf(page.rid())) {
            Vector.of(first, last, first + (within & last - first)).map(address -> Crowd.in(region, address)).forEach(address -> assertEquals(
                new Translated.To(LinearTlb.reached(page, address), MemoryAttribute.WB, TRANSLATION_MATCHED), reference(subject, machine, insertion.stream(), address)));
            Vector.of(first - 1, last + 1).map(address -> Crowd.in(region, address)).forEach(address -> assertEquals(
                after.answer(insertion.stream(), machine.regions(), address), reference(subject, machine, insertion.stream(), address)));
        }
    }

    @Guarantee
    @Label("an insertion drops what it overlaps from the cache of its stream, whatever the region numbers, and nothing else")
    @Translations.Checks(OVERLAP_PURGED)
    void insertionLeavesNoOverlap(Subject subject, @ForAll("cachedCrowds") Crowd crowd, @ForAll("insertions") Instruction.Insertion somewhere, @ForAll("words") long word) {
        Instruction.Insertion insertion = Operations.with(somewhere, crowd.aimed(somewhere.ifa(), word));
        LinearTlb list = LinearTlb.of(crowd.held());
        Executed.Done done = assertInstanceOf(Executed.Done.class, subject.execute(crowd.uncollected(), insertion, Choice.of(Freedom.SEARCH)));
        Tlb after = crowd.machine().with(done.effects()).tlb();
        Translation page = LinearTlb.translation(insertion, crowd.regions());
        Set<Entry> overlapped = list.overlapping(insertion.stream(), page.rid(), page.page(), page.size());
        Entry inserted = insertion instanceof Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) ? Entry.pinned((int) r3.bits(), page) : Entry.cached(page);
        assertEquals(list.entries(insertion.stream()).removeAll(overlapped).add(inserted), after.entries(insertion.stream()).all().toSet());
        assertEquals(list.entries(other(insertion.stream())), after.entries(other(insertion.stream())).all().toSet());
        assertEquals(overlapped.size(), done.effects().writes().count(write -> observed(write).because() == OVERLAP_PURGED));
        Outcomes.label("overlaps").collect(Math.min(overlapped.size(), 2)).coverage(checker -> {
            checker.check(1).percentage(share -> share > 20);
            checker.check(2).percentage(share -> share > 2);
        });
    }

    @Guarantee
    @Label("sharing an address with a translation register ends in a machine check: an insertion with one of its stream, a purge of the caches with any")
    @Translations.Checks(REGISTER_OVERLAPPED)
    void overlapWithARegister(Subject subject, @ForAll("insertions") Instruction.Insertion insertion, @ForAll("translations") Translation page, @ForAll Stream stream,
                              @ForAll @IntRange(max = 7) int slot, @ForAll boolean meets) {
        RegionRegisters regions = Scenes.regions(page.rid());
        VirtualAddress first = meets ? page.page() : new VirtualAddress(page.page().bits() ^ 1L << 40);
        Addressing machine = new Crowd(Vector.of(Held.pinned(stream, slot, page)), regions).uncollected();
        Instruction.Insertion inserted = Operations.with(insertion, first);
        assertEquals(meets && inserted.stream() == stream, isChecked(subject, machine, inserted));
        Vector.of(Instruction.PurgeType.values()).forEach(type -> assertEquals(meets && HashSet.of("PTC_L", "PTC_G", "PTC_GA").contains(type.name()),
            isChecked(subject, machine, Operations.purge(type, first, page.size()))));
    }

    @Guarantee
    @Label("what a register held is gone after another insertion into it, or in the cache")
    @Translations.Checks(REPLACED_KEPT)
    void replacedTranslationsMaySurvive(Subject subject, @ForAll("insertions") Instruction.Insertion insertion, @ForAll("translations") Translation held,
                                        @ForAll @IntRange(max = 7) int slot, @ForAll boolean kept) {
        VirtualAddress elsewhere = new VirtualAddress(held.page().bits() ^ 1L << 40);
        Instruction.Insertion itr = new Instruction.InsertRegister(insertion.stream(), GeneralValue.of(slot), insertion.r2(), elsewhere, insertion.itir());
        Addressing machine = new Crowd(Vector.of(Held.pinned(insertion.stream(), slot, held)), Scenes.regions(held.rid())).uncollected();
        Choice choice = kept ? Choice.of(Freedom.REPLACED) : Choice.USUAL;
        Executed.Done done = assertInstanceOf(Executed.Done.class, subject.execute(machine, itr, choice));
        done.effects().writes().forEach(Observed::observed);
        Entry inserted = Entry.pinned(slot, LinearTlb.translation(itr, machine.regions()));
        assertEquals(kept ? HashSet.of(inserted, Entry.cached(held)) : HashSet.of(inserted), machine.with(done.effects()).tlb().entries(insertion.stream()).all().toSet());
    }

    private static final Map<Translations, Interruption> FAULTS = HashMap.of(
        COLLECTION_ENABLED,    Interruption.ILLEGAL_OPERATION,
        INDEX_ABSENT,          Interruption.RESERVED_REGISTER_FIELD,
        PAGE_SIZE_UNSUPPORTED, Interruption.RESERVED_REGISTER_FIELD,
        FIELD_RESERVED,        Interruption.RESERVED_REGISTER_FIELD,
        ATTRIBUTE_RESERVED,    Interruption.RESERVED_REGISTER_FIELD,
        FIELD_UNIMPLEMENTED,   Interruption.RESERVED_REGISTER_FIELD,
        OPERAND_UNIMPLEMENTED, Interruption.UNIMPLEMENTED_DATA_ADDRESS);

    private static Stream other(Stream stream) {
        return stream == Stream.DATA ? Stream.INSTRUCTION : Stream.DATA;
    }

    private static Translated reference(Subject subject, Addressing machine, Stream stream, VirtualAddress address) {
        return subject.translate(machine, Operations.of(stream, address), Choice.USUAL);
    }

    private static boolean isChecked(Subject subject, Addressing machine, Instruction instruction) {
        Executed executed = observed(subject.execute(machine, instruction, Choice.USUAL));
        assertTrue(executed instanceof Executed.Done || executed.equals(new Executed.MachineCheck(REGISTER_OVERLAPPED)), executed.toString());
        return executed instanceof Executed.MachineCheck;
    }

    @Provide
    Arbitrary<Instruction> operands() {
        return Malformed.instructions();
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
    Arbitrary<Crowd> crowds() {
        return Pages.crowds();
    }

    @Provide
    Arbitrary<Crowd> cachedCrowds() {
        return Pages.cachedCrowds();
    }

    @Provide
    Arbitrary<Translation> translations() {
        return Pages.translations(Pages.permissiveEntries());
    }
}
