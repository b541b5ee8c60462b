package vmmref.model.real;

import static vmmref.spec.Reals.TRAP_TOLD;

import vmmref.spec.Reals;

/// What a trap after an operation tells: four bits for the low lane, and above them four for the operation or the high lane.
///
/// @param bits as ISR.code has them from bit 7 on
public record TrapCode(int bits) {
    /// No trap.
    public static final TrapCode NONE = new TrapCode(0);

    private static final int HIGH_LANE = 4;
    private static final int INEXACT = 4;
    private static final int AWAY = 8;

    /// {@return the code of a trap, if one of the exceptions comes up}
    ///
    /// @param away whether the magnitude of what is delivered exceeds that of the exact result
    @Reals.Rule(TRAP_TOLD)
    static TrapCode of(boolean overflow, boolean underflow, boolean inexact, boolean away) {
        int told = (overflow ? 1 : 0) | (underflow ? 2 : 0) | (inexact ? INEXACT : 0);
        return told == 0 ? NONE : new TrapCode((told | (away ? AWAY : 0)) << HIGH_LANE);
    }

    /// {@return the code of two lanes, each of which has its own as if it were alone}
    static TrapCode of(TrapCode high, TrapCode low) {
        return new TrapCode(high.bits | low.bits >> HIGH_LANE);
    }

    /// {@return whether there is no trap}
    public boolean isNone() {
        return bits == 0;
    }
}
