package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static vmmref.model.interruption.Interruption.ALTERNATE_DATA_TLB;
import static vmmref.model.interruption.Interruption.ALTERNATE_INSTRUCTION_TLB;
import static vmmref.model.interruption.Interruption.DATA_ACCESS_RIGHTS;
import static vmmref.model.interruption.Interruption.DATA_NESTED_TLB;
import static vmmref.model.interruption.Interruption.KEY_PERMISSION;
import static vmmref.model.translate.Example.DROPPED;
import static vmmref.model.translate.Example.DT;
import static vmmref.model.translate.Example.ED;
import static vmmref.model.translate.Example.HERE;
import static vmmref.model.translate.Example.IC;
import static vmmref.model.translate.Example.IT;
import static vmmref.model.translate.Example.MACHINE;
import static vmmref.model.translate.Example.TRANSLATION;
import static vmmref.model.translate.Example.answered;
import static vmmref.model.translate.Example.at;
import static vmmref.model.translate.Example.clear;
import static vmmref.model.translate.Example.empty;
import static vmmref.model.translate.Example.entry;
import static vmmref.model.translate.Example.keyed;
import static vmmref.model.translate.Example.load;
import static vmmref.model.translate.Example.raised;
import static vmmref.model.translate.Example.reference;
import static vmmref.model.translate.Example.rules;
import static vmmref.model.translate.Example.set;
import static vmmref.model.translate.Example.to;
import static vmmref.model.translate.Example.translated;
import static vmmref.model.translate.ReferenceType.EXCHANGE;
import static vmmref.model.translate.ReferenceType.FC;
import static vmmref.model.translate.ReferenceType.FETCH;
import static vmmref.model.translate.ReferenceType.FETCHADD;
import static vmmref.model.translate.ReferenceType.LFETCH;
import static vmmref.model.translate.ReferenceType.LFETCH_FAULT;
import static vmmref.model.translate.ReferenceType.LOAD;
import static vmmref.model.translate.ReferenceType.PROBE_R;
import static vmmref.model.translate.ReferenceType.PROBE_RW_FAULT;
import static vmmref.model.translate.ReferenceType.PROBE_R_FAULT;
import static vmmref.model.translate.ReferenceType.PROBE_W;
import static vmmref.model.translate.ReferenceType.PROBE_W_FAULT;
import static vmmref.model.translate.ReferenceType.SPECULATIVE_LOAD;
import static vmmref.model.translate.ReferenceType.STORE;
import static vmmref.model.translate.ReferenceType.TAK;
import static vmmref.model.translate.ReferenceType.TPA;
import static vmmref.spec.Protections.KEY_DISABLED;
import static vmmref.spec.Protections.RIGHTS_DENIED;
import static vmmref.spec.References.ADDRESS_TOLD;
import static vmmref.spec.References.KEY_TOLD;
import static vmmref.spec.References.MISS_ALTERNATE;
import static vmmref.spec.References.MISS_NESTED;
import static vmmref.spec.References.PROBE_ANSWERED;
import static vmmref.spec.Translations.MATCHES_SEVERAL;
import static vmmref.spec.Translations.PHYSICAL_ADDRESSED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.memory.Memory;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.model.protect.KeyCheck;
import vmmref.model.protect.Rights;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;

/// What references reach, worked by hand.
class TranslatorTest {
    private static final Translator MAXIMAL = rules("maximal");

    @Test
    void whatMeetsNothingGoesOn() {
        Translated reached = to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED);
        for (ReferenceType type : new ReferenceType[] {FETCH, LOAD, SPECULATIVE_LOAD, STORE, EXCHANGE, FETCHADD, LFETCH_FAULT, FC, PROBE_R_FAULT, PROBE_W_FAULT, PROBE_RW_FAULT}) {
            assertEquals(reached, translated(MACHINE, type), type.name());
        }
        assertEquals(DROPPED, translated(MACHINE, LFETCH));
        assertEquals(answered(1, PROBE_ANSWERED), translated(MACHINE, PROBE_R));
        assertEquals(answered(1, PROBE_ANSWERED), translated(MACHINE, PROBE_W));
        assertEquals(answered(0x1234040, ADDRESS_TOLD), translated(MACHINE, TPA));
        assertEquals(answered(0x5500, KEY_TOLD), translated(MACHINE, TAK));
        assertEquals(to(0x1234040, MemoryAttribute.WC, TRANSLATION_MATCHED), translated(entry(0x12347f9), LOAD));
    }

    @Test
    void whatIsNotTranslatedIsItself() {
        Addressing off = clear(empty(), DT, IT);
        for (ReferenceType type : new ReferenceType[] {FETCH, LOAD, STORE, EXCHANGE, LFETCH_FAULT, FC, PROBE_R_FAULT, PROBE_RW_FAULT}) {
            assertEquals(to(0x4040, MemoryAttribute.WBL, PHYSICAL_ADDRESSED), translated(off, reference(type, at(0x4040))), type.name());
        }
        assertEquals(to(0x7fffffffffffff40L, MemoryAttribute.UC, PHYSICAL_ADDRESSED), translated(off, reference(LOAD, at(-0xc0))));
        assertEquals(to(0x7ffffffffffffff0L, MemoryAttribute.WBL, PHYSICAL_ADDRESSED), translated(off, Reference.fetch(at(0x7ffffffffffffff0L))));
        assertEquals(DROPPED, translated(off, LFETCH));
        assertEquals(DROPPED, translated(set(off, ED), LFETCH_FAULT));
    }

    @Test
    void eachStreamHasItsBit() {
        assertEquals(to(HERE, MemoryAttribute.WBL, PHYSICAL_ADDRESSED), translated(clear(MACHINE, DT), LOAD));
        assertEquals(to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED), translated(clear(MACHINE, DT), FETCH));
        assertEquals(to(HERE, MemoryAttribute.WBL, PHYSICAL_ADDRESSED), translated(clear(MACHINE, IT), FETCH));
        assertEquals(to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED), translated(clear(MACHINE, IT), LOAD));
        assertEquals(answered(0x1234040, ADDRESS_TOLD), translated(clear(MACHINE, DT), TPA));
        assertEquals(answered(0x5500, KEY_TOLD), translated(clear(MACHINE, DT), TAK));
        assertEquals(answered(1, PROBE_ANSWERED), translated(clear(MACHINE, DT), PROBE_W));
        assertEquals(answered(0, RIGHTS_DENIED), translated(clear(entry(0x12341e1), DT), PROBE_W));
    }

    @Test
    void streamsAreSearchedApart() {
        Addressing data = MACHINE.withTlb(Tlb.EMPTY.withCached(Stream.DATA, TRANSLATION, true));
        assertEquals(raised(ALTERNATE_INSTRUCTION_TLB, HERE, MISS_ALTERNATE), translated(data, FETCH));
        assertEquals(to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED), translated(data, LOAD));
        Addressing instruction = MACHINE.withTlb(Tlb.EMPTY.withCached(Stream.INSTRUCTION, TRANSLATION, true));
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE, MISS_ALTERNATE), translated(instruction, LOAD));
    }

    @Test
    void misses() {
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE, MISS_ALTERNATE), translated(empty(), STORE));
        assertEquals(raised(DATA_NESTED_TLB, MISS_NESTED), translated(clear(empty(), IC), STORE));
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE, MISS_ALTERNATE), translated(clear(empty(), IC).withInFlight(true), STORE));
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE, MISS_ALTERNATE), translated(empty().withInFlight(true), STORE));
        assertEquals(raised(ALTERNATE_INSTRUCTION_TLB, HERE, MISS_ALTERNATE), translated(clear(empty(), IC), FETCH));
        assertEquals(answered(1, MISS_ALTERNATE), translated(empty(), TAK));
        assertEquals(answered(1, MISS_NESTED), translated(clear(empty(), IC), TAK));
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE, MISS_ALTERNATE), translated(empty(), TPA));
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE, MISS_ALTERNATE), translated(empty(), PROBE_R));
        assertEquals(DROPPED, translated(empty(), LFETCH));
        assertEquals(raised(ALTERNATE_DATA_TLB, 0x6000000000004040L, MISS_ALTERNATE), translated(MACHINE, reference(LOAD, at(0x6000000000004040L))));
        assertEquals(to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED),
            translated(MACHINE.withRegions(MACHINE.regions().with(3, new RegionRegister(0x10138))), reference(LOAD, at(0x6000000000004040L))));
    }

    @Test
    void severalMatches() {
        Addressing several = MACHINE.withTlb(MACHINE.tlb().withCached(Stream.DATA, TRANSLATION, true));
        for (ReferenceType type : ReferenceType.values()) {
            if (type != FETCH) assertEquals(new Translated.Unspecified(MATCHES_SEVERAL), translated(several, type), type.name());
        }
        assertEquals(to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED), translated(several, FETCH));
    }

    @Test
    void aSearchMayCompareTheRegionAndForgetTheCache() {
        Addressing cached = MACHINE.withTlb(Tlb.EMPTY.withCached(Stream.DATA, TRANSLATION, true)).withRegions(MACHINE.regions().with(3, new RegionRegister(0x10138)));
        Addressing pinned = cached.withTlb(MACHINE.tlb());
        Reference alias = load(0x6000000000004040L);
        Translated reached = to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED);
        assertEquals(reached, MAXIMAL.translate(cached, alias, Choice.USUAL));
        assertEquals(raised(ALTERNATE_DATA_TLB, alias.address().bits(), MISS_ALTERNATE), MAXIMAL.translate(cached, alias, Choice.of(Freedom.SEARCH)));
        assertEquals(reached, MAXIMAL.translate(cached, load(HERE), Choice.of(Freedom.SEARCH)));
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE, MISS_ALTERNATE), MAXIMAL.translate(cached, load(HERE), Choice.of(Freedom.CACHE)));
        assertEquals(reached, MAXIMAL.translate(pinned, load(HERE), Choice.of(Freedom.CACHE)));
        assertEquals(reached, MAXIMAL.translate(pinned, alias, Choice.of(Freedom.CACHE)));
        assertEquals(raised(ALTERNATE_DATA_TLB, alias.address().bits(), MISS_ALTERNATE), MAXIMAL.translate(pinned, alias, Choice.of(Vector.of(Freedom.CACHE, Freedom.SEARCH))));
        assertEquals(reached, MAXIMAL.translate(cached, load(HERE), Choice.of(Vector.of(Freedom.REPLACED, Freedom.PURGE_SIZE, Freedom.MISALIGNED))));
    }

    @Test
    void whatAReferenceReaches() {
        assertEquals(new Target.Page(TRANSLATION, Option.none(), Effects.NONE), MAXIMAL.target(MACHINE, Memory.ZERO, load(HERE), Choice.USUAL));
        assertEquals(new Target.Page(TRANSLATION, Option.some(keyed(MACHINE, 3).keys().get(7)), Effects.NONE), MAXIMAL.target(keyed(MACHINE, 3), Memory.ZERO, load(HERE), Choice.USUAL));
        assertEquals(Target.Nothing.NOTHING, MAXIMAL.target(empty(), Memory.ZERO, load(HERE), Choice.USUAL));
        assertEquals(new Target.Physical(new PhysicalAddress(5)), MAXIMAL.target(clear(empty(), DT), Memory.ZERO, load(1L << 63 | 5), Choice.USUAL));
        assertEquals(MemoryAttribute.WBL, Translator.physicalAttribute(at(Long.MAX_VALUE)));
        assertEquals(MemoryAttribute.WBL, Translator.physicalAttribute(at(0)));
        assertEquals(MemoryAttribute.UC, Translator.physicalAttribute(at(Long.MIN_VALUE)));
    }

    @Test
    void eachRuleIsReplacedAlone() {
        Search search = (tlb, stream, rid, address, choice) -> Vector.empty();
        Overlap overlap = (tlb, stream, rid, address, size) -> Vector.empty();
        Rights rights = (ar, pl, level, access) -> false;
        KeyCheck keys = (register, access) -> true;
        FaultOrder order = FaultOrder.architected();
        Profile minimal = Profile.named("minimal").get();
        Walker walker = MAXIMAL.walker().withTagging((word, tag) -> true);
        Eviction eviction = (pressure, choice) -> Vector.empty();
        Translator all = MAXIMAL.withSearch(search).withOverlap(overlap).withRights(rights).withKeys(keys).withOrder(order).withWalker(walker).withEviction(eviction).on(minimal);
        assertEquals(new Translator(minimal, minimal.dimensions(), search, overlap, rights, keys, order, walker, eviction, MAXIMAL.physical()), all);
        assertEquals(all, all.withSearch(search).withOverlap(overlap).withRights(rights).withKeys(keys).withOrder(order).withWalker(walker).withEviction(eviction).on(minimal));
        assertSame(MAXIMAL.order(), MAXIMAL.withRights(rights).order());
    }

    @Test
    void eachRuleDecidesWhatItIsAskedFor() {
        Seq<Entry> nothing = Vector.empty();
        assertEquals(raised(ALTERNATE_DATA_TLB, HERE, MISS_ALTERNATE), MAXIMAL.withSearch((tlb, stream, rid, address, choice) -> nothing).translate(MACHINE, load(HERE), Choice.USUAL));
        assertEquals(raised(DATA_ACCESS_RIGHTS, HERE, RIGHTS_DENIED), MAXIMAL.withRights((ar, pl, level, access) -> false).translate(MACHINE, load(HERE), Choice.USUAL));
        assertEquals(raised(KEY_PERMISSION, HERE, KEY_DISABLED), MAXIMAL.withKeys((register, access) -> true).translate(keyed(MACHINE, 1), load(HERE), Choice.USUAL));
    }
}
