package vmmref.model.event;

import org.apache.commons.lang3.Validate;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.memory.PhysicalAddress;

/// Something that happens to a machine from outside.
public sealed interface Event {

    /// Another agent writes memory.
    ///
    /// @param at    the address
    /// @param size  bytes, 1, 2, 4 or 8, within one aligned group of eight
    /// @param value the bytes as a little-endian number
    record Write(PhysicalAddress at, int size, long value) implements Event {
        public Write {
            Validate.isTrue((size == 1 || size == 2 || size == 4 || size == 8) && (at.bits() & 7) + size <= 8, "a write of %d bytes at %s", size, at);
        }
    }

    /// An external interrupt is raised.
    ///
    /// @param vector 0, 2, or 16 to 255
    record Raise(int vector) implements Event {
        public Raise {
            Validate.isTrue(ExternalInterrupts.exists(vector), "no external interrupt has the vector %d: they are 0, 2, and 16 to 255", vector);
        }
    }

    /// Time passes.
    ///
    /// @param ticks by how much ITC grows, as an unsigned number
    record Tick(long ticks) implements Event { }
}
