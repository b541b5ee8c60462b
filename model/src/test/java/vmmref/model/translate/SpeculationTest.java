package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.translate.Example.DT;
import static vmmref.model.translate.Example.ED;
import static vmmref.model.translate.Example.HERE;
import static vmmref.model.translate.Example.IC;
import static vmmref.model.translate.Example.IT;
import static vmmref.model.translate.Example.MACHINE;
import static vmmref.model.translate.Example.PK;
import static vmmref.model.translate.Example.at;
import static vmmref.model.translate.Example.clear;
import static vmmref.model.translate.Example.empty;
import static vmmref.model.translate.Example.entry;
import static vmmref.model.translate.Example.keyed;
import static vmmref.model.translate.Example.level;
import static vmmref.model.translate.Example.raised;
import static vmmref.model.translate.Example.rules;
import static vmmref.model.translate.Example.set;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Dcr;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Protections;
import vmmref.spec.References;
import vmmref.spec.Translations;

/// Speculative loads worked by hand.
class SpeculationTest {
    private static final Translated DEFERRED = new Translated.Deferred(References.LOAD_DEFERRED);
    private static final Translated ALWAYS = new Translated.Deferred(References.LOAD_DEFERRED_ALWAYS);

    private static Translated loaded(Addressing machine, long address) {
        return rules("maximal").translate(machine, Reference.data(ReferenceType.SPECULATIVE_LOAD, at(address), 8), Choice.USUAL);
    }

    private static Translated loaded(Addressing machine) {
        return loaded(machine, HERE);
    }

    /// The page of the code permits deferral, and DCR all that are named.
    private static Addressing permitting(Addressing machine, Dcr.Bit... bits) {
        return machine.withCodeEd(true).withDcr(new Dcr(Vector.of(bits).map(bit -> 1L << bit.number()).fold(0L, (one, other) -> one | other)));
    }

    private static Addressing met(String condition) {
        return switch (condition) {
            case "MISS_ALTERNATE"   -> empty();
            case "PAGE_ABSENT"      -> entry(0x12347e0);
            case "KEY_MISSING"      -> set(MACHINE, PK);
            case "KEY_DISABLED"     -> keyed(MACHINE, 5);
            case "RIGHTS_DENIED"    -> level(entry(0x1234061), 3);
            default                 -> entry(0x12347c1);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "MISS_ALTERNATE,   DM, ALTERNATE_DATA_TLB",
        "PAGE_ABSENT,      DP, PAGE_NOT_PRESENT",
        "KEY_MISSING,      DK, DATA_KEY_MISS",
        "KEY_DISABLED,     DX, KEY_PERMISSION",
        "RIGHTS_DENIED,    DR, DATA_ACCESS_RIGHTS",
        "ACCESS_BIT_CLEAR, DA, DATA_ACCESS_BIT"})
    void aBitOfDcrAndTheCodePermitDeferral(String condition, Dcr.Bit bit, Interruption fault) {
        Addressing machine = met(condition);
        Clause because = Clauses.named(condition).get();
        Dcr.Bit[] others = Vector.of(Dcr.Bit.values()).remove(bit).toJavaArray(Dcr.Bit[]::new);
        assertEquals(raised(fault, HERE, because), loaded(machine));
        assertEquals(DEFERRED, loaded(permitting(machine, bit)));
        assertEquals(raised(fault, HERE, because), loaded(permitting(machine, others)));
        assertEquals(raised(fault, HERE, because), loaded(permitting(machine, bit).withCodeEd(false)));
        assertEquals(raised(fault, HERE, because), loaded(clear(permitting(machine, bit), IT)));
        assertEquals(DEFERRED, loaded(clear(machine, IC)));
    }

    @Test
    void codeAlonePermitsTheDeferralOfMisalignment() {
        assertEquals(raised(Interruption.UNALIGNED_DATA_REFERENCE, HERE + 1, References.ADDRESS_MISALIGNED), loaded(MACHINE, HERE + 1));
        assertEquals(DEFERRED, loaded(permitting(MACHINE), HERE + 1));
        assertEquals(DEFERRED, loaded(clear(MACHINE, IC), HERE + 1));
        assertEquals(raised(Interruption.UNALIGNED_DATA_REFERENCE, HERE + 1, References.ADDRESS_MISALIGNED), loaded(clear(permitting(MACHINE), IT), HERE + 1));
    }

    @Test
    void someFaultsAreDeferredAlways() {
        assertEquals(DEFERRED, loaded(entry(0x12347fd)));
        assertEquals(DEFERRED, rules("maximal").translate(MACHINE, Reference.data(ReferenceType.SPECULATIVE_LOAD, at(HERE), 8).withNat(), Choice.USUAL));
        assertEquals(DEFERRED, rules("minimal").translate(MACHINE, Reference.data(ReferenceType.SPECULATIVE_LOAD, at(0x2004000000004000L), 8), Choice.USUAL));
    }

    @Test
    void nestedMissesAreDeferredBecauseInterruptionsAreNotCollected() {
        assertEquals(DEFERRED, loaded(clear(empty(), IC)));
        assertEquals(DEFERRED, loaded(clear(empty(), IC).withInFlight(true)));
    }

    @Test
    void severalMatchesAreNotDeferred() {
        Addressing several = MACHINE.withTlb(MACHINE.tlb().withCached(Stream.DATA, Example.TRANSLATION, true));
        assertEquals(new Translated.Unspecified(Translations.MATCHES_SEVERAL), loaded(several));
        assertEquals(new Translated.Unspecified(Translations.MATCHES_SEVERAL), loaded(clear(several, IC)));
    }

    /// A page that no key register holds and whose rights deny the load; DCR permits one of the two, both, or neither.
    @Test
    void eachConditionIsDeferredByItself() {
        Addressing both = set(level(entry(0x1234061), 3), PK);
        assertEquals(raised(Interruption.DATA_KEY_MISS, HERE, Protections.KEY_MISSING), loaded(both));
        assertEquals(raised(Interruption.DATA_ACCESS_RIGHTS, HERE, Protections.RIGHTS_DENIED), loaded(permitting(both, Dcr.Bit.DK)));
        assertEquals(raised(Interruption.DATA_KEY_MISS, HERE, Protections.KEY_MISSING), loaded(permitting(both, Dcr.Bit.DR)));
        assertEquals(DEFERRED, loaded(permitting(both, Dcr.Bit.DK, Dcr.Bit.DR)));
    }

    /// A NaT page is deferred always, but another fault of the page is not hidden by it; what a higher condition precludes is.
    @Test
    void conditionsBelowAreDroppedWhereTheyMeanNothing() {
        assertEquals(raised(Interruption.DATA_KEY_MISS, HERE, Protections.KEY_MISSING), loaded(set(entry(0x12347fd), PK)));
        assertEquals(DEFERRED, loaded(permitting(set(entry(0x12347e0), PK), Dcr.Bit.DP)));
        assertEquals(DEFERRED, rules("maximal").translate(empty(), Reference.data(ReferenceType.SPECULATIVE_LOAD, at(HERE), 8).withNat(), Choice.USUAL));
        assertEquals(DEFERRED, loaded(permitting(empty(), Dcr.Bit.DM), HERE + 1));
    }

    @Test
    void speculationIsNotForAllMemory() {
        assertEquals(new Translated.To(new PhysicalAddress(0x1234040), MemoryAttribute.WB, Translations.TRANSLATION_MATCHED), loaded(MACHINE));
        assertEquals(new Translated.To(new PhysicalAddress(0x1234040), MemoryAttribute.WC, Translations.TRANSLATION_MATCHED), loaded(entry(0x12347f9)));
        assertEquals(ALWAYS, loaded(entry(0x12347f1)));
        assertEquals(ALWAYS, loaded(entry(0x12347f5)));
        assertEquals(ALWAYS, loaded(clear(MACHINE, DT), 0x4040));
        assertEquals(ALWAYS, loaded(clear(MACHINE, DT), 1L << 63 | 0x4040));
    }

    @Test
    void deferralOfOneInstructionComesFirst() {
        assertEquals(ALWAYS, loaded(set(MACHINE, ED)));
        assertEquals(ALWAYS, loaded(set(empty(), ED)));
        assertEquals(ALWAYS, loaded(set(MACHINE.withTlb(Tlb.EMPTY.withCached(Stream.DATA, Example.TRANSLATION, true)), ED)));
    }

    @Test
    void otherLoadsAreNotDeferred() {
        assertEquals(raised(Interruption.ALTERNATE_DATA_TLB, HERE, References.MISS_ALTERNATE),
            rules("maximal").translate(set(permitting(empty(), Dcr.Bit.values()), ED), Reference.data(ReferenceType.LOAD, at(HERE), 8), Choice.USUAL));
    }
}
