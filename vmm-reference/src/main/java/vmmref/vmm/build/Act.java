package vmmref.vmm.build;

import vmmref.model.memory.VirtualAddress;

/// What is done at once while code is replaced.
public sealed interface Act {

    /// Eight bytes, little-endian, which every processor sees all together or not at all.
    ///
    /// @param at a multiple of 8
    record Write(VirtualAddress at, long bits) implements Act { }

    /// Whatever was written before is seen by every processor, and none is in the block but at its entry, nor will one come back into its midst: fc, sync.i and srlz.i, and word from each
    /// of the others (model choice).
    record Settle() implements Act { }
}
