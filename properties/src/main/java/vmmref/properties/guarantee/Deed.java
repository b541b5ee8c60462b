package vmmref.properties.guarantee;

import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// Something that guests do, or that is done to them.
public sealed interface Deed {
    /// The guest that runs makes turns: external interrupts that are taken, or instructions with the delivery of what they raise.
    record Turned(int turns) implements Deed { }

    /// Time passes for the guest that runs: by how much ITC grows.
    record Ticked(long ticks) implements Deed { }

    /// A virtual processor runs from now on, or the same again.
    record Switched(int to) implements Deed { }

    /// The memory of a guest lies in other frames.
    record Moved(int guest, GuestMap map) implements Deed { }

    /// A device stores eight bytes.
    record Stored(int guest, GuestPhysicalAddress at, long word) implements Deed { }

    /// Something that only a law can do.
    record Contrived() implements Deed { }
}
