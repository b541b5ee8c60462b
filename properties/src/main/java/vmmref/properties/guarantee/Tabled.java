package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.bundle.Unit;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;

/// A page, and where a page table has its entry, worked out by dividing.
///
/// @param isLong whether entries have the long format
/// @param size   the logarithm of the preferred page size
/// @param room   the logarithm of the bytes of the table, 15 to 30
/// @param start  the table begins at this multiple of its size, 0 to 15
/// @param region of the page, 1 to 7
/// @param rid    the region identifier, 18 bits
/// @param page   its number behind the page at 2^45, 16 bits
/// @param within an offset in the page
public record Tabled(boolean isLong, int size, int room, int start, int region, int rid, int page, int within) {
    /// What an entry in the long format says of size and key.
    static final int OWN_SIZE = 16;
    static final int OWN_KEY = 0x55;
    /// The key of the page in which the table lies.
    static final int TABLE_KEY = 0x77;
    /// Present, write back, accessed, dirty, level 3, read, write and execute.
    static final long SOUND = 0x7e1;
    /// Where the page lies in physical memory, and where the page of the table with the entry does.
    static final long FRAME = 1L << 28;
    static final long TABLE = 0x40000;

    private static final long FIRST = 1L << 45;
    private static final int HOME = 7;
    private static final int CODE_RID = 0x101;
    private static final PageSize TABLE_PAGE = new PageSize(14);
    private static final int TABLE_SLOT = 7;

    /// {@return pages of every preferred size that all implementations have, in tables of either format; half of the region identifiers have their low bits alone}
    static Arbitrary<Tabled> any() {
        Arbitrary<Integer> sizes = Arbitraries.of(12, 13, 14, 16, 18, 20, 22, 24, 26, 28);
        Arbitrary<Integer> rids = Arbitraries.oneOf(Arbitraries.integers().between(1, 0x3ffff), Arbitraries.integers().between(1, 0x3ff));
        return Combinators.combine(Arbitraries.of(false, true), sizes, Arbitraries.integers().between(15, 30), Arbitraries.integers().between(0, 15), Arbitraries.integers().between(1, 7), rids,
            Arbitraries.integers().between(0, 0xffff), Arbitraries.integers().between(0, 0xfff)).as(Tabled::new);
    }

    /// {@return an address in the page, aligned to 16 bytes}
    long address() {
        return (long) region << 61 | FIRST + ((long) page << size) + (within & -16);
    }

    /// {@return the number of the page in its region}
    long number() {
        return (FIRST >> size) + page;
    }

    /// {@return the region of the entry}
    int home() {
        return isLong ? HOME : region;
    }

    /// {@return the region identifier of the region of the entry}
    int homeRid() {
        return home() == region ? rid : CODE_RID + HOME;
    }

    /// {@return the address of the entry}
    long entry() {
        long entries = (1L << room) / (isLong ? 32 : 8);
        long number = (isLong ? number() ^ rid : number()) % entries;
        return ((long) home() << 61) + start * (1L << room) + number * (isLong ? 32 : 8);
    }

    /// {@return the tag of the page}
    long tag() {
        return number() ^ (long) rid << 39;
    }

    long pta() {
        return (isLong ? (long) HOME << 61 | 1L << 8 : 0) + start * (1L << room) + room * 4 + 1;
    }

    /// {@return the words of an entry for the page, the page-table entry given}
    Seq<Long> words(long pte) {
        return isLong ? Vector.of(pte, OWN_KEY * 256L + OWN_SIZE * 4, tag()) : Vector.of(pte);
    }

    /// {@return the translation that an entry for the page asks for}
    Translation translation(long pte) {
        return Translation.of(new VirtualAddress(address()), rid, new PageSize(isLong ? OWN_SIZE : size), isLong ? OWN_KEY : rid, new Pte(pte));
    }

    /// {@return the physical address of an address in the page}
    long physical() {
        return FRAME + Math.floorMod(address(), 1L << (isLong ? OWN_SIZE : size));
    }

    /// {@return a machine with the table, of which nothing is translated but the page that has the entry, and code in region 0}
    Machine machine(Machine machine) {
        return machine(machine, TABLE | SOUND);
    }

    /// {@return the same with another entry for the page of the table}
    Machine machine(Machine machine, long pte) {
        Translation code = Translation.of(new VirtualAddress(0), CODE_RID, new PageSize(16), 0, new Pte(SOUND));
        Translation table = Translation.of(new VirtualAddress(entry()), homeRid(), TABLE_PAGE, TABLE_KEY, new Pte(pte));
        RegionRegister own = new RegionRegister((long) rid << 8 | (long) size << 2 | 1);
        return machine.withAddressing(machine.addressing().withPta(new Pta(pta())).withRegions(machine.addressing().regions().with(region, own))
            .withTlb(Tlb.EMPTY.withCached(Stream.INSTRUCTION, code, true).withRegister(Stream.DATA, TABLE_SLOT, Option.some(table))).withPsr(machine.psr().with(13, true).with(17, true)));
    }

    /// {@return a machine in which words stand in the place of the entry}
    Machine holding(Machine machine, Seq<Long> words) {
        return machine.withMemory(words.zipWithIndex().foldLeft(machine.memory(), (memory, word) -> memory.with(new PhysicalAddress(at() + 8L * word._2), 8, word._1)));
    }

    /// {@return where the entry lies in physical memory}
    long at() {
        return TABLE + Math.floorMod(entry(), TABLE_PAGE.bytes());
    }

    /// {@return a machine that loads from the page, or executes a nop there, next}
    Machine referring(Machine machine, boolean fetch) {
        if (!fetch) return Prepared.with(Took.at(machine, Unit.M, "ld8 r8=[r9]"), 9, address());
        Single nop = Single.of(Unit.M, "nop.m 0");
        return machine.withPsr(machine.psr().with(36, true)).withPosition(Position.at(address()))
            .withMemory(machine.memory().with(new PhysicalAddress(physical()), 8, nop.bundle().low()).with(new PhysicalAddress(physical() + 8), 8, nop.bundle().high()));
    }
}
