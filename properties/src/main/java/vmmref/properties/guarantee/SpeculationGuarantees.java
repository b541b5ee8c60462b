package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.References.LOAD_DEFERRED;
import static vmmref.spec.References.LOAD_DEFERRED_ALWAYS;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.Psr;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Column;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Defect;
import vmmref.properties.arbitrary.Defects;
import vmmref.properties.arbitrary.Operations;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.References;

/// What holds of speculative loads.
class SpeculationGuarantees {

    @Guarantee
    @Rare
    @Label("a speculative load is deferred if all that is wrong with it is, and otherwise faults for the highest that is not")
    @References.Checks(LOAD_DEFERRED)
    void deferral(Subject subject, @ForAll("sound") Scene sound, @ForAll("defects") Seq<Defect> defects, @ForAll("settings") Setting setting) {
        Scene scene = setting.in(defects.foldLeft(sound, (spoilt, defect) -> defect.in(spoilt)));
        Seq<Defect> meant = meant(defects);
        Option<Defect> left = meant.find(defect -> !setting.defers(defect));
        Translated expected = left.map(defect -> faultOf(defect, scene)).getOrElse(new Translated.Deferred(LOAD_DEFERRED));
        assertEquals(expected, observed(translated(subject, scene)), () -> defects + " " + setting);
        Outcomes.label("outcome").collect(left.isEmpty() ? "deferred" : left.get() == meant.head() ? "the highest faults" : "a lower one faults").coverage(checker ->
            Vector.of("deferred", "the highest faults", "a lower one faults").forEach(outcome -> checker.check(outcome).percentage(share -> share > 5)));
        Outcomes.label("one alone").collect(defects.size() == 1 ? defects.head().name() + (left.isEmpty() ? " deferred" : " faults") : "several").coverage(checker ->
            BITS.keySet().flatMap(defect -> Vector.of(defect + " deferred", defect + " faults")).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a speculative load is deferred at once while PSR.ed is 1, and if nothing is wrong with it from memory that is uncacheable or not translated")
    @References.Checks(LOAD_DEFERRED_ALWAYS)
    void alwaysDeferred(Subject subject, @ForAll("sound") Scene sound, @ForAll("defects") Seq<Defect> defects, @ForAll("settings") Setting setting,
                        @ForAll("attributes") int attribute, @ForAll boolean cacheable) {
        Scene spoilt = setting.in(defects.foldLeft(sound, (scene, defect) -> defect.in(scene)));
        assertEquals(new Translated.Deferred(LOAD_DEFERRED_ALWAYS), observed(translated(subject, spoilt.with(spoilt.machine().psr().with(43, true)))));

        Scene page = setting.in(sound.with(sound.entry().with(4, 2, attribute)));
        assertEquals(attribute == 0 || attribute == 6 ? TRANSLATION_MATCHED : LOAD_DEFERRED_ALWAYS, observed(translated(subject, page)).because());

        Scene physical = page.with(sound.reference().at(new VirtualAddress(sound.reference().address().bits() & (1L << 44) - 1 | (cacheable ? 0 : 1L << 63))));
        assertEquals(new Translated.Deferred(LOAD_DEFERRED_ALWAYS), observed(translated(subject, physical.with(physical.machine().psr().with(17, false)))));
    }

    @Guarantee
    @Costs(4)
    @Label("where a speculative load faults, a load does, and where it goes on, a load goes to the same place")
    @References.Checks({LOAD_DEFERRED, LOAD_DEFERRED_ALWAYS})
    void speculativeLoadsOnlyDefer(Subject subject, @ForAll("any") Scene scene) {
        VirtualAddress address = new VirtualAddress(scene.reference().address().bits() & -8);
        Translated plain = translated(subject, scene.with(Operations.of(ReferenceType.LOAD, address, 8, 0)));
        Translated speculative = observed(translated(subject, scene.with(Operations.of(ReferenceType.SPECULATIVE_LOAD, address, 8, 0))));
        String outcome = switch (speculative) {
            case Translated.Raised raised     -> plain instanceof Translated.Raised ? "faults" : "differs";
            case Translated.Deferred deferred -> "is deferred";
            default                           -> plain.equals(speculative) ? "is the same" : "differs";
        };
        Outcomes.label("outcome").collect(outcome).never("differs", () -> speculative + ", but a load " + plain).coverage(checker ->
            Vector.of("faults", "is deferred", "is the same").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    /// Typed from the table of deferrals: the bits of DCR, numbered, that permit them where the code does.
    private static final Map<Defect, Integer> BITS = HashMap.of(
        Defect.MISS_ALTERNATE, 8, Defect.PAGE_ABSENT, 9, Defect.KEY_MISSING, 10, Defect.KEY_DISABLED, 11, Defect.RIGHTS_DENIED, 12, Defect.ACCESS_BIT_CLEAR, 13, Defect.BREAKPOINT_HIT, 14);

    private static final Set<Defect> ALWAYS = HashSet.of(Defect.NAT_CONSUMED, Defect.ADDRESS_UNIMPLEMENTED, Defect.NAT_PAGE_CONSUMED);

    /// Those under which nothing that is lower means anything.
    private static final Set<Defect> PRECLUDING = HashSet.of(Defect.NAT_CONSUMED, Defect.ADDRESS_UNIMPLEMENTED, Defect.MISS_ALTERNATE, Defect.PAGE_ABSENT);

    private static final int MOST = 5;

    /// What the deferral of a fault depends on, whatever the fault.
    ///
    /// @param collected  PSR.ic
    /// @param inFlight   whether a change of it has not been serialised yet
    /// @param translated PSR.it
    /// @param permitted  ed of the page of the code
    /// @param dcr        bits of DCR
    private record Setting(boolean collected, boolean inFlight, boolean translated, boolean permitted, long dcr) {
        Scene in(Scene scene) {
            Psr psr = scene.machine().psr().with(13, collected).with(36, translated);
            Addressing machine = scene.machine().withPsr(psr).withInFlight(inFlight).withCodeEd(permitted).withDcr(new Dcr(dcr));
            return scene.with(machine);
        }

        boolean defers(Defect defect) {
            boolean bit = BITS.get(defect).forAll(number -> (dcr >>> number & 1) == 1);
            return ALWAYS.contains(defect) || !collected || translated && permitted && bit;
        }
    }

    /// The defects that mean something, the highest first.
    private static Seq<Defect> meant(Seq<Defect> defects) {
        Seq<Defect> ranked = ManualOrder.of(Column.DATA).lines().map(ManualOrder.Line::defect).filter(defects::contains);
        return ranked.take(ranked.takeUntil(PRECLUDING::contains).size() + 1);
    }

    private static Translated faultOf(Defect defect, Scene scene) {
        return ManualOrder.of(Column.DATA).lines().find(line -> line.defect() == defect).get().translated(scene.reference());
    }

    private static Translated translated(Subject subject, Scene scene) {
        return subject.on(Scenes.NARROW).translate(scene.machine(), scene.reference(), Choice.USUAL);
    }

    @Provide
    Arbitrary<Scene> sound() {
        return Scenes.sound(ReferenceType.SPECULATIVE_LOAD);
    }

    @Provide
    Arbitrary<Seq<Defect>> defects() {
        return Defects.combinations(ALWAYS.addAll(BITS.keySet()).add(Defect.ADDRESS_MISALIGNED).toVector().sorted(), MOST);
    }

    @Provide
    Arbitrary<Setting> settings() {
        return Combinators.combine(Pages.numbers(5), Pages.numbers(2), Pages.numbers(5), Pages.numbers(5), Pages.words()).as((collected, inFlight, translated, permitted, dcr) ->
            new Setting(collected != 0, inFlight == 0, translated != 0, permitted != 0, dcr));
    }

    @Provide
    Arbitrary<Integer> attributes() {
        return Arbitraries.of(0, 4, 5, 6);
    }

    @Provide
    Arbitrary<Scene> any() {
        return Scenes.any();
    }
}
