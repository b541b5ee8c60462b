package vmmref.vmm.recognize;

import io.vavr.collection.Map;
import vmmref.spec.Clause;

/// What comes of looking for a block at a place, and the clause that decided it.
public sealed interface Recognized {
    BlockPattern block();

    /// {@return where the first instruction of the block stands, or would stand}
    Place place();

    Clause because();

    /// The block is there.
    ///
    record Hit(BlockPattern block, Place place, Bindings bindings) implements Recognized {
        /// {@return the values of the fields that vary, by name; where a block has several members, the name of an operand is preceded by the number of its member and a dot, unless it was given another}
        public Map<String, Long> values() {
            return bindings.values();
        }

        @Override public Clause because() {
            return block.because();
        }
    }

    /// The code ends before the block does: whoever learns of more code must look again.
    ///
    /// @param members how many members are there, at least one
    record Cut(BlockPattern block, Place place, int members, Clause because) implements Recognized { }

    /// The block is not there.
    record Not(BlockPattern block, Place place, Clause because) implements Recognized { }
}
