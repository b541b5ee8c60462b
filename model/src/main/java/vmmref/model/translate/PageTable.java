package vmmref.model.translate;

import static vmmref.spec.Walks.LONG_ENTRY_ADDRESSED;
import static vmmref.spec.Walks.SHORT_ENTRY_ADDRESSED;

import vmmref.model.machine.Addressing;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Pta;
import vmmref.model.register.RegionRegister;
import vmmref.model.word.Bits;
import vmmref.spec.Walks;

/// The virtual hash page table as one address sees it.
///
/// @param hashing     how its entries in the long format are found
/// @param virtualBits implemented bits of the offset in a region
/// @param pta         where the table lies
/// @param region      the region register of the address
/// @param address     of which the page is sought
public record PageTable(Hashing hashing, int virtualBits, Pta pta, RegionRegister region, VirtualAddress address) {
    /// The logarithm of the bytes of an entry in the short format, and in the long one.
    private static final int SHORT = 3;
    private static final int LONG = 5;

    /// {@return the table of a machine}
    public static PageTable of(Hashing hashing, int virtualBits, Addressing machine, VirtualAddress address) {
        return new PageTable(hashing, virtualBits, machine.pta(), machine.regions().of(address), address);
    }

    /// {@return the table of a machine of an implementation}
    public static PageTable of(Profile profile, Addressing machine, VirtualAddress address) {
        return of(Hashing.of(profile), profile.dimensions().virtualBits(), machine, address);
    }

    /// {@return the number of the page in its region, in pages of the preferred size}
    long page() {
        return (address.bits() & Bits.ones(virtualBits)) >>> region.preferredSize().log2();
    }

    /// {@return where the entry of the page lies}
    public VirtualAddress entry() {
        return pta.isLong() ? longEntry(pta, hashing.index(page(), region.identifier())) : shortEntry(pta, address.region(), page());
    }

    /// {@return the tag of the page}
    public long tag() {
        return hashing.tag(page(), region.identifier());
    }

    /// {@return how many bytes an entry has}
    int entrySize() {
        return 1 << (pta.isLong() ? LONG : SHORT);
    }

    @Walks.Rule(SHORT_ENTRY_ADDRESSED)
    static VirtualAddress shortEntry(Pta pta, int region, long page) {
        return entry(pta, region, page << SHORT);
    }

    @Walks.Rule(LONG_ENTRY_ADDRESSED)
    static VirtualAddress longEntry(Pta pta, long index) {
        return entry(pta, (int) (pta.bits() >>> VirtualAddress.OFFSET_WIDTH), index << LONG);
    }

    /// {@return the address at an offset in the table, of which the bits below the size of the table count, seen through a region}
    private static VirtualAddress entry(Pta pta, int region, long offset) {
        long inside = Bits.ones(pta.sizeLog2());
        return new VirtualAddress((long) region << VirtualAddress.OFFSET_WIDTH | (pta.base() & ~inside | offset & inside) & Bits.ones(VirtualAddress.OFFSET_WIDTH));
    }
}
