package vmmref.properties.alias;

import io.vavr.collection.Set;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.patch.Copies;

/// What stays.
///
/// @param catching  how the hardware is told what states deny
/// @param sensitive contents in which something is to be patched
/// @param pool      how many pages for copies there are
record Setting(Catching catching, Set<Integer> sensitive, int pool) {
    static final int FRAMES    = 2;
    static final int CONTENTS  = 3;
    static final int PHYSICALS = 2;
    static final int PAGES     = 2;
    static final int RIDS      = 2;
    static final int POOL      = 2;
    /// Of all pages, which lie beside each other.
    static final int RANGE_LOG2 = GuestMap.PAGE_LOG2 + 1;

    private static final long FIRST = 3L << RANGE_LOG2;

    static VirtualAddress address(int page) {
        return new VirtualAddress(FIRST + page * GuestMap.PAGE);
    }

    static int page(VirtualAddress address) {
        return (int) ((address.bits() - FIRST) / GuestMap.PAGE);
    }

    static PhysicalAddress start(int frame) {
        return new PhysicalAddress(frame * GuestMap.PAGE);
    }

    /// {@return room for copies, behind the frames, and none for stubs}
    Copies room() {
        return Copies.of(start(FRAMES), pool, address(PAGES), 0);
    }
}
