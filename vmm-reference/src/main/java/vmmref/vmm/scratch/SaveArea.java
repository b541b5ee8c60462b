package vmmref.vmm.scratch;

import vmmref.model.memory.PhysicalAddress;

/// Memory of the monitor with room for all floating-point registers of each virtual processor.
///
/// @param first      where it begins, a multiple of 16
/// @param processors how many virtual processors have room
public record SaveArea(PhysicalAddress first, int processors) {
    private static final int REGISTER = 16;
    /// The bytes for one virtual processor.
    private static final int PROCESSOR = 128 * REGISTER;

    /// {@return where a register of a virtual processor is, which takes 16 bytes}
    ///
    /// @param physical number of the register
    public PhysicalAddress of(int processor, int physical) {
        if (processor >= processors) throw new IllegalArgumentException("there is room for " + processors + " processors, and none for number " + processor);
        return new PhysicalAddress(first.bits() + (long) processor * PROCESSOR + (long) physical * REGISTER);
    }

    /// {@return the first address behind it}
    public PhysicalAddress end() {
        return new PhysicalAddress(first.bits() + (long) processors * PROCESSOR);
    }
}
