package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.translate.Example.IC;
import static vmmref.model.translate.Example.KEY;
import static vmmref.model.translate.Example.RID;
import static vmmref.model.translate.Example.at;
import static vmmref.model.translate.Example.clear;
import static vmmref.model.translate.Example.empty;
import static vmmref.model.translate.Example.load;
import static vmmref.spec.Translations.CACHE_ENTRY_EVICTED;
import static vmmref.spec.Translations.CACHE_INSERTED;
import static vmmref.spec.Translations.OVERLAP_PURGED;
import static vmmref.spec.Translations.REGISTER_INSERTED;
import static vmmref.spec.Translations.REPLACED_KEPT;
import static vmmref.spec.Walks.WALK_INSERTED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.spec.Clause;

class EvictionTest {
    private static final Choice HIGHEST = Choice.of(Freedom.EVICTION);
    private static final long ENTRY = 0x12347e1;

    /// The page with a number of 16 KB in region 1.
    private static Translation page(long number) {
        return Translation.of(at(1L << 61 | number << 14), RID, new PageSize(14), KEY, new Pte(ENTRY));
    }

    private static Translator holding(int room) {
        return Translator.architected(Profile.announced("mine", HashMap.of("tc", String.valueOf(room))));
    }

    private static Tlb cached(Translation... pages) {
        return Vector.of(pages).foldLeft(Tlb.EMPTY, (tlb, page) -> tlb.withCached(Stream.DATA, page, true));
    }

    private static Addressing machine(Tlb tlb) {
        return clear(empty(), IC).withTlb(tlb);
    }

    private static Instruction itc(long number, int size) {
        return new Instruction.InsertCache(Stream.DATA, GeneralValue.of(ENTRY), at(1L << 61 | number << 14), Itir.of(new PageSize(size), KEY));
    }

    private static Seq<Write<?>> writes(int room, Addressing machine, Instruction instruction, Choice choice) {
        return assertInstanceOf(Executed.Done.class, holding(room).execute(machine, instruction, choice)).effects().writes();
    }

    private static Write<?> gone(Translation translation, Clause because) {
        return new Write<>(new Place.Cached(Stream.DATA, translation), false, because);
    }

    private static Write<?> comes(Translation translation, Clause because) {
        return new Write<>(new Place.Cached(Stream.DATA, translation), true, because);
    }

    @Test
    void aCacheWithRoomKeepsAll() {
        assertEquals(Vector.of(comes(page(2), CACHE_INSERTED)), writes(1, machine(Tlb.EMPTY), itc(2, 14), Choice.USUAL).toVector());
        assertEquals(Vector.of(comes(page(2), CACHE_INSERTED)), writes(3, machine(cached(page(1), page(3))), itc(2, 14), HIGHEST).toVector());
    }

    @Test
    void aFullCacheMakesRoom() {
        Addressing full = machine(cached(page(3), page(1), page(5)));
        assertEquals(Vector.of(gone(page(1), CACHE_ENTRY_EVICTED), comes(page(2), CACHE_INSERTED)), writes(3, full, itc(2, 14), Choice.USUAL).toVector());
        assertEquals(Vector.of(gone(page(5), CACHE_ENTRY_EVICTED), comes(page(2), CACHE_INSERTED)), writes(3, full, itc(2, 14), HIGHEST).toVector());
    }

    @Test
    void whatIsInsertedStaysWhateverItsPlaceInTheOrder() {
        assertEquals(Vector.of(gone(page(3), CACHE_ENTRY_EVICTED), comes(page(2), CACHE_INSERTED)), writes(1, machine(cached(page(3))), itc(2, 14), Choice.USUAL).toVector());
        assertEquals(Vector.of(gone(page(3), CACHE_ENTRY_EVICTED), comes(page(4), CACHE_INSERTED)), writes(1, machine(cached(page(3))), itc(4, 14), HIGHEST).toVector());
    }

    @Test
    void whatIsPurgedMakesRoom() {
        Addressing full = machine(cached(page(3), page(1)));
        assertEquals(Vector.of(gone(page(1), OVERLAP_PURGED), comes(page(1), CACHE_INSERTED)), writes(2, full, itc(1, 14), HIGHEST).toVector());
        assertEquals(Vector.of(gone(page(3), OVERLAP_PURGED), comes(page(3), CACHE_INSERTED)), writes(2, full, itc(3, 14), Choice.USUAL).toVector());
        assertEquals(Vector.of(gone(page(1), OVERLAP_PURGED), gone(page(3), CACHE_ENTRY_EVICTED), comes(page(1), CACHE_INSERTED)), writes(2, machine(cached(page(5), page(3), page(1))), itc(1, 14), Choice.USUAL).toVector());
    }

    @Test
    void asManyGoAsAreTooMany() {
        Addressing crowded = machine(cached(page(7), page(3), page(1), page(5)));
        assertEquals(Vector.of(gone(page(1), CACHE_ENTRY_EVICTED), gone(page(3), CACHE_ENTRY_EVICTED), gone(page(5), CACHE_ENTRY_EVICTED), comes(page(2), CACHE_INSERTED)), writes(2, crowded, itc(2, 14), Choice.USUAL).toVector());
        assertEquals(Vector.of(gone(page(7), CACHE_ENTRY_EVICTED), gone(page(5), CACHE_ENTRY_EVICTED), comes(page(2), CACHE_INSERTED)), writes(3, crowded, itc(2, 14), HIGHEST).toVector());
    }

    @Test
    void registersAndTheOtherStreamNeitherCountNorGo() {
        Tlb tlb = cached(page(3)).withRegister(Stream.DATA, 0, Option.some(page(0))).withRegister(Stream.DATA, 1, Option.some(page(9))).withCached(Stream.INSTRUCTION, page(1), true);
        assertEquals(Vector.of(comes(page(2), CACHE_INSERTED)), writes(2, machine(tlb), itc(2, 14), Choice.USUAL).toVector());
        assertEquals(Vector.of(gone(page(3), CACHE_ENTRY_EVICTED), comes(page(2), CACHE_INSERTED)), writes(1, machine(tlb), itc(2, 14), HIGHEST).toVector());
    }

    @Test
    void whatARegisterHeldNeedsRoom() {
        Instruction itr = new Instruction.InsertRegister(Stream.DATA, GeneralValue.of(2), GeneralValue.of(ENTRY), at(1L << 61 | 8L << 14), Itir.of(new PageSize(14), KEY));
        Addressing full = machine(cached(page(3), page(5)).withRegister(Stream.DATA, 2, Option.some(page(1))));
        Write<?> inserted = new Write<>(new Place.Pinned(Stream.DATA, 2), Option.some(page(8)), REGISTER_INSERTED);
        assertEquals(Vector.of(inserted), writes(2, full, itr, HIGHEST).toVector());
        assertEquals(Vector.of(gone(page(3), CACHE_ENTRY_EVICTED), inserted, comes(page(1), REPLACED_KEPT)), writes(2, full, itr, Choice.of(Freedom.REPLACED)).toVector());
        assertEquals(Vector.of(gone(page(5), CACHE_ENTRY_EVICTED), inserted, comes(page(1), REPLACED_KEPT)), writes(2, full, itr, Choice.of(Vector.of(Freedom.REPLACED, Freedom.EVICTION))).toVector());
        Addressing twice = machine(cached(page(3), page(1)).withRegister(Stream.DATA, 2, Option.some(page(1))));
        assertEquals(Vector.of(inserted, comes(page(1), REPLACED_KEPT)), writes(2, twice, itr, Choice.of(Freedom.REPLACED)).toVector());
        assertEquals(Vector.of(gone(page(3), CACHE_ENTRY_EVICTED), inserted, comes(page(1), REPLACED_KEPT)), writes(1, twice, itr, Choice.of(Freedom.REPLACED)).toVector());
    }

    /// Each comes before the next, the first by its region identifier, then by page without a sign, size, key and entry.
    @Test
    void theOrder() {
        Seq<Translation> order = Vector.of(
            new Translation(5L << 61, 0x100, 20, 9, 0x7e1), new Translation(0, 0x101, 20, 9, 0x7e1), new Translation(1L << 20, 0x101, 12, 9, 0x7e1), new Translation(1L << 20, 0x101, 20, 8, 0x7e1),
            new Translation(1L << 20, 0x101, 20, 9, 0x7e1), new Translation(1L << 20, 0x101, 20, 9, Long.MIN_VALUE | 0x7e1), new Translation(5L << 61, 0x101, 12, 0, 1));
        for (int later = 1; later < order.size(); later++) {
            assertTrue(Eviction.ORDER.compare(order.get(later - 1), order.get(later)) < 0 && Eviction.ORDER.compare(order.get(later), order.get(later - 1)) > 0, order.get(later)::toString);
        }
        Tlb tlb = order.reverse().foldLeft(Tlb.EMPTY, (held, translation) -> held.withCached(Stream.INSTRUCTION, translation, true));
        Eviction.Pressure pressure = new Eviction.Pressure(tlb, Stream.INSTRUCTION, Vector.empty(), page(77), 5);
        assertEquals(order.take(3).map(Entry::cached), Eviction.architected(pressure, Choice.USUAL));
        assertEquals(order.reverse().take(3).map(Entry::cached), Eviction.architected(pressure, HIGHEST));
    }

    @Test
    void aWalkMakesRoom() {
        Translation table = Translation.of(at(0x3ff8000000000000L), RID, new PageSize(16), 0x77, new Pte(0x500661));
        Addressing machine = empty().withPta(new Pta(0x1ff800000000009dL)).withTlb(cached(page(3), page(6)).withRegister(Stream.DATA, 0, Option.some(table)));
        Addressing walking = machine.withRegions(machine.regions().with(1, new RegionRegister(RID << 8 | 14 << 2 | 1)));
        Memory memory = Memory.ZERO.with(new PhysicalAddress(0x500028), 8, ENTRY);
        Translation found = Translation.of(at(1L << 61 | 5 << 14), RID, new PageSize(14), RID, new Pte(ENTRY));
        assertEquals(Vector.of(gone(page(3), CACHE_ENTRY_EVICTED), comes(found, WALK_INSERTED)), walked(2, walking, memory, Choice.USUAL).writes().toVector());
        assertEquals(Vector.of(gone(page(6), CACHE_ENTRY_EVICTED), comes(found, WALK_INSERTED)), walked(2, walking, memory, HIGHEST).writes().toVector());
        assertEquals(Vector.of(comes(found, WALK_INSERTED)), walked(3, walking, memory, HIGHEST).writes().toVector());
    }

    private static Effects walked(int room, Addressing machine, Memory memory, Choice choice) {
        return holding(room).arrive(machine, memory, load(1L << 61 | 5 << 14), choice).walked();
    }

    @Test
    void anotherEvictionMayTakeARegister() {
        Translator wrong = holding(2).withEviction((pressure, choice) -> Vector.of(Entry.pinned(4, page(9)), Entry.cached(page(3))));
        Executed.Done done = assertInstanceOf(Executed.Done.class, wrong.execute(machine(cached(page(3))), itc(2, 14), Choice.USUAL));
        assertEquals(Vector.of(new Write<>(new Place.Pinned(Stream.DATA, 4), Option.none(), CACHE_ENTRY_EVICTED), gone(page(3), CACHE_ENTRY_EVICTED), comes(page(2), CACHE_INSERTED)), done.effects().writes().toVector());
    }
}
