package vmmref.vectors.baremetal;

import vmmref.model.machine.Machine;

/// The machine where a handler of the harness was entered that ends a case, as far as the harness can see it; what it cannot is as it was at the start of the case.
///
/// @param machine with the case's names of stacked registers
/// @param vector  the offset of the vector; [#LEFT] and a slot where a branch of that slot led to the harness
/// @param psr     PSR there
/// @param left    how many steps were left
record Arrived(Machine machine, int vector, long psr, int left) {
    static final int LEFT = 0x8000;

    /// {@return whether the case ended by a branch to the harness}
    boolean isLeaving() {
        return vector >= LEFT;
    }
}
