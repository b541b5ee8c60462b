package vmmref.vmm.memory;

import vmmref.model.memory.PhysicalAddress;

/// What is behind pages of a guest's memory that follow each other.
public sealed interface Backing {
    /// {@return what is behind the page that lies some pages later}
    Backing later(long pages);

    /// Frames of the host, which follow each other.
    ///
    /// @param first where the first one begins, a multiple of [GuestMap#PAGE]
    record Frames(PhysicalAddress first) implements Backing {
        public Frames {
            if (first.bits() % GuestMap.PAGE != 0) throw new IllegalArgumentException("a frame begins at a multiple of " + GuestMap.PAGE + ", not at " + first);
        }

        @Override public Backing later(long pages) {
            return new Frames(new PhysicalAddress(first.bits() + pages * GuestMap.PAGE));
        }
    }

    /// Pages of registers of a device, to which no translation leads.
    ///
    /// @param number which device, 0 up
    /// @param page   which page of its registers, 0 up
    record Device(int number, long page) implements Backing {
        @Override public Backing later(long pages) {
            return new Device(number, page + pages);
        }

        /// {@return where a register lies among those of the device}
        ///
        /// @param offset in the page
        public PhysicalAddress register(long offset) {
            return new PhysicalAddress(page * GuestMap.PAGE + offset);
        }
    }
}
