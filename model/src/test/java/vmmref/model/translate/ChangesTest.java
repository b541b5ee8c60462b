package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.model.translate.Example.IC;
import static vmmref.model.translate.Example.KEY;
import static vmmref.model.translate.Example.MACHINE;
import static vmmref.model.translate.Example.PAGE;
import static vmmref.model.translate.Example.RID;
import static vmmref.model.translate.Example.SIZE;
import static vmmref.model.translate.Example.SLOT;
import static vmmref.model.translate.Example.TRANSLATION;
import static vmmref.model.translate.Example.VM;
import static vmmref.model.translate.Example.at;
import static vmmref.model.translate.Example.clear;
import static vmmref.model.translate.Example.empty;
import static vmmref.model.translate.Example.level;
import static vmmref.model.translate.Example.rules;
import static vmmref.model.translate.Example.set;
import static vmmref.model.translate.Instruction.PurgeType.PTC_G;
import static vmmref.model.translate.Instruction.PurgeType.PTC_GA;
import static vmmref.model.translate.Instruction.PurgeType.PTC_L;
import static vmmref.model.translate.Instruction.PurgeType.PTR_D;
import static vmmref.model.translate.Instruction.PurgeType.PTR_I;

import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Protections;
import vmmref.spec.References;
import vmmref.spec.Translations;

/// Instructions that change translations, worked by hand.
class ChangesTest {
    private static final Addressing INSERTING = clear(empty(), IC);

    private static Instruction.InsertCache itc(Stream stream, long entry, VirtualAddress ifa, Itir itir) {
        return new Instruction.InsertCache(stream, GeneralValue.of(entry), ifa, itir);
    }

    private static Instruction.InsertRegister itr(Stream stream, int slot, long entry, VirtualAddress ifa, Itir itir) {
        return new Instruction.InsertRegister(stream, GeneralValue.of(slot), GeneralValue.of(entry), ifa, itir);
    }

    private static Instruction.Purge purge(Instruction.PurgeType type, VirtualAddress address, int size) {
        return new Instruction.Purge(type, GeneralValue.of(address.bits()), GeneralValue.of((long) size << 2));
    }

    private static Instruction rr(long r3, long value) {
        return new Instruction.MoveRegion(GeneralValue.of(r3), GeneralValue.of(value));
    }

    private static Instruction pkr(long r3, long value) {
        return new Instruction.MoveKey(GeneralValue.of(r3), GeneralValue.of(value));
    }

    private static final Itir ITIR = Itir.of(SIZE, KEY);
    private static final Instruction ITC = itc(Stream.DATA, Example.ENTRY, PAGE, ITIR);
    private static final Instruction ITR = itr(Stream.DATA, SLOT, Example.ENTRY, PAGE, ITIR);

    private static Executed executed(Addressing machine, Instruction instruction) {
        return executed("maximal", machine, instruction);
    }

    private static Executed executed(String profile, Addressing machine, Instruction instruction, Freedom... taken) {
        return rules(profile).execute(machine, instruction, Choice.of(Vector.of(taken)));
    }

    private static Addressing after(Addressing machine, Instruction instruction, Freedom... taken) {
        return machine.with(assertInstanceOf(Executed.Done.class, executed("maximal", machine, instruction, taken)).effects());
    }

    private static Executed raised(Interruption kind, Clause because) {
        return new Executed.Raised(new Fault(kind, Option.none()), because);
    }

    private static <T> Executed done(Place<T> place, T value, Clause because) {
        return new Executed.Done(Effects.of(place, value, because), because);
    }

    private static final Executed CHECKED = new Executed.MachineCheck(Translations.REGISTER_OVERLAPPED);

    @Test
    void insertions() {
        assertEquals(done(new Place.Cached(Stream.DATA, TRANSLATION), true, Translations.CACHE_INSERTED), executed(INSERTING, ITC));
        assertEquals(done(new Place.Pinned(Stream.DATA, SLOT), Option.some(TRANSLATION), Translations.REGISTER_INSERTED), executed(INSERTING, ITR));
        assertEquals(HashSet.of(Entry.cached(TRANSLATION)), after(INSERTING, itc(Stream.INSTRUCTION, Example.ENTRY, PAGE, ITIR)).tlb().instruction().all().toSet());
        assertEquals(Option.some(TRANSLATION), after(INSERTING, itr(Stream.INSTRUCTION, 63, Example.ENTRY, at(PAGE.bits() + 0x123), ITIR)).tlb().register(Stream.INSTRUCTION, 63));
    }

    @Test
    void theFieldsOfAnAbsentPageAreIgnored() {
        Itir odd = new Itir(0xffffffff12345638L);
        Translation absent = Translation.of(PAGE, RID, SIZE, 0x123456, new Pte(0xffffffffffffffecL));
        assertEquals(new Executed.Done(Effects.of(new Place.Cached(Stream.DATA, absent), true, Translations.ABSENT_FIELDS_IGNORED), Translations.CACHE_INSERTED),
            executed("minimal", INSERTING, itc(Stream.DATA, 0xffffffffffffffecL, PAGE, odd)));
        assertEquals(new Executed.Done(Effects.of(new Place.Pinned(Stream.DATA, 1), Option.some(absent), Translations.ABSENT_FIELDS_IGNORED), Translations.REGISTER_INSERTED),
            executed("minimal", INSERTING, itr(Stream.DATA, 1, 0xffffffffffffffecL, PAGE, odd)));
    }

    @Test
    void anInsertionPurgesWhatItOverlaps() {
        Translation small = new Translation(0xe000000000007000L, RID, 12, 1, 0x7e1);
        Translation large = new Translation(0, RID, 28, 2, 0x7e1);
        Translation beside = new Translation(0x2000000000008000L, RID, 14, 3, 0x7e1);
        Translation foreign = new Translation(0x4000000000004000L, RID + 1, 14, 4, 0x7e1);
        Addressing crowded = INSERTING.withTlb(Vector.of(small, large, beside, foreign).foldLeft(INSERTING.tlb().withCached(Stream.INSTRUCTION, small, true),
            (tlb, page) -> tlb.withCached(Stream.DATA, page, true)));
        assertEquals(HashSet.of(beside, foreign, TRANSLATION), after(crowded, ITC).tlb().cached(Stream.DATA).toSet());
        assertEquals(HashSet.of(small), after(crowded, ITC).tlb().cached(Stream.INSTRUCTION).toSet());
        assertEquals(HashSet.of(beside, foreign), after(crowded, ITR).tlb().cached(Stream.DATA).toSet());
        Executed.Done done = assertInstanceOf(Executed.Done.class, executed(crowded, ITC));
        assertEquals(HashSet.of(new Write<>(new Place.Cached(Stream.DATA, small), false, Translations.OVERLAP_PURGED), new Write<>(new Place.Cached(Stream.DATA, large), false, Translations.OVERLAP_PURGED)),
            done.effects().writes().init().toSet());
        assertEquals(new Write<>(new Place.Cached(Stream.DATA, TRANSLATION), true, Translations.CACHE_INSERTED), done.effects().writes().last());
    }

    @Test
    void overlapWithARegisterEndsInAMachineCheck() {
        Addressing held = clear(MACHINE, IC);
        assertEquals(CHECKED, executed(held, ITC));
        assertEquals(CHECKED, executed(held, ITR));
        assertEquals(CHECKED, executed(held.withRegions(held.regions().with(7, new RegionRegister(0x10138))), itr(Stream.DATA, 5, Example.ENTRY, at(0xe000000000007000L), Itir.of(new PageSize(12), KEY))));
        assertInstanceOf(Executed.Done.class, executed(held, itr(Stream.DATA, 5, Example.ENTRY, at(0xe000000000007000L), Itir.of(new PageSize(12), KEY))));
        Addressing instruction = held.withTlb(Tlb.EMPTY.withRegister(Stream.INSTRUCTION, SLOT, Option.some(TRANSLATION)));
        assertInstanceOf(Executed.Done.class, executed(instruction, ITC));
        for (Instruction.PurgeType type : new Instruction.PurgeType[] {PTC_L, PTC_G, PTC_GA}) {
            assertEquals(CHECKED, executed(instruction, purge(type, PAGE, 14)));
            assertEquals(CHECKED, executed(held.withTlb(Tlb.EMPTY.withRegister(Stream.DATA, SLOT, Option.some(TRANSLATION))), purge(type, PAGE, 12)));
        }
    }

    @Test
    void whatARegisterHeldMaySurvive() {
        Translation before = new Translation(0x2000000000100000L, RID, 14, 0, 0x7e1);
        Addressing held = INSERTING.withTlb(Tlb.EMPTY.withRegister(Stream.DATA, SLOT, Option.some(before)));
        assertEquals(HashSet.of(Entry.pinned(SLOT, TRANSLATION)), after(held, ITR).tlb().data().all().toSet());
        assertEquals(HashSet.of(Entry.pinned(SLOT, TRANSLATION), Entry.cached(before)), after(held, ITR, Freedom.REPLACED).tlb().data().all().toSet());
        assertEquals(HashSet.of(Entry.pinned(SLOT, TRANSLATION)), after(held, ITR, Freedom.CACHE).tlb().data().all().toSet());
        assertEquals(HashSet.of(Entry.pinned(SLOT, TRANSLATION)), after(INSERTING, ITR, Freedom.REPLACED).tlb().data().all().toSet());
        assertEquals(Vector.<Clause>of(Translations.REGISTER_INSERTED, Translations.REPLACED_KEPT),
            assertInstanceOf(Executed.Done.class, executed("maximal", held, ITR, Freedom.REPLACED)).effects().writes().map(Write::because));
    }

    @ParameterizedTest
    @EnumSource(names = {"PTC_L", "PTC_G", "PTC_GA"})
    void purgesOfTheCachesAreOfBothStreams(Instruction.PurgeType type) {
        Translation other = new Translation(0x2000000000008000L, RID, 14, 0, 0x7e1);
        Addressing cached = empty().withTlb(Vector.of(Stream.values()).foldLeft(Tlb.EMPTY, (tlb, stream) -> tlb.withCached(stream, TRANSLATION, true).withCached(stream, other, true)));
        Addressing after = after(cached, purge(type, at(0x2000000000007abcL), 14));
        for (Stream stream : Stream.values()) assertEquals(HashSet.of(other), after.tlb().cached(stream).toSet());
        assertEquals(new Executed.Done(Effects.of(new Place.Cached(Stream.INSTRUCTION, TRANSLATION), false, Translations.CACHE_PURGED)
            .then(Effects.of(new Place.Cached(Stream.DATA, TRANSLATION), false, Translations.CACHE_PURGED)), Translations.CACHE_PURGED), executed(cached, purge(type, PAGE, 14)));
        assertEquals(Tlb.EMPTY, after(cached, purge(type, PAGE, 16)).tlb());
        assertEquals(cached, after(cached, purge(type, at(0x4000000000004000L), 14)));
    }

    @Test
    void purgesOfRegistersAreOfOneStream() {
        Translation cached = new Translation(0x6000000000004000L, RID, 12, 0, 0x7e1);
        Translation beside = new Translation(0x2000000000008000L, RID, 14, 0, 0x7e1);
        Addressing held = MACHINE.withTlb(MACHINE.tlb().withCached(Stream.DATA, cached, true).withCached(Stream.DATA, beside, true).withRegister(Stream.DATA, 3, Option.some(beside)));
        Addressing data = after(held, purge(PTR_D, PAGE, 14));
        assertEquals(HashSet.of(Entry.cached(beside), Entry.pinned(3, beside)), data.tlb().data().all().toSet());
        assertEquals(held.tlb().instruction(), data.tlb().instruction());
        Addressing instruction = after(held, purge(PTR_I, PAGE, 14));
        assertEquals(Tlb.EMPTY.instruction(), instruction.tlb().instruction());
        assertEquals(held.tlb().data(), instruction.tlb().data());
        assertEquals(done(new Place.Pinned(Stream.INSTRUCTION, SLOT), Option.<Translation>none(), Translations.REGISTER_PURGED), executed(held, purge(PTR_I, PAGE, 14)));
    }

    @Test
    void everythingIsPurged() {
        Addressing held = MACHINE.withTlb(MACHINE.tlb().withCached(Stream.DATA, TRANSLATION, true).withCached(Stream.INSTRUCTION, new Translation(0, 1, 12, 0, 0), true));
        assertEquals(MACHINE, after(held, new Instruction.PurgeAll(GeneralValue.of(0))));
        assertEquals(new Executed.Done(Effects.of(new Place.Cached(Stream.INSTRUCTION, new Translation(0, 1, 12, 0, 0)), false, Translations.CACHE_EMPTIED)
            .then(Effects.of(new Place.Cached(Stream.DATA, TRANSLATION), false, Translations.CACHE_EMPTIED)), Translations.CACHE_EMPTIED), executed(held, new Instruction.PurgeAll(GeneralValue.of(0))));
    }

    @Test
    void sizesThatCannotBePurged() {
        Addressing cached = empty().withTlb(Tlb.EMPTY.withCached(Stream.DATA, TRANSLATION, true));
        assertEquals(new Executed.MachineCheck(Translations.PURGE_SIZE_UNSUPPORTED), executed(cached, purge(PTC_L, PAGE, 15)));
        assertEquals(new Executed.MachineCheck(Translations.PURGE_SIZE_UNSUPPORTED), executed(cached, purge(PTR_D, PAGE, 0)));
        assertEquals(Tlb.EMPTY, after(cached, purge(PTC_L, PAGE, 15), Freedom.PURGE_SIZE).tlb());
        assertEquals(Tlb.EMPTY, after(cached, purge(PTC_L, PAGE, 63), Freedom.PURGE_SIZE).tlb());
        assertEquals(new Executed.MachineCheck(Translations.PURGE_SIZE_UNSUPPORTED), executed("minimal", cached, purge(PTC_L, PAGE, 30)));
        assertInstanceOf(Executed.Done.class, executed("minimal", cached, purge(PTC_L, PAGE, 32)));
    }

    @Test
    void aRegionRegisterIsWritten() {
        assertEquals(done(new Place.Region(3), new RegionRegister(0x99938), Translations.REGION_WRITTEN), executed(MACHINE, rr(0x7fffffffffffffffL, 0x99938)));
        assertEquals(MACHINE.withRegions(MACHINE.regions().with(3, new RegionRegister(0x99938))), after(MACHINE, rr(0x6000000000000000L, 0x99938)));
    }

    @Test
    void aKeyRegisterIsWrittenAndItsRivalsBecomeInvalid() {
        Addressing held = MACHINE.withKeys(MACHINE.keys().with(3, new ProtectionKeyRegister(0x550f)).with(4, new ProtectionKeyRegister(0x550e)).with(5, new ProtectionKeyRegister(0x6601)));
        assertEquals(new Executed.Done(Effects.of(new Place.Key(3), new ProtectionKeyRegister(0x550e), Protections.KEY_UNIQUE)
            .then(Effects.of(new Place.Key(9), new ProtectionKeyRegister(0x5501), Protections.KEY_WRITTEN)), Protections.KEY_WRITTEN), executed(held, pkr(9, 0x5501)));
        assertEquals(done(new Place.Key(9), new ProtectionKeyRegister(0x5500), Protections.KEY_WRITTEN), executed(held, pkr(9, 0x5500)));
        assertEquals(done(new Place.Key(3), new ProtectionKeyRegister(0x5503), Protections.KEY_WRITTEN), executed(held, pkr(3, 0x5503)));
        assertEquals(done(new Place.Key(15), new ProtectionKeyRegister(0x7701), Protections.KEY_WRITTEN), executed(held, pkr(0xff0f, 0x7701)));
        Addressing first = MACHINE.withKeys(MACHINE.keys().with(0, new ProtectionKeyRegister(0x5501)).with(15, new ProtectionKeyRegister(0x5501)));
        assertEquals(MACHINE.keys().with(0, new ProtectionKeyRegister(0x5500)).with(15, new ProtectionKeyRegister(0x5500)).with(7, new ProtectionKeyRegister(0x5501)), after(first, pkr(7, 0x5501)).keys());
    }

    /// Bits of the entry, of ITIR and of IFA that are changed in an insertion that a machine of the profile `merced` accepts, and what it faults by.
    @ParameterizedTest
    @CsvSource({
        "2,                0,                0,                FIELD_RESERVED",
        "4000000000000,    0,                0,                FIELD_RESERVED",
        "8000000000000,    0,                0,                FIELD_RESERVED",
        "0,                1,                0,                FIELD_RESERVED",
        "0,                2,                0,                FIELD_RESERVED",
        "0,                100000000,        0,                FIELD_RESERVED",
        "0,                8000000000000000, 0,                FIELD_RESERVED",
        "0,                4,                0,                PAGE_SIZE_UNSUPPORTED",
        "0,                c8,               0,                PAGE_SIZE_UNSUPPORTED",
        "4,                0,                0,                ATTRIBUTE_RESERVED",
        "8,                0,                0,                ATTRIBUTE_RESERVED",
        "c,                0,                0,                ATTRIBUTE_RESERVED",
        "0,                20000000,         0,                FIELD_UNIMPLEMENTED",
        "0,                80000000,         0,                FIELD_UNIMPLEMENTED",
        "100000000000,     0,                0,                FIELD_UNIMPLEMENTED",
        "2000000000000,    0,                0,                FIELD_UNIMPLEMENTED",
        "0,                0,                4000000000000,    OPERAND_UNIMPLEMENTED",
        "0,                0,                1000000000000000, OPERAND_UNIMPLEMENTED",
        "80000000000,      0,                0,                -",
        "10000000000000,   0,                0,                -",
        "8000000000000000, 0,                0,                -",
        "0,                10000000,         0,                -",
        "0,                0,                2000000000000,    -",
        "10,               0,                0,                -"})
    void operandsOfInsertionsAreChecked(String entry, String itir, String ifa, String because) {
        Instruction instruction = itc(Stream.DATA, Example.ENTRY ^ Long.parseUnsignedLong(entry, 16), at(PAGE.bits() ^ Long.parseUnsignedLong(ifa, 16)),
            new Itir(ITIR.bits() ^ Long.parseUnsignedLong(itir, 16)));
        Executed result = executed("merced", INSERTING, instruction);
        if (because.equals("-")) {
            assertInstanceOf(Executed.Done.class, result);
        } else {
            Interruption fault = because.equals("OPERAND_UNIMPLEMENTED") ? Interruption.UNIMPLEMENTED_DATA_ADDRESS : Interruption.RESERVED_REGISTER_FIELD;
            assertEquals(raised(fault, Clauses.named(because).get()), result);
        }
    }

    /// Reserved bits of ITIR and unsupported sizes are checked of absent pages, too.
    @Test
    void someChecksAreOfAbsentPagesToo() {
        assertEquals(raised(Interruption.RESERVED_REGISTER_FIELD, Translations.FIELD_RESERVED), executed(INSERTING, itc(Stream.DATA, 0, PAGE, new Itir(0x39))));
        assertEquals(raised(Interruption.RESERVED_REGISTER_FIELD, Translations.PAGE_SIZE_UNSUPPORTED), executed(INSERTING, itc(Stream.DATA, 0, PAGE, new Itir(0x3c))));
        assertInstanceOf(Executed.Done.class, executed(INSERTING, itc(Stream.DATA, 0, PAGE, new Itir(0xffffffff00000038L))));
    }

    @Test
    void registersThatAreAbsent() {
        assertInstanceOf(Executed.Done.class, executed("merced", INSERTING, itr(Stream.INSTRUCTION, 7, Example.ENTRY, PAGE, ITIR)));
        assertEquals(raised(Interruption.RESERVED_REGISTER_FIELD, Translations.INDEX_ABSENT), executed("merced", INSERTING, itr(Stream.INSTRUCTION, 8, Example.ENTRY, PAGE, ITIR)));
        assertInstanceOf(Executed.Done.class, executed("merced", INSERTING, itr(Stream.DATA, 47, Example.ENTRY, PAGE, ITIR)));
        assertEquals(raised(Interruption.RESERVED_REGISTER_FIELD, Translations.INDEX_ABSENT), executed("merced", INSERTING, itr(Stream.DATA, 48, Example.ENTRY, PAGE, ITIR)));
        assertInstanceOf(Executed.Done.class, executed("merced", MACHINE, pkr(15, 0x5501)));
        assertEquals(raised(Interruption.RESERVED_REGISTER_FIELD, Translations.INDEX_ABSENT), executed("merced", MACHINE, pkr(16, 0x5501)));
    }

    /// Values of registers, and what a machine of the profile `merced` faults by.
    @ParameterizedTest
    @CsvSource({
        "rr,  10138,            -",
        "rr,  3ffff39,          -",
        "rr,  1013a,            FIELD_RESERVED",
        "rr,  100010138,        FIELD_RESERVED",
        "rr,  8000000000010138, FIELD_RESERVED",
        "rr,  1013c,            PAGE_SIZE_UNSUPPORTED",
        "rr,  4010138,          FIELD_UNIMPLEMENTED",
        "pkr, 550f,             -",
        "pkr, 1fffff01,         -",
        "pkr, 5511,             FIELD_RESERVED",
        "pkr, 5581,             FIELD_RESERVED",
        "pkr, 100005501,        FIELD_RESERVED",
        "pkr, 8000000000005501, FIELD_RESERVED",
        "pkr, 20005501,         FIELD_UNIMPLEMENTED"})
    void valuesOfRegistersAreChecked(String register, String value, String because) {
        long bits = Long.parseUnsignedLong(value, 16);
        Executed result = executed("merced", MACHINE, register.equals("rr") ? rr(0, bits) : pkr(0, bits));
        if (because.equals("-")) {
            assertInstanceOf(Executed.Done.class, result);
        } else {
            assertEquals(raised(Interruption.RESERVED_REGISTER_FIELD, Clauses.named(because).get()), result);
        }
    }

    @Test
    void purgesOfUnimplementedAddresses() {
        assertEquals(raised(Interruption.UNIMPLEMENTED_DATA_ADDRESS, Translations.OPERAND_UNIMPLEMENTED), executed("merced", empty(), purge(PTC_L, at(0x2004000000004000L), 14)));
        assertEquals(raised(Interruption.UNIMPLEMENTED_DATA_ADDRESS, Translations.OPERAND_UNIMPLEMENTED), executed("merced", empty(), purge(PTR_I, at(0x2004000000004000L), 14)));
        assertInstanceOf(Executed.Done.class, executed("merced", empty(), purge(PTC_L, at(0x2002000000004000L), 14)));
    }

    @Test
    void theStateOfTheProcessorIsChecked() {
        assertEquals(raised(Interruption.ILLEGAL_OPERATION, Translations.COLLECTION_ENABLED), executed(level(empty(), 3), ITC));
        assertEquals(raised(Interruption.ILLEGAL_OPERATION, Translations.COLLECTION_ENABLED), executed(empty(), ITR));
        for (Instruction instruction : new Instruction[] {ITC, ITR, purge(PTC_L, PAGE, 14), new Instruction.PurgeAll(GeneralValue.of(0)), rr(0, 0x10138), pkr(0, 0x5501)}) {
            assertEquals(raised(Interruption.PRIVILEGED_OPERATION, References.PRIVILEGED_OPERATION), executed(level(INSERTING, 1), instruction));
            assertEquals(raised(Interruption.VIRTUALIZATION, References.OPERATION_VIRTUALIZED), executed(set(INSERTING, VM), instruction));
            assertInstanceOf(Executed.Done.class, executed("merced", set(INSERTING, VM), instruction));
        }
        assertEquals(raised(Interruption.REGISTER_NAT_CONSUMPTION, References.NAT_CONSUMED), executed(set(INSERTING, VM), new Instruction.PurgeAll(new GeneralValue(0, true))));
    }
}
