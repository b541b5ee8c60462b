package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.interruption.Interruption.ALTERNATE_DATA_TLB;
import static vmmref.model.interruption.Interruption.ALTERNATE_INSTRUCTION_TLB;
import static vmmref.model.interruption.Interruption.DATA_NESTED_TLB;
import static vmmref.model.interruption.Interruption.DATA_TLB;
import static vmmref.model.interruption.Interruption.INSTRUCTION_TLB;
import static vmmref.model.interruption.Interruption.PAGE_NOT_PRESENT;
import static vmmref.model.interruption.Interruption.VHPT_TRANSLATION;
import static vmmref.model.translate.Example.DT;
import static vmmref.model.translate.Example.IC;
import static vmmref.model.translate.Example.IT;
import static vmmref.model.translate.Example.at;
import static vmmref.model.translate.Example.clear;
import static vmmref.model.translate.Example.empty;
import static vmmref.model.translate.Example.keyed;
import static vmmref.model.translate.Example.load;
import static vmmref.model.translate.Example.raised;
import static vmmref.model.translate.Example.rules;
import static vmmref.model.translate.Example.to;
import static vmmref.spec.References.MISS_ALTERNATE;
import static vmmref.spec.References.MISS_NESTED;
import static vmmref.spec.References.PAGE_ABSENT;
import static vmmref.spec.Translations.MATCHES_SEVERAL;
import static vmmref.spec.Translations.OVERLAP_PURGED;
import static vmmref.spec.Walks.ENTRY_REFUSED;
import static vmmref.spec.Walks.ENTRY_UNREADABLE;
import static vmmref.spec.Walks.ENTRY_UNTRANSLATED;
import static vmmref.spec.Walks.TAG_MISMATCHED;
import static vmmref.spec.Walks.WALK_INSERTED;
import static vmmref.spec.Walks.WALK_OVERLAPPED;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

class WalkerTest {
    /// Short format, 2^39 bytes at the end of each region; long format, 2^24 bytes at E000000010000000.
    private static final long SHORT = 0x1ff800000000009dL;
    private static final long LONG = 0xe000000010000161L;

    /// The address and its entries, the manual-like examples: index 4 and identifier 123456.
    private static final long HERE = 0x2000000000012345L;
    private static final long SHORT_ENTRY = 0x3ff8000000000020L;
    private static final long LONG_ENTRY = 0xe000000010468a40L;
    private static final long TAG = 0x091a2b0000000004L;
    private static final int RID = 0x123456;
    private static final long ENTRY = 0x98761L | 3 << 9 | 3 << 7;

    private static Addressing walking(long pta) {
        Addressing machine = empty().withPta(new Pta(pta));
        return machine.withRegions(machine.regions().with(1, new RegionRegister((long) RID << 8 | 14 << 2 | 1)));
    }

    /// {@return a machine whose table of an address is mapped to physical memory, the entry to 0x500000 and what its offset in 64 KB says}
    private static Addressing mapped(long pta, long entry, long pte) {
        Addressing machine = walking(pta);
        Translation page = Translation.of(at(entry), machine.regions().of(at(entry)).identifier(), new PageSize(16), 0x77, new Pte(pte));
        return machine.withTlb(machine.tlb().withRegister(Stream.DATA, 7, Option.some(page)));
    }

    private static Addressing mapped(long pta) {
        return mapped(pta, pta == SHORT ? SHORT_ENTRY : LONG_ENTRY, 0x500000 | 0x661);
    }

    private static Memory holding(long at, long... words) {
        Memory memory = Memory.ZERO;
        for (int number = 0; number < words.length; number++) memory = memory.with(new PhysicalAddress(at + 8L * number), 8, words[number]);
        return memory;
    }

    private static Memory shortTable(long entry) {
        return holding(0x500020, entry);
    }

    private static Memory longTable(long... words) {
        return holding(0x508a40, words);
    }

    private static Arrival arrival(Addressing machine, Memory memory, Reference reference) {
        return rules("maximal").arrive(machine, memory, reference, Choice.USUAL);
    }

    private static Translated translated(Addressing machine, Memory memory) {
        return arrival(machine, memory, load(HERE & -8)).translated();
    }

    private static Translated missed(vmmref.spec.Clause because) {
        return raised(DATA_TLB, HERE & -8, because);
    }

    @Test
    void aShortEntryIsInsertedWithSizeAndKeyOfItsRegion() {
        Arrival arrival = arrival(mapped(SHORT), shortTable(ENTRY), load(HERE & -8));
        assertEquals(to(0x9a340, MemoryAttribute.WB, WALK_INSERTED), arrival.translated());
        assertEquals(Effects.of(new Place.Cached(Stream.DATA, Translation.of(at(HERE), RID, new PageSize(14), RID, new Pte(ENTRY))), true, WALK_INSERTED), arrival.walked());
    }

    @Test
    void aLongEntryIsInsertedWithItsOwnSizeAndKey() {
        Arrival arrival = arrival(mapped(LONG), longTable(ENTRY, 0x5500 | 16 << 2, TAG), Reference.fetch(at(HERE & -16)));
        assertEquals(to(0x92340, MemoryAttribute.WB, WALK_INSERTED), arrival.translated());
        assertEquals(Effects.of(new Place.Cached(Stream.INSTRUCTION, Translation.of(at(HERE), RID, new PageSize(16), 0x55, new Pte(ENTRY))), true, WALK_INSERTED), arrival.walked());
    }

    @Test
    void theWalkerIsEnabledByFiveBits() {
        Memory table = shortTable(ENTRY);
        Addressing machine = mapped(SHORT);
        Addressing region = machine.withRegions(machine.regions().with(1, new RegionRegister((long) RID << 8 | 14 << 2)));
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE & -8, MISS_ALTERNATE), translated(machine.withPta(new Pta(SHORT & -2)), table));
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE & -8, MISS_ALTERNATE), translated(region, table));
        Reference fetch = Reference.fetch(at(HERE & -16));
        assertEquals(raised(ALTERNATE_INSTRUCTION_TLB, HERE & -16, MISS_ALTERNATE), arrival(clear(machine, IC), table, fetch).translated());
        assertEquals(raised(ALTERNATE_INSTRUCTION_TLB, HERE & -16, MISS_ALTERNATE), arrival(clear(machine, DT), table, fetch).translated());
        assertEquals(WALK_INSERTED, arrival(machine, table, fetch).translated().because());
        assertEquals(WALK_INSERTED, arrival(clear(machine, IC, IT), table, load(HERE & -8)).translated().because());
        assertEquals(new Translated.Answered(0x9a345, vmmref.spec.References.ADDRESS_TOLD), arrival(machine, table, Reference.query(ReferenceType.TPA, at(HERE))).translated());
        assertEquals(MISS_ALTERNATE, arrival(clear(machine, DT), table, Reference.query(ReferenceType.TPA, at(HERE))).translated().because());
    }

    @Test
    void eachSideHasItsBits() {
        Addressing machine = walking(SHORT);
        Addressing stack = machine.withPsr(machine.psr().with(27, false));
        assertEquals(Vector.of(true, true, true), Vector.of(Walker.Side.values()).map(side -> Walker.isEnabled(machine, at(HERE), side)));
        assertEquals(Vector.of(true, true, false), Vector.of(Walker.Side.values()).map(side -> Walker.isEnabled(stack, at(HERE), side)));
        assertEquals(Vector.of(false, false, false), Vector.of(Walker.Side.values()).map(side -> Walker.isEnabled(clear(machine, DT), at(HERE), side)));
        assertEquals(Vector.of(false, true, true), Vector.of(Walker.Side.values()).map(side -> Walker.isEnabled(clear(machine, IT), at(HERE), side)));
        assertEquals(Vector.of(false, true, true), Vector.of(Walker.Side.values()).map(side -> Walker.isEnabled(clear(machine, IC), at(HERE), side)));
    }

    @Test
    void anEntryThatIsNotTranslatedIsAFaultOfItsOwn() {
        assertEquals(raised(VHPT_TRANSLATION, HERE & -8, ENTRY_UNTRANSLATED), translated(walking(SHORT), shortTable(ENTRY)));
        assertEquals(raised(VHPT_TRANSLATION, HERE & -16, ENTRY_UNTRANSLATED), arrival(walking(LONG), Memory.ZERO, Reference.fetch(at(HERE & -16))).translated());
        assertEquals(raised(DATA_NESTED_TLB, MISS_NESTED), translated(clear(walking(SHORT), IC), shortTable(ENTRY)));
        assertEquals(ENTRY_UNTRANSLATED, translated(clear(walking(SHORT), IC).withInFlight(true), shortTable(ENTRY)).because());
    }

    @Test
    void severalTranslationsOfAnEntryAreNotSaid() {
        Addressing machine = mapped(SHORT);
        Translation other = Translation.of(at(SHORT_ENTRY), RID, new PageSize(12), 0, new Pte(0x661));
        assertEquals(new Translated.Unspecified(MATCHES_SEVERAL), translated(machine.withTlb(machine.tlb().withCached(Stream.DATA, other, true)), shortTable(ENTRY)));
    }

    @Test
    void anEntryIsReadableInAPresentAccessedWriteBackPage() {
        for (long pte : new long[] {0x500660, 0x500641, 0x500671, 0x50067d, 0x500675}) assertEquals(missed(ENTRY_UNREADABLE), translated(mapped(SHORT, SHORT_ENTRY, pte), shortTable(ENTRY)), Long.toHexString(pte));
        for (long pte : new long[] {0x500661, 0x500061, 0x5007e1, 0x500021}) assertEquals(WALK_INSERTED, translated(mapped(SHORT, SHORT_ENTRY, pte), shortTable(ENTRY)).because(), Long.toHexString(pte));
        assertEquals(WALK_INSERTED, translated(Example.level(mapped(SHORT), 3), shortTable(ENTRY)).because());
    }

    @Test
    void keysAndBreakpointsOfTheEntryCount() {
        Addressing machine = mapped(SHORT);
        Addressing keys = keyed(machine, 1);
        Addressing own = keys.withKeys(keys.keys().with(2, new vmmref.model.register.ProtectionKeyRegister(0x7700 | 1)).with(3, new vmmref.model.register.ProtectionKeyRegister((long) RID << 8 | 1)));
        Addressing disabled = own.withKeys(own.keys().with(2, new vmmref.model.register.ProtectionKeyRegister(0x7700 | 5)));
        assertEquals(missed(ENTRY_UNREADABLE), translated(keys, shortTable(ENTRY)));
        assertEquals(WALK_INSERTED, translated(own, shortTable(ENTRY)).because());
        assertEquals(missed(ENTRY_UNREADABLE), translated(disabled, shortTable(ENTRY)));
        IndirectRegisters watching = machine.indirect().with(IndirectRegisters.File.DBR, 0, SHORT_ENTRY).with(IndirectRegisters.File.DBR, 1, -1L & ~(0xeL << 56));
        assertEquals(missed(ENTRY_UNREADABLE), translated(machine.withIndirect(watching).withPsr(machine.psr().with(24, true).with(39, true)), shortTable(ENTRY)));
        assertEquals(WALK_INSERTED, translated(machine.withIndirect(watching), shortTable(ENTRY)).because());
        assertEquals(WALK_INSERTED, translated(machine.withIndirect(watching.with(IndirectRegisters.File.DBR, 1, -1L & ~(0x1L << 56))).withPsr(machine.psr().with(24, true)), shortTable(ENTRY)).because());
    }

    @Test
    void wordsOfAnEntryHaveTheOrderOfDcr() {
        Addressing big = mapped(SHORT).withDcr(new Dcr(2));
        assertEquals(WALK_INSERTED, translated(big, shortTable(Long.reverseBytes(ENTRY))).because());
        assertEquals(PAGE_ABSENT, translated(mapped(SHORT), shortTable(Long.reverseBytes(ENTRY))).because());
    }

    @Test
    void aLongEntryIsThatOfAPageByItsTag() {
        assertEquals(missed(TAG_MISMATCHED), translated(mapped(LONG), longTable(ENTRY, 14 << 2, TAG | Long.MIN_VALUE)));
        for (int bit = 0; bit < 64; bit++) assertEquals(missed(TAG_MISMATCHED), translated(mapped(LONG), longTable(ENTRY, 14 << 2, TAG ^ 1L << bit)));
        assertEquals(WALK_INSERTED, translated(mapped(LONG), longTable(ENTRY, 14 << 2, TAG, -1)).because());
    }

    @Test
    void whatItcRefusesIsNotInserted() {
        for (long entry : new long[] {ENTRY | 2, ENTRY | 4, ENTRY | 8, ENTRY | 12, ENTRY | 1L << 50, ENTRY | 1L << 51}) assertEquals(missed(ENTRY_REFUSED), translated(mapped(SHORT), shortTable(entry)), Long.toHexString(entry));
        for (long itir : new long[] {15 << 2, 0, 14 << 2 | 1, 14 << 2 | 2, 14 << 2 | 1L << 32}) assertEquals(missed(ENTRY_REFUSED), translated(mapped(LONG), longTable(ENTRY, itir, TAG)), Long.toHexString(itir));
        assertEquals(raised(PAGE_NOT_PRESENT, HERE & -8, PAGE_ABSENT), translated(mapped(LONG), longTable(ENTRY & -2 | 2, 14 << 2 | 1L << 32, TAG)));
        assertEquals(missed(ENTRY_REFUSED), translated(mapped(LONG), longTable(ENTRY & -2, 15 << 2, TAG)));
        Addressing odd = mapped(SHORT, 0x3ff8000000000010L, 0x500661);
        assertEquals(missed(ENTRY_REFUSED), translated(odd.withRegions(odd.regions().with(1, new RegionRegister((long) RID << 8 | 15 << 2 | 1))), holding(0x500010, ENTRY)));
        assertEquals(ENTRY_REFUSED, rules("merced").arrive(mapped(LONG), longTable(ENTRY | 1L << 45, 14 << 2, TAG), load(HERE & -8), Choice.USUAL).translated().because());
    }

    @Test
    void whatOverlapsIsPurgedAndARegisterIsNot() {
        Addressing machine = mapped(LONG);
        Translation small = Translation.of(at(HERE & -0x10000), RID, new PageSize(12), 0, new Pte(0));
        Memory table = longTable(ENTRY, 16 << 2, TAG);
        Arrival arrival = arrival(machine.withTlb(machine.tlb().withCached(Stream.DATA, small, true)), table, load(HERE & -8));
        assertEquals(Vector.of(OVERLAP_PURGED, WALK_INSERTED), arrival.walked().writes().map(write -> write.because()).toVector());
        Addressing pinned = machine.withTlb(machine.tlb().withRegister(Stream.DATA, 0, Option.some(small)));
        assertEquals(new Translated.Unspecified(WALK_OVERLAPPED), translated(pinned, table));
        assertEquals(new Translated.Unspecified(WALK_OVERLAPPED), translated(clear(pinned, IC), table));
        assertEquals(WALK_INSERTED, arrival(pinned, table, Reference.fetch(at(HERE & -16))).translated().because());
    }

    @Test
    void aReferenceThatFaultsLeavesNothing() {
        Arrival absent = arrival(mapped(SHORT), shortTable(0), load(HERE & -8));
        assertEquals(raised(PAGE_NOT_PRESENT, HERE & -8, PAGE_ABSENT), absent.translated());
        assertEquals(Effects.NONE, absent.walked());
        assertEquals(Effects.NONE, arrival(Example.MACHINE, Memory.ZERO, load(Example.HERE)).walked());
        assertEquals(Effects.NONE, arrival(mapped(SHORT), shortTable(ENTRY), load(HERE & -8).withNat()).walked());
    }

    @Test
    void aWalkMayBeGivenUp() {
        Choice aborting = Choice.of(Freedom.WALKER);
        assertEquals(missed(ENTRY_UNREADABLE), rules("maximal").arrive(mapped(SHORT), shortTable(ENTRY), load(HERE & -8), aborting).translated());
        assertEquals(raised(INSTRUCTION_TLB, HERE & -16, ENTRY_UNREADABLE), rules("maximal").arrive(walking(SHORT), Memory.ZERO, Reference.fetch(at(HERE & -16)), aborting).translated());
        assertEquals(to(0x1234040, MemoryAttribute.WB, vmmref.spec.Translations.TRANSLATION_MATCHED), rules("maximal").translate(Example.MACHINE, load(Example.HERE), aborting));
    }

    @Test
    void entriesThatAreNotImplementedCannotBeRead() {
        Addressing machine = walking(0x0800000000000161L);
        assertEquals(raised(DATA_TLB, HERE & -8, ENTRY_UNREADABLE), rules("minimal").arrive(machine.withRegions(machine.regions().with(1, new RegionRegister(0x12300 | 14 << 2 | 1))), Memory.ZERO, load(HERE & -8), Choice.USUAL).translated());
        assertEquals(ENTRY_UNTRANSLATED, translated(machine, Memory.ZERO).because());
    }

    @Test
    void whatIsNoAddressIsNotWalked() {
        assertEquals(Target.Nothing.NOTHING, rules("maximal").target(walking(SHORT), Memory.ZERO, load(HERE & -8).withNat(), Choice.USUAL));
        assertEquals(Target.Nothing.NOTHING, rules("minimal").target(walking(SHORT), Memory.ZERO, load(HERE & -8 | 1L << 60), Choice.USUAL));
    }

    @Test
    void oneAnswerOfAWalkerIsReplaced() {
        Walker right = rules("maximal").walker();
        Walker.Enabling never = (machine, address, side) -> false;
        Walker.Reading other = (stream, table, first, second) -> right.reading().insertion(stream, table, second, first);
        assertEquals(new Walker(right.hashing(), never, right.tagging(), right.reading()), right.withEnabling(never));
        assertEquals(new Walker(right.hashing(), right.enabling(), right.tagging(), other), right.withReading(other));
    }
}
