package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Protections.KEY_DISABLED;
import static vmmref.spec.Protections.RIGHTS_DENIED;
import static vmmref.spec.References.ADDRESS_TOLD;
import static vmmref.spec.References.ADDRESS_UNIMPLEMENTED;
import static vmmref.spec.References.KEY_TOLD;
import static vmmref.spec.References.MISS_ALTERNATE;
import static vmmref.spec.References.NAT_PAGE_CONSUMED;
import static vmmref.spec.References.PAGE_ABSENT;
import static vmmref.spec.References.PREFETCH_DROPPED;
import static vmmref.spec.References.PROBE_ANSWERED;
import static vmmref.spec.Translations.MATCHES_SEVERAL;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Crowd;
import vmmref.properties.arbitrary.Held;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Clause;
import vmmref.spec.Protections;
import vmmref.spec.References;
import vmmref.spec.Translations;

/// What holds of references that ask the data TLB and touch no memory.
class QueryGuarantees {

    @Guarantee
    @Label("a probe answers 1 where its level may do what it asks and 0 where keys or rights forbid it, clean, not accessed or untranslated as the rest may be")
    @References.Checks(PROBE_ANSWERED)
    void probes(Subject subject, @ForAll boolean writes, @ForAll("presentEntries") Pte entry, @ForAll("levels") Psr psr, @ForAll @IntRange(max = 3) int requested,
                @ForAll("registerBits") int bits) {
        Scene scene = Scene.of(writes ? ReferenceType.PROBE_W : ReferenceType.PROBE_R);
        Addressing machine = scene.with(entry).machine().withPsr(psr).withKeys(scene.machine().keys().with(3, new ProtectionKeyRegister((long) Scene.KEY << 8 | bits | 1)));
        Reference probe = Reference.probe(scene.reference().type(), scene.reference().address(), requested);
        boolean disabled = psr.pk() && (bits & (writes ? 2 : 4)) != 0;
        boolean permitted = RightsTable.permits(entry.ar(), entry.pl(), Integer.max(requested, psr.cpl()), writes ? "W" : "R");
        Translated expected = disabled ? new Translated.Answered(0, KEY_DISABLED)
            : permitted ? new Translated.Answered(1, PROBE_ANSWERED)
            : new Translated.Answered(0, RIGHTS_DENIED);
        assertEquals(expected, observed(subject.translate(machine, probe, Choice.USUAL)));
        assertEquals(new Translated.Answered(0, ADDRESS_UNIMPLEMENTED), subject.on(Scenes.NARROW).translate(machine, far(probe), Choice.USUAL));
        Outcomes.label("answer").collect(expected.because().name()).coverage(checker ->
            Vector.of("PROBE_ANSWERED", "KEY_DISABLED", "RIGHTS_DENIED").forEach(clause -> checker.check(clause).percentage(share -> share > 10)));
    }

    @Guarantee
    @Label("tpa gives the physical address of any present page but a NaT page")
    @References.Checks({ADDRESS_TOLD, PAGE_ABSENT, NAT_PAGE_CONSUMED})
    void physicalAddresses(Subject subject, @ForAll("translations") Translation page, @ForAll("words") long within, @ForAll("levels") Psr psr) {
        VirtualAddress address = new VirtualAddress(page.pageBits() | within & page.size().mask());
        Translated result = observed(translated(subject, page, psr, Reference.query(ReferenceType.TPA, address)));
        if ((page.entryBits() & 1) == 0) assertEquals(raised(Interruption.PAGE_NOT_PRESENT, address, PAGE_ABSENT), result);
        else if ((page.entryBits() >> 2 & 7) == 7) assertEquals(raised(Interruption.NAT_PAGE_CONSUMPTION, address, NAT_PAGE_CONSUMED), result);
        else assertEquals(new Translated.Answered(LinearTlb.reached(page, address).bits(), ADDRESS_TOLD), result);
    }

    @Guarantee
    @Label("tak gives the key of any present page in bits 31:8, and 1 for all else")
    @References.Checks({KEY_TOLD, PAGE_ABSENT, MISS_ALTERNATE})
    void keys(Subject subject, @ForAll("translations") Translation page, @ForAll("levels") Psr psr, @ForAll boolean reached) {
        VirtualAddress address = reached ? page.page() : new VirtualAddress(page.pageBits() ^ 1L << 40);
        Reference tak = Reference.query(ReferenceType.TAK, address);
        Psr collected = psr.with(13, true);
        Translated expected = !reached ? new Translated.Answered(1, MISS_ALTERNATE)
            : (page.entryBits() & 1) == 0 ? new Translated.Answered(1, PAGE_ABSENT)
            : new Translated.Answered(page.key() * 256L, KEY_TOLD);
        assertEquals(expected, observed(translated(subject, page, collected, tak)));
        assertEquals(new Translated.Answered(1, ADDRESS_UNIMPLEMENTED), subject.on(Scenes.NARROW).translate(machine(page, collected), far(tak), Choice.USUAL));
    }

    @Guarantee
    @Label("a prefetch never faults; one with .fault does as a load of a byte does, unless PSR.ed is 1")
    @References.Checks(PREFETCH_DROPPED)
    void prefetches(Subject subject, @ForAll("scenes") Scene scene, @ForAll boolean nat) {
        Psr psr = scene.machine().psr();
        Translated plain    = result(subject, scene.with(psr), ReferenceType.LFETCH, nat);
        Translated ignoring = result(subject, scene.with(psr.with(43, true)), ReferenceType.LFETCH_FAULT, nat);
        Vector.of(plain, ignoring).forEach(result -> assertTrue(observed(result).equals(new Translated.Dropped(PREFETCH_DROPPED))
            || result.equals(new Translated.Unspecified(MATCHES_SEVERAL)), result.toString()));
        assertEquals(result(subject, scene.with(psr.with(43, false)), ReferenceType.LOAD, nat), result(subject, scene.with(psr.with(43, false)), ReferenceType.LFETCH_FAULT, nat));
        Outcomes.label("a load").collect(result(subject, scene.with(psr.with(43, false)), ReferenceType.LOAD, nat).getClass().getSimpleName()).coverage(checker ->
            Vector.of("To", "Raised").forEach(kind -> checker.check(kind).percentage(share -> share > 5)));
    }

    @Guarantee
    @Label("probes that fault do as loads, stores and semaphores of a byte do, and fc as a load whose key and access bit nobody looks at")
    @Translations.Checks(TRANSLATION_MATCHED)
    @Protections.Checks(RIGHTS_DENIED)
    void queriesFaultLikeReferences(Subject subject, @ForAll("scenes") Scene scene) {
        Scene free = scene.with(scene.machine().psr().with(15, false).with(38, true));
        assertEquals(result(subject, scene, ReferenceType.LOAD, false), observed(result(subject, scene, ReferenceType.PROBE_R_FAULT, false)));
        assertEquals(result(subject, scene, ReferenceType.STORE, false), observed(result(subject, scene, ReferenceType.PROBE_W_FAULT, false)));
        assertEquals(result(subject, free, ReferenceType.LOAD, false), observed(result(subject, scene, ReferenceType.FC, false)));
        Translated semaphore = result(subject, scene, ReferenceType.EXCHANGE, false);
        if (semaphore.because() != References.ATTRIBUTE_UNSUPPORTED) assertEquals(semaphore, observed(result(subject, scene, ReferenceType.PROBE_RW_FAULT, false)));
    }

    /// A reference of one byte, a probe at level 0, to the address of the scene.
    private static Translated result(Subject subject, Scene scene, ReferenceType type, boolean nat) {
        VirtualAddress address = scene.reference().address();
        Reference reference = type.isProbe() ? Reference.probe(type, address, 0) : Reference.data(type, address, 1);
        return subject.translate(scene.machine(), nat ? reference.withNat() : reference, Choice.USUAL);
    }

    private static Translated translated(Subject subject, Translation page, Psr psr, Reference reference) {
        return subject.translate(machine(page, psr), reference, Choice.USUAL);
    }

    /// At level 0, with no key in any register.
    private static Addressing machine(Translation page, Psr psr) {
        return new Crowd(Vector.of(Held.cached(Stream.DATA, page)), Scenes.regions(page.rid())).machine().withPsr(psr.withCpl(0));
    }

    private static Reference far(Reference reference) {
        return reference.at(new VirtualAddress(reference.address().bits() & ~(3L << 59) | 1L << 60));
    }

    private static Translated raised(Interruption kind, VirtualAddress address, Clause because) {
        return new Translated.Raised(new Fault(kind, Option.some(address)), because);
    }

    @Provide
    Arbitrary<Pte> presentEntries() {
        return Pages.presentEntries();
    }

    @Provide
    Arbitrary<Integer> registerBits() {
        return Arbitraries.of(0, 0, 2, 4, 8, 15);
    }

    @Provide
    Arbitrary<Psr> levels() {
        return Scenes.statusRegisters();
    }

    @Provide
    Arbitrary<Translation> translations() {
        return Pages.translations(Pages.entries());
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return Scenes.any();
    }
}
