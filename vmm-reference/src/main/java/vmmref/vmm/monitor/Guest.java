package vmmref.vmm.monitor;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Machine;
import vmmref.vmm.memory.GuestMap;

/// A guest before it runs.
///
/// @param processors the machines as it believes them to be, one for each of its processors; the memory of the first one is that of the guest
/// @param map        where the monitor puts it
public record Guest(Seq<Machine> processors, GuestMap map) {
    public Guest {
        if (processors.isEmpty()) throw new IllegalArgumentException("a guest has at least one processor");
    }

    public static Guest of(Machine bare, GuestMap map) {
        return new Guest(Vector.of(bare), map);
    }
}
