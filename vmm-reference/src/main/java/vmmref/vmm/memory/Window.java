package vmmref.vmm.memory;

import vmmref.model.memory.VirtualAddress;

/// The addresses that the monitor keeps for itself: in region 7, implemented by the host and not by the machines that guests believe in.
///
/// @param base the first address
public record Window(VirtualAddress base) {
    private static final int REGION = 7;
    private static final long VECTORS_SIZE = 0x8000;
    /// How far behind the vectors the table lies: a multiple of its size, whatever that is.
    private static final long TABLE = 1L << 31;
    private static final long STUBS = 1L << 30;

    /// {@return the window of a host}
    ///
    /// @param virtualBits implemented bits of the offset in a region of the host
    public static Window of(int virtualBits) {
        return new Window(new VirtualAddress((long) REGION << VirtualAddress.OFFSET_WIDTH | 1L << virtualBits - 2));
    }

    /// {@return where the vectors of the monitor begin: no code lies there; a delivery to one calls the monitor}
    public VirtualAddress vectors() {
        return base;
    }

    /// {@return whether an address is one of the vectors}
    public boolean isVector(VirtualAddress address) {
        return Long.compareUnsigned(address.bits() - base.bits(), VECTORS_SIZE) < 0;
    }

    /// {@return where stubs are executed}
    public VirtualAddress stubs() {
        return new VirtualAddress(base.bits() + STUBS);
    }

    /// {@return where the host's page table lies}
    public VirtualAddress table() {
        return new VirtualAddress(base.bits() + TABLE);
    }
}
