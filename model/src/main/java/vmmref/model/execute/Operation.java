package vmmref.model.execute;

/// What an instruction makes of the words of two general registers and of its other operands. A register that it does not have is r0, which is 0.
@FunctionalInterface
interface Operation {
    long of(Operands operands, long r2, long r3);
}
