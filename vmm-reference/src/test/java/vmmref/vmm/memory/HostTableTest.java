package vmmref.vmm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;

/// The table of these tests lies at 0x100000: 1,024 entries for the walker, then 4 spare ones, which end at 0x108080.
class HostTableTest {
    private static final HostTable TABLE = HostTable.of(new PhysicalAddress(0x100000), 15, 4);
    private static final Backing DEVICE = new Backing.Device(0, 0);

    private static GuestMap map(long pages, long host) {
        return GuestMap.EMPTY.with(new GuestMap.Run(0, pages, new Backing.Frames(new PhysicalAddress(host))));
    }

    private static Set<Long> held(HostTable table, int rid, long address, int sizeLog2) {
        Seq<Long> held = table.held(rid, new VirtualAddress(address), new PageSize(sizeLog2));
        assertEquals(held.size(), held.toSet().size());
        return held.toSet();
    }

    @Test
    void spareEntriesFollowThoseOfTheWalker() {
        assertEquals(1024, TABLE.number());
        assertEquals(new PhysicalAddress(0x100000), TABLE.entry(0));
        assertEquals(new PhysicalAddress(0x107fe0), TABLE.entry(1023));
        assertEquals(new PhysicalAddress(0x108000), TABLE.entry(1024));
    }

    @Test
    void itHasASizeAndLiesAtAMultipleOfIt() {
        assertThrows(IllegalArgumentException.class, () -> HostTable.of(new PhysicalAddress(0), 14, 0));
        assertThrows(IllegalArgumentException.class, () -> HostTable.of(new PhysicalAddress(0), 29, 0));
        assertThrows(IllegalArgumentException.class, () -> HostTable.of(new PhysicalAddress(0x104000), 15, 0));
        assertEquals(1 << 23, HostTable.of(new PhysicalAddress(1L << 28), 28, 0).number());
    }

    @Test
    void noFrameOfAGuestIsOneOfIt() {
        GuestMap below = map(0x100, 0);
        GuestMap above = map(2, 0x109000);
        assertEquals(below, TABLE.apart(below, TABLE.end()));
        assertEquals(above, TABLE.apart(above, TABLE.end()));
        assertEquals(GuestMap.EMPTY, TABLE.apart(GuestMap.EMPTY, TABLE.end()));
        GuestMap device = GuestMap.EMPTY.with(new GuestMap.Run(0x100, 1, DEVICE));
        assertEquals(device, TABLE.apart(device, TABLE.end()));
        assertThrows(IllegalArgumentException.class, () -> TABLE.apart(map(0x101, 0), TABLE.end()));
        assertThrows(IllegalArgumentException.class, () -> TABLE.apart(map(1, 0x108000), TABLE.end()));
        assertThrows(IllegalArgumentException.class, () -> TABLE.apart(map(1, 0x100000), TABLE.end()));
        HostTable without = HostTable.of(new PhysicalAddress(0x100000), 15, 0);
        assertEquals(map(1, 0x108000), without.apart(map(1, 0x108000), without.end()));
    }

    @Test
    void itKnowsWhichPagesHaveEntries() {
        HostTable table = TABLE.holding(7, 0x10).holding(7, 0x11).holding(7, 0x14).holding(8, 0x12);
        assertEquals(HashSet.of(0x10L, 0x11L), held(table, 7, 0x6000000000011fffL, 13));
        assertEquals(HashSet.of(0x10L, 0x11L, 0x14L), held(table, 7, 0x1f000, 16));
        assertEquals(HashSet.of(0x14L), held(table, 7, 0x14000, 12));
        assertEquals(HashSet.of(0x14L), held(table, 7, 0x14000, 14));
        assertEquals(HashSet.of(0x10L, 0x11L), held(table, 7, 0x10000, 14));
        assertEquals(HashSet.empty(), held(table, 7, 0x20000, 16));
        assertEquals(HashSet.of(0x12L), held(table, 8, 0x10000, 14));
        assertEquals(HashSet.empty(), held(table, 9, 0x10000, 14));
        assertEquals(HashSet.of(0x11L), held(table.lacking(7, 0x10), 7, 0x10000, 13));
    }

    @Test
    void spareEntriesAreUsedOneAfterTheOther() {
        assertEquals(0, TABLE.used());
        assertEquals(2, TABLE.linked().linked().used());
        assertEquals(1, TABLE.linked().holding(7, 1).used());
    }
}
