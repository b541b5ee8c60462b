package vmmref.vmm.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.vmm.recognize.Place;

/// Three pages for copies from 0x5000 on, and 4 KB for stubs, executed at 0xe100000000000000.
class CopiesTest {
    private static final VirtualAddress WINDOW = new VirtualAddress(0xe100000000000000L);
    private static final Copies NONE = Copies.of(new PhysicalAddress(0x4001), 3, WINDOW, 12);
    private static final Alias FIRST = new Alias(0, 7, new VirtualAddress(0x30000), false, false);
    private static final Alias SECOND = new Alias(1, 7, new VirtualAddress(0x80000), true, false);
    private static final Detour DETOUR = new Detour(WINDOW, 2, Vector.of(new Place(0, 1), new Place(1, 0)), Vector.of(new Place(0, 1), new Place(1, 0)), Option.none(), Source.KERNEL);
    private static final Patched BRANCHING = new Patched(Vector.empty(), HashSet.of(new Place(5, 1)), HashMap.of(3, DETOUR), HashMap.empty());
    private static final Patched TRAPPING = new Patched(Vector.empty(), HashSet.of(new Place(2, 0)), HashMap.empty(), HashMap.empty());
    private static final Copies TWO = NONE.with(FIRST, BRANCHING).leading(FIRST, 10).with(SECOND, TRAPPING).leading(SECOND, 20).leading(SECOND, 21);

    @Test
    void wherePagesAre() {
        assertEquals(new PhysicalAddress(0x5000), NONE.first());
        assertEquals(new PhysicalAddress(0x4000), Copies.of(new PhysicalAddress(0x4000), 3, WINDOW, 12).first());
        assertEquals(new PhysicalAddress(0x8000), NONE.stubs().first());
        assertEquals(new PhysicalAddress(0x9000), NONE.end());
        assertEquals(new PhysicalAddress(0x10000), Copies.of(new PhysicalAddress(0x4001), 3, WINDOW, 16).stubs().first());
        assertEquals(new PhysicalAddress(0x8000), Copies.of(new PhysicalAddress(0x4001), 3, WINDOW, 0).end());
        assertEquals(new PhysicalAddress(0x5000), TWO.at(TWO.of(FIRST).get()));
        assertEquals(new PhysicalAddress(0x6000), TWO.at(TWO.of(SECOND).get()));
    }

    @Test
    void whoExecutesWhich() {
        assertEquals(TWO.of(FIRST), TWO.executed(10, FIRST.page()));
        assertEquals(TWO.of(SECOND), TWO.executed(21, SECOND.page()));
        assertTrue(TWO.executed(20, FIRST.page()).isEmpty() && TWO.executed(10, SECOND.page()).isEmpty());
        assertTrue(TWO.has(7));
        assertFalse(TWO.has(8) || NONE.has(7));
    }

    @Test
    void whereStubsAre() {
        assertEquals(Vector.rangeClosed(1, 7).map(piece -> new VirtualAddress(WINDOW.bits() + 0x200L * piece)), TWO.free(false));
        assertEquals(Vector.rangeClosed(1, 7).map(piece -> new VirtualAddress(WINDOW.bits() + 0x20000000L + 0x200L * piece)), TWO.free(true));
        assertEquals(8, NONE.free(false).size());
        assertTrue(Copies.of(new PhysicalAddress(0x4001), 3, WINDOW, 0).free(false).isEmpty());
        Stubs stubs = NONE.stubs();
        assertTrue(stubs.has(WINDOW) && stubs.has(new VirtualAddress(WINDOW.bits() + 0xff0)) && stubs.has(new VirtualAddress(WINDOW.bits() + 0x20000000L)));
        assertFalse(stubs.has(new VirtualAddress(WINDOW.bits() + 0x1000)) || stubs.has(new VirtualAddress(WINDOW.bits() - 16)) || Copies.of(new PhysicalAddress(0), 3, WINDOW, 0).stubs().has(WINDOW));
    }

    @Test
    void bundlesAndTheirStubs() {
        VirtualAddress bundle = new VirtualAddress(0x30030);
        assertEquals(Option.some(DETOUR), TWO.detour(10, bundle));
        assertTrue(TWO.detour(20, bundle).isEmpty() && TWO.detour(10, new VirtualAddress(0x30020)).isEmpty() && TWO.detour(10, new VirtualAddress(0x80030)).isEmpty());
        assertEquals(Option.some(new Copies.Detoured(FIRST, bundle, DETOUR)), TWO.detoured(new VirtualAddress(WINDOW.bits() + 16)));
        assertTrue(TWO.detoured(new VirtualAddress(WINDOW.bits() + 32)).isEmpty() && TWO.detoured(bundle).isEmpty());
        assertEquals(Vector.of(FIRST), TWO.detouring(0, detour -> true).keySet().toVector());
        assertTrue(TWO.detouring(0, detour -> false).isEmpty() && TWO.detouring(1, detour -> true).isEmpty());
    }

    @Test
    void whereAGuestIs() {
        assertEquals(new Position(new VirtualAddress(0x30030), 0, Option.none()), TWO.ofGuest(Position.at(WINDOW.bits())));
        assertEquals(new Position(new VirtualAddress(0x30030), 1, Option.none()), TWO.ofGuest(new Position(WINDOW, 2, Option.none())));
        assertEquals(Position.at(0x30040), TWO.ofGuest(new Position(new VirtualAddress(WINDOW.bits() + 16), 1, Option.none())));
        assertEquals(Position.at(0x30030), TWO.ofGuest(Position.at(0x30030)));
    }

    @Test
    void copiesEndWithWhatLeadsToThem() {
        PageSize page = new PageSize(12);
        assertEquals(Vector.of(SECOND), TWO.without(10, new VirtualAddress(0x30ff0), page).made().keySet().toVector());
        assertEquals(TWO, TWO.without(11, FIRST.page(), page));
        assertEquals(TWO, TWO.without(10, new VirtualAddress(0x31000), page));
        assertEquals(TWO, TWO.without(10, new VirtualAddress(0x2000000000030000L), page));
        assertEquals(HashSet.of(21), TWO.without(20, SECOND.page(), page).of(SECOND).get().rids());
        assertEquals(Vector.of(SECOND), TWO.without(10, new VirtualAddress(0x3f000), new PageSize(16)).made().keySet().toVector());
        assertTrue(TWO.emptied().made().isEmpty());
        assertEquals(FIRST, TWO.oldest());
        Alias third = new Alias(0, 9, new VirtualAddress(0x40000), false, false);
        assertEquals(0, TWO.without(10, FIRST.page(), page).with(third, TRAPPING).of(third).get().number());
        assertTrue(TWO.with(third, TRAPPING).isFull() && !TWO.isFull());
    }
}
