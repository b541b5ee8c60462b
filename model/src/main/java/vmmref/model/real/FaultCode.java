package vmmref.model.real;

import static vmmref.spec.Reals.FAULT_TOLD;

import vmmref.spec.Reals;

/// Why an operation faults: four bits for the operation or the high lane, and above them four for the low lane.
///
/// @param bits as ISR.code has them
public record FaultCode(int bits) {
    /// No fault, of one lane while the other one faults.
    public static final FaultCode NONE = new FaultCode(0);
    /// Software assistance is requested.
    public static final FaultCode ASSISTANCE = new FaultCode(8);

    private static final int LOW_LANE = 4;

    /// {@return the code of an exception that comes before an operation}
    @Reals.Rule(FAULT_TOLD)
    static FaultCode of(Flag flag) {
        return switch (flag) {
            case INVALID, DENORMAL, ZERO_DIVIDE -> new FaultCode(flag.bit());
            case OVERFLOW, UNDERFLOW, INEXACT   -> throw new IllegalArgumentException("no fault tells " + flag);
        };
    }

    /// {@return whether nothing but assistance is told}
    boolean isAssistance() {
        return bits == ASSISTANCE.bits;
    }

    /// {@return the code of two lanes, each of which has its own as if it were alone}
    static FaultCode of(FaultCode high, FaultCode low) {
        return new FaultCode(high.bits | low.bits << LOW_LANE);
    }
}
