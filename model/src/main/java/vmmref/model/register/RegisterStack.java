package vmmref.model.register;

import vmmref.model.memory.VirtualAddress;

/// Which stacked registers the current frame has, which of earlier frames are not in memory yet, and which of the frame are in memory only.
///
/// @param size      how many stacked registers there are
/// @param base      the stacked register, 0 to `size` - 1, that r32 is without rotation
/// @param dirty     how many stacked registers below `base` are not in memory, at most `size`; or, if less than 0, how many of the first ones of the frame are in memory only: then the frame is *incomplete*
/// @param bspstore  where the first of those below goes to, or the first of the frame that is not in memory only; bits 2:0 are 0
/// @param rnat      the NaT collection for the registers that went to memory since the last collection
/// @param isLoading whether what the frame lacks is loaded before the next instruction, which the manual calls RSE.CFLE
public record RegisterStack(int size, int base, int dirty, VirtualAddress bspstore, long rnat, boolean isLoading) {
    public static final RegisterStack RESET = new RegisterStack(0, 0, new VirtualAddress(0), 0);

    public RegisterStack {
        if (size < GeneralRegisters.STACKED_NUMBER || size % 16 != 0) throw new IllegalArgumentException("there are at least 96 stacked registers, a multiple of 16, not " + size);
        if (base < 0 || base >= size) throw new IllegalArgumentException("no stacked register has the number " + base);
        if (dirty < -GeneralRegisters.STACKED_NUMBER || dirty > size) throw new IllegalArgumentException(dirty + " stacked registers cannot be dirty");
        if ((bspstore.bits() & 7) != 0) throw new IllegalArgumentException("bits 2:0 of BSPSTORE are 0, not as in " + bspstore);
        if (isLoading && dirty >= 0) throw new IllegalArgumentException("a frame that is complete is not loaded");
    }

    /// A complete frame in 96 stacked registers.
    public RegisterStack(int base, int dirty, VirtualAddress bspstore, long rnat) {
        this(GeneralRegisters.STACKED_NUMBER, base, dirty, bspstore, rnat, false);
    }

    /// {@return where r32 goes to: behind the dirty registers, with a collection after each 63}
    public VirtualAddress bsp() {
        return new VirtualAddress(BackingStore.skip(bspstore.bits(), dirty));
    }

    /// {@return whether registers of the frame are in memory only}
    public boolean isIncomplete() {
        return dirty < 0;
    }

    /// {@return whether a frame has room beside the dirty registers}
    public boolean fits(int sof) {
        return dirty + sof <= size;
    }

    /// {@return the stacked register, 0 to `size` - 1, at a distance from r32 of at most `size`, to either side}
    public int stacked(int distance) {
        int number = base + distance;
        return number < 0 ? number + size : number >= size ? number - size : number;
    }

    /// {@return the same after the first registers of the frame have become those of an earlier frame}
    public RegisterStack pushed(int registers) {
        return new RegisterStack(size, stacked(registers), dirty + registers, bspstore, rnat, false);
    }

    /// {@return the same after registers of an earlier frame have become the first ones of the frame; what was not dirty is loaded}
    public RegisterStack popped(int registers) {
        return new RegisterStack(size, stacked(-registers), dirty - registers, bspstore, rnat, dirty < registers);
    }

    /// {@return the same with other registers dirty}
    public RegisterStack with(int changedDirty, VirtualAddress changedBspstore, long changedRnat) {
        return new RegisterStack(size, base, changedDirty, changedBspstore, changedRnat, isLoading && changedDirty < 0);
    }

    public RegisterStack withLoading(boolean changed) {
        return new RegisterStack(size, base, dirty, bspstore, rnat, changed);
    }

    public RegisterStack withBspstore(VirtualAddress changed) {
        return new RegisterStack(size, base, dirty, changed, rnat, isLoading);
    }

    public RegisterStack withRnat(long changed) {
        return new RegisterStack(size, base, dirty, bspstore, changed, isLoading);
    }
}
