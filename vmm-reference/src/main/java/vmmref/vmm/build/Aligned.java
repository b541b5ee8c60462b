package vmmref.vmm.build;

import vmmref.model.memory.VirtualAddress;

/// Where bundles lie: SDM volume 1, section 3.3.
final class Aligned {
    /// The bytes of a bundle.
    static final int BUNDLE = 16;

    private Aligned() { }

    static boolean bundle(VirtualAddress address) {
        return (address.bits() & BUNDLE - 1) == 0;
    }

    /// {@return the address of a bundle that follows another}
    ///
    /// @param number how many bundles further, from 0
    static VirtualAddress bundle(VirtualAddress first, int number) {
        return new VirtualAddress(first.bits() + (long) number * BUNDLE);
    }
}
