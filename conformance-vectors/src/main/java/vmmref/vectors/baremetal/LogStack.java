package vmmref.vectors.baremetal;

import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.RegisterStack;
import vmmref.model.word.Bits;

/// Where the frame of a case lies in the stacked registers, by where BSP is.
final class LogStack {
    private static final int GROUP = 64;

    private LogStack() { }

    /// {@return the stacked register that r32 is, if BSP moved because frames came and went}
    static int base(RegisterStack start, long bsp) {
        return Math.floorMod(start.base() + registers(start.bsp().bits(), bsp), GeneralRegisters.STACKED_NUMBER);
    }

    /// {@return how many registers are stored from one address of a backing store to before another one, which may be below it}
    static int registers(long from, long to) {
        long words = (to - from) >> 3;
        long collections = Math.floorDiv(Bits.field(from, 8, 3) + words, (long) GROUP);
        return (int) (words - collections);
    }
}
