package vmmref.vmm.monitor;

import vmmref.model.machine.Place;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.word.Bits;

/// What breakpoint registers of the machine hold for those of a guest: where level 0 is watched, the real level of that is; the walker of the host, which reads at level 0, is not.
final class Breakpoints {
    private static final int LEVELS = 56;
    private static final long LEVEL = 1L << LEVELS;

    private Breakpoints() { }

    /// {@return what an indirect register of the machine holds}
    ///
    /// @param value which the guest believes it to hold
    static long real(Place.Indirect register, long value) {
        boolean isMask = register.number() % 2 == 1 && (register.file() == IndirectRegisters.File.IBR || register.file() == IndirectRegisters.File.DBR);
        return isMask ? value & ~(7 * LEVEL) | (Bits.bit(value, LEVELS) ? 2 * LEVEL : 0) : value;
    }
}
