package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Protections.KEY_DISABLED;
import static vmmref.spec.Protections.KEY_MISSING;
import static vmmref.spec.Protections.RIGHTS_DENIED;
import static vmmref.spec.References.ACCESS_BIT_CLEAR;
import static vmmref.spec.References.ADDRESS_MISALIGNED;
import static vmmref.spec.References.ADDRESS_UNIMPLEMENTED;
import static vmmref.spec.References.ATTRIBUTE_UNSUPPORTED;
import static vmmref.spec.References.BREAKPOINT_HIT;
import static vmmref.spec.References.DIRTY_BIT_CLEAR;
import static vmmref.spec.References.LOAD_DEFERRED;
import static vmmref.spec.References.MISALIGNED_PERFORMED;
import static vmmref.spec.References.MISS_ALTERNATE;
import static vmmref.spec.References.MISS_NESTED;
import static vmmref.spec.References.NAT_CONSUMED;
import static vmmref.spec.References.NAT_PAGE_CONSUMED;
import static vmmref.spec.References.OPERATION_VIRTUALIZED;
import static vmmref.spec.References.PAGE_ABSENT;
import static vmmref.spec.References.PRIORITY_ADJACENT;
import static vmmref.spec.References.PRIVILEGED_OPERATION;
import static vmmref.spec.Translations.ATTRIBUTE_RESERVED;
import static vmmref.spec.Translations.COLLECTION_ENABLED;
import static vmmref.spec.Translations.FIELD_RESERVED;
import static vmmref.spec.Translations.FIELD_UNIMPLEMENTED;
import static vmmref.spec.Translations.INDEX_ABSENT;
import static vmmref.spec.Translations.OPERAND_UNIMPLEMENTED;
import static vmmref.spec.Translations.PAGE_SIZE_UNSUPPORTED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
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
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Column;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Defect;
import vmmref.properties.arbitrary.Operations;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Clause;
import vmmref.spec.Protections;
import vmmref.spec.References;
import vmmref.spec.Translations;

/// What holds of the conditions that references and instructions meet, and of their order.
class OrderGuarantees {

    @Guarantee
    @Label("a sound operation succeeds, and one with a single thing wrong faults, answers or is dropped for that")
    @References.Checks({PRIVILEGED_OPERATION, NAT_CONSUMED, OPERATION_VIRTUALIZED, ADDRESS_UNIMPLEMENTED, MISS_NESTED, MISS_ALTERNATE, PAGE_ABSENT, NAT_PAGE_CONSUMED, DIRTY_BIT_CLEAR,
        ACCESS_BIT_CLEAR, BREAKPOINT_HIT, ADDRESS_MISALIGNED, ATTRIBUTE_UNSUPPORTED})
    @Protections.Checks({KEY_MISSING, KEY_DISABLED, RIGHTS_DENIED})
    void everyConditionAlone(Subject subject, @ForAll("scenes") Scene scene, @ForAll boolean narrow) {
        Subject rules = narrow ? subject.on(Scenes.NARROW) : subject;
        assertSucceeds(rules, scene);
        ManualOrder.lines(scene, rules.profile()).forEach(line -> assertDecides(rules, line.defect().in(scene), line));
        Outcomes.label("column").collect(scene.column().name()).coverage(checker ->
            Vector.of(Column.values()).forEach(column -> checker.check(column.name()).percentage(share -> share > 1)));
    }

    @Guarantee
    @Costs(4)
    @Label("of any two things wrong with an operation the one that the manual ranks higher decides, whatever is wrong below them")
    @References.Checks({PRIORITY_ADJACENT, PRIVILEGED_OPERATION, NAT_CONSUMED, OPERATION_VIRTUALIZED, ADDRESS_UNIMPLEMENTED, MISS_NESTED, MISS_ALTERNATE, PAGE_ABSENT, NAT_PAGE_CONSUMED,
        DIRTY_BIT_CLEAR, ACCESS_BIT_CLEAR, BREAKPOINT_HIT, ADDRESS_MISALIGNED})
    @Protections.Checks({KEY_MISSING, KEY_DISABLED, RIGHTS_DENIED})
    @Translations.Checks({COLLECTION_ENABLED, INDEX_ABSENT, PAGE_SIZE_UNSUPPORTED, FIELD_RESERVED, ATTRIBUTE_RESERVED, FIELD_UNIMPLEMENTED, OPERAND_UNIMPLEMENTED})
    void adjacentPriorities(Subject subject, @ForAll("unspeculative") Scene scene, @ForAll boolean narrow, @ForAll @IntRange(max = 99) int which) {
        Subject rules = narrow ? subject.on(Scenes.NARROW) : subject;
        Seq<ManualOrder.Line> lines = ManualOrder.lines(scene, rules.profile());
        for (int high = 0; high < lines.size(); high++) {
            for (int low = high + 1; low < lines.size(); low++) {
                Seq<Defect> pair = Vector.of(lines.get(high).defect(), lines.get(low).defect());
                Seq<Defect> below = lines.drop(low + 1).map(ManualOrder.Line::defect).filter(third -> pair.forAll(third::isCompatibleWith));
                if (pair.head().isCompatibleWith(pair.last())) assertDecides(rules, spoilt(scene, pair.appendAll(oneOf(below, which)), which % 2 == 0), lines.get(high));
            }
        }
        Outcomes.label("column").collect(scene.column().name()).coverage(checker ->
            Vector.of(Column.values()).forEach(column -> checker.check(column.name()).percentage(share -> share > 1)));
    }

    private static Seq<Defect> oneOf(Seq<Defect> defects, int which) {
        return defects.isEmpty() ? defects : Vector.of(defects.get(which % defects.size()));
    }

    private static Scene spoilt(Scene scene, Seq<Defect> defects, boolean highestFirst) {
        return (highestFirst ? defects : defects.reverse()).foldLeft(scene, (spoilt, defect) -> defect.in(spoilt));
    }

    @Guarantee
    @Label("a misaligned reference may be performed within 8 aligned bytes while alignment is not checked, and faults otherwise; a semaphore always faults")
    @References.Checks({ADDRESS_MISALIGNED, MISALIGNED_PERFORMED})
    void misalignedReferencesMayBePerformed(Subject subject, @ForAll("memory") ReferenceType type, @ForAll("operandSizes") int size, @ForAll @IntRange(max = 15) int offset,
                                            @ForAll boolean checked, @ForAll boolean taken) {
        Scene sound = Scene.of(type);
        Scene scene = sound.with(Reference.data(type, new VirtualAddress(sound.reference().address().bits() + offset), size)).with(sound.machine().psr().with(3, checked));
        boolean free = PERFORMED.get(size).get().contains(offset % 8) && !checked && !HashSet.of(ReferenceType.EXCHANGE, ReferenceType.FETCHADD).contains(type);
        Translated result = subject.translate(scene.machine(), scene.reference(), taken ? Choice.of(Freedom.MISALIGNED) : Choice.USUAL);
        Clause expected = offset % size == 0 || free && taken ? TRANSLATION_MATCHED : ADDRESS_MISALIGNED;
        assertEquals(expected, (free && taken ? observed(result, MISALIGNED_PERFORMED) : observed(result)).because(), scene::toString);
        Outcomes.label("performed").collect(free).coverage(checker -> checker.check(true).percentage(share -> share > 3));
    }

    /// Typed: where in 8 aligned bytes a misaligned operand of a size does not leave them.
    private static final Map<Integer, Set<Integer>> PERFORMED = HashMap.of(2, HashSet.of(1, 3, 5), 4, HashSet.of(1, 2, 3), 8, HashSet.empty());

    @Guarantee
    @Label("addresses are implemented at both ends of a region, in a virtual machine half as many, and physical ones up to their last bit; no fetch looks")
    @References.Checks(ADDRESS_UNIMPLEMENTED)
    void unimplementedAddresses(Subject subject, @ForAll("addressed") ReferenceType type, @ForAll("edges") VirtualAddress address, @ForAll boolean virtual, @ForAll boolean guest) {
        long offset = address.bits() & (1L << 61) - 1;
        long half = guest ? 1L << 49 : 1L << 50;
        boolean translated = virtual || type == ReferenceType.PROBE_R;
        boolean implemented = type == ReferenceType.FETCH || (translated ? offset < half || offset >= (1L << 61) - half : (address.bits() & BitRange.mask("62:44")) == 0);
        Scene scene = new Scene(Scene.MACHINE, Operations.of(type, address, 1, 0));
        Scene spoilt = scene.with(scene.machine().psr().with(17, virtual).with(46, guest));
        Translated result = observed(subject.on(Scenes.NARROW).translate(spoilt.machine(), spoilt.reference(), Choice.USUAL));
        assertEquals(!implemented, result.because() == ADDRESS_UNIMPLEMENTED, () -> spoilt + ": " + result);
        Outcomes.label("implemented").collect(implemented).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    @Guarantee
    @Label("a data reference misses nested while interruptions are not collected, unless that is in flight; a fetch never does")
    @References.Checks({MISS_NESTED, MISS_ALTERNATE})
    void missesByCollection(Subject subject, @ForAll("missing") ReferenceType type, @ForAll boolean collected, @ForAll boolean inFlight) {
        Scene unmapped = Scene.of(type).unmapped();
        Scene scene = unmapped.with(unmapped.machine().withInFlight(inFlight));
        Scene missing = scene.with(scene.machine().psr().with(13, collected));
        boolean nested = type != ReferenceType.FETCH && !collected && !inFlight;
        assertEquals(nested ? MISS_NESTED : MISS_ALTERNATE, observed(translated(subject, missing)).because());
    }

    @Guarantee
    @Label("PSR.da lets writing to a clean page and data references to one not accessed pass, PSR.ia fetches; queries and prefetches that do not look pass anyway")
    @References.Checks({DIRTY_BIT_CLEAR, ACCESS_BIT_CLEAR})
    void dirtyAndAccessBits(Subject subject, @ForAll("references") ReferenceType type, @ForAll boolean dirty, @ForAll boolean accessed, @ForAll boolean da, @ForAll boolean ia) {
        Scene sound = Scene.of(type);
        Scene scene = sound.with(sound.entry().with(6, 6, dirty ? 1 : 0).with(5, 5, accessed ? 1 : 0)).with(sound.machine().psr().with(38, da).with(45, ia));
        boolean looks = !HashSet.of(Column.LFETCH, Column.FC, Column.PROBE, Column.TPA, Column.TAK).contains(type.column());
        Clause result = observed(translated(subject, scene)).because();
        if (looks && !dirty && !da && RightsTable.ACCESSES.get(type).get().contains("W")) assertEquals(DIRTY_BIT_CLEAR, result);
        else if (looks && !accessed && !(type == ReferenceType.FETCH ? ia : da)) assertEquals(ACCESS_BIT_CLEAR, result);
        else assertSucceeds(subject, scene);
    }

    @Guarantee
    @Label("an exchange needs cacheable memory, a fetchadd that or exported memory of an implementation that exports it")
    @References.Checks(ATTRIBUTE_UNSUPPORTED)
    void semaphoresNeedCacheableMemory(Subject subject, @ForAll("semaphores") ReferenceType type, @ForAll("attributes") int attribute, @ForAll boolean virtual, @ForAll boolean exported) {
        Subject rules = subject.on(exported ? Scenes.NARROW : Profile.named("minimal").get());
        Scene sound = Scene.of(type);
        Scene paged = sound.with(sound.entry().with(4, 2, attribute));
        Scene physical = sound.with(sound.reference().at(new VirtualAddress(attribute == 0 ? 0x40 : 1L << 63 | 0x40))).with(sound.machine().psr().with(17, false));
        boolean supported = attribute == 0 || virtual && exported && attribute == 5 && type == ReferenceType.FETCHADD;
        assertEquals(!supported, observed(translated(rules, virtual ? paged : physical)).because() == ATTRIBUTE_UNSUPPORTED);
    }

    /// A pair of breakpoint registers: the even one, as the bits in which it differs from the address of the reference, and the odd one.
    public record Pair(long difference, long odd) { }

    @Guarantee
    @Label("a reference meets a breakpoint exactly if a pair watches for it at its level, and its address agrees in every bit that the mask or its place says to compare")
    @References.Checks(BREAKPOINT_HIT)
    void breakpoints(Subject subject, @ForAll("watched") ReferenceType type, @ForAll("pairs") Seq<Pair> pairs, @ForAll @IntRange(max = 3) int level, @ForAll @IntRange(max = 7) int enabled) {
        Scene sound = Scene.of(type);
        boolean fetch = type == ReferenceType.FETCH;
        boolean debugging = (enabled & 3) != 0;
        boolean disabled = enabled == 7;
        long at = sound.reference().address().bits();
        IndirectRegisters registers = pairs.zipWithIndex().foldLeft(sound.machine().indirect(), (all, pair) -> {
            IndirectRegisters.File file = fetch ? IndirectRegisters.File.IBR : IndirectRegisters.File.DBR;
            return all.with(file, 2 * pair._2, at ^ pair._1.difference()).with(file, 2 * pair._2 + 1, pair._1.odd());
        });
        Scene scene = sound.with(sound.machine().withIndirect(registers)).with(sound.machine().psr().withCpl(level).with(24, debugging).with(fetch ? 37 : 39, disabled).with(fetch ? 39 : 37, !disabled));
        boolean hit = debugging && !disabled && pairs.exists(pair -> isWatched(pair, type, sound.reference().size(), level));
        if (hit) assertEquals(BREAKPOINT_HIT, observed(translated(subject, scene)).because(), pairs::toString);
        else assertSucceeds(subject, scene);
        Outcomes.label("hit").collect(hit).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    private static boolean isWatched(Pair pair, ReferenceType type, int size, int level) {
        String accesses = RightsTable.ACCESSES.get(type).get();
        boolean read = (pair.odd() >>> 63 & 1) != 0 && (accesses.contains("R") || accesses.contains("X"));
        boolean written = (pair.odd() >>> 62 & 1) != 0 && accesses.contains("W");
        Seq<Integer> compared = Vector.rangeClosed(0, 63).filter(bit -> 1L << bit >= size || bit == 63).filter(bit -> bit > 55 || (pair.odd() >>> bit & 1) != 0);
        return (read || written) && (pair.odd() >>> 56 + level & 1) != 0 && compared.forAll(bit -> (pair.difference() >>> bit & 1) == 0);
    }

    private static void assertDecides(Subject rules, Scene scene, ManualOrder.Line line) {
        switch (scene.operation()) {
            case Reference reference     -> assertEquals(expected(line, reference), observed(rules.translate(scene.machine(), reference, Choice.USUAL)), scene::toString);
            case Instruction instruction -> assertEquals(line.executed(), observed(rules.execute(scene.machine(), instruction, Choice.USUAL)), scene::toString);
        }
    }

    /// What meets a condition is what the line says; but a speculative load meets some only to be deferred, and all while interruptions are not collected.
    private static Translated expected(ManualOrder.Line line, Reference reference) {
        boolean deferred = reference.type() == ReferenceType.SPECULATIVE_LOAD
            && HashSet.of(Defect.NAT_CONSUMED, Defect.ADDRESS_UNIMPLEMENTED, Defect.NAT_PAGE_CONSUMED, Defect.MISS_NESTED).contains(line.defect());
        return deferred ? new Translated.Deferred(LOAD_DEFERRED) : line.translated(reference);
    }

    private static void assertSucceeds(Subject rules, Scene scene) {
        switch (scene.operation()) {
            case Reference reference     -> assertEquals(SUCCESSES.get(reference.type().column()).get(), kind(translated(rules, scene)), scene::toString);
            case Instruction instruction -> assertInstanceOf(Executed.Done.class, rules.execute(scene.machine(), instruction, Choice.USUAL), scene::toString);
        }
    }

    private static final Map<Column, String> SUCCESSES = HashMap.of(
        Column.FETCH, "goes on", Column.DATA, "goes on", Column.LFETCH_FAULT, "goes on", Column.FC, "goes on", Column.PROBE_FAULT, "goes on",
        Column.LFETCH, "is dropped", Column.PROBE, "answers", Column.TPA, "answers", Column.TAK, "answers");

    private static String kind(Translated result) {
        return switch (result) {
            case Translated.To to             -> "goes on";
            case Translated.Answered answered -> answered.value() == 0 ? "denies" : "answers";
            case Translated.Dropped dropped   -> "is dropped";
            case Translated.Deferred deferred -> "is deferred";
            case Translated.Raised raised     -> "faults";
            case Translated.Unspecified none  -> "anything";
        };
    }

    private static Translated translated(Subject rules, Scene scene) {
        return rules.translate(scene.machine(), scene.reference(), Choice.USUAL);
    }

    @Provide
    Arbitrary<ReferenceType> references() {
        return Arbitraries.of(ReferenceType.ofInstructions().asJava());
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return Scenes.sound();
    }

    /// Of speculative loads a lower condition may be reported, if the higher is deferred: [SpeculationGuarantees].
    @Provide
    Arbitrary<Scene> unspeculative() {
        return Scenes.sound().filter(scene -> !(scene.operation() instanceof Reference reference && reference.type() == ReferenceType.SPECULATIVE_LOAD));
    }

    @Provide
    Arbitrary<ReferenceType> memory() {
        return Arbitraries.of(ReferenceType.LOAD, ReferenceType.SPECULATIVE_LOAD, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.FETCHADD);
    }

    @Provide
    Arbitrary<ReferenceType> watched() {
        return Arbitraries.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.LFETCH_FAULT, ReferenceType.PROBE_R_FAULT, ReferenceType.PROBE_W_FAULT, ReferenceType.PROBE_RW_FAULT);
    }

    /// Two to four pairs, some of which differ from the address in no bit, in one, or in those below the mask.
    @Provide
    Arbitrary<Seq<Pair>> pairs() {
        Arbitrary<Long> masks = Arbitraries.oneOf(Pages.words(), Arbitraries.integers().between(0, 56).map(bit -> -1L << bit));
        Arbitrary<Pair> pair = Combinators.combine(masks, Pages.words(), Arbitraries.integers().between(0, 63), Arbitraries.integers().between(0, 3), Pages.words()).as((mask, enables, bit, kind, noise) -> {
            long odd = mask & (1L << 56) - 1 | (enables | noise) & 0xffL << 56;
            return new Pair(kind == 0 ? 0 : kind == 1 ? 1L << bit : kind == 2 ? noise & ~odd & (1L << 56) - 1 : noise, odd);
        });
        return pair.list().ofMinSize(1).ofMaxSize(4).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Integer> operandSizes() {
        return Arbitraries.of(2, 4, 8);
    }

    @Provide
    Arbitrary<ReferenceType> addressed() {
        return Arbitraries.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.LFETCH_FAULT, ReferenceType.FC, ReferenceType.PROBE_R, ReferenceType.PROBE_W_FAULT);
    }

    @Provide
    Arbitrary<VirtualAddress> edges() {
        return Pages.boundaryAddresses();
    }

    @Provide
    Arbitrary<ReferenceType> missing() {
        return Arbitraries.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.FETCHADD, ReferenceType.LFETCH_FAULT, ReferenceType.FC,
            ReferenceType.PROBE_R, ReferenceType.PROBE_W, ReferenceType.PROBE_R_FAULT, ReferenceType.PROBE_W_FAULT, ReferenceType.PROBE_RW_FAULT, ReferenceType.TPA);
    }

    @Provide
    Arbitrary<ReferenceType> semaphores() {
        return Arbitraries.of(ReferenceType.EXCHANGE, ReferenceType.FETCHADD);
    }

    @Provide
    Arbitrary<Integer> attributes() {
        return Arbitraries.of(0, 4, 5, 6);
    }
}
