package vmmref.model.register;

import vmmref.model.memory.VirtualAddress;
import vmmref.model.word.Bits;

/// Which stacked registers the current frame has, and which of earlier frames are not in memory yet.
///
/// @param base     the stacked register, 0 to 95, that r32 is without rotation
/// @param dirty    how many stacked registers below `base` are not in memory, 0 to 96
/// @param bspstore where the first of them goes to; bits 2:0 are 0
/// @param rnat     the NaT collection for the registers that went to memory since the last collection
public record RegisterStack(int base, int dirty, VirtualAddress bspstore, long rnat) {
    public static final RegisterStack RESET = new RegisterStack(0, 0, new VirtualAddress(0), 0);

    private static final int COLLECTION = 63;

    public RegisterStack {
        if (base < 0 || base >= GeneralRegisters.STACKED_NUMBER) throw new IllegalArgumentException("no stacked register has the number " + base);
        if (dirty < 0 || dirty > GeneralRegisters.STACKED_NUMBER) throw new IllegalArgumentException(dirty + " stacked registers cannot be dirty");
        if ((bspstore.bits() & 7) != 0) throw new IllegalArgumentException("bits 2:0 of BSPSTORE are 0, not as in " + bspstore);
    }

    /// {@return where r32 goes to: behind the dirty registers, with a collection after each 63}
    public VirtualAddress bsp() {
        long collections = (Bits.field(bspstore.bits(), 8, 3) + dirty) / COLLECTION;
        return new VirtualAddress(bspstore.bits() + 8 * (dirty + collections));
    }

    /// {@return the same after the first registers of the frame have become those of an earlier frame}
    public RegisterStack pushed(int registers) {
        return new RegisterStack((base + registers) % GeneralRegisters.STACKED_NUMBER, dirty + registers, bspstore, rnat);
    }

    /// {@return the same after dirty registers have become the first ones of the frame}
    public RegisterStack popped(int registers) {
        return new RegisterStack(Math.floorMod(base - registers, GeneralRegisters.STACKED_NUMBER), dirty - registers, bspstore, rnat);
    }
}
