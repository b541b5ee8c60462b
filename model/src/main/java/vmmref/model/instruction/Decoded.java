package vmmref.model.instruction;

import vmmref.model.bundle.Slot;
import vmmref.spec.Clause;

/// What a slot encodes, and the clause that decided it. Nothing is lost: [#encode()] gives back the slot.
public sealed interface Decoded {
    Clause because();

    Slot encode();

    /// The slot holds an instruction.
    ///
    /// @param instruction what it says
    /// @param residue     the bits that do not matter: those in which the slot differs from [Instruction#encode()]
    record Assigned(Instruction instruction, Slot residue, Clause because) implements Decoded {
        @Override public Slot encode() {
            return instruction.encode().xor(residue);
        }
    }

    /// The slot encodes no instruction.
    record Unassigned(Slot slot, Treatment treatment, Clause because) implements Decoded {
        @Override public Slot encode() {
            return slot;
        }
    }

    /// The architecture assigns the slot to a form that this model does not know yet; nothing may be asserted.
    record Unmodelled(Slot slot, Clause because) implements Decoded {
        @Override public Slot encode() {
            return slot;
        }
    }
}
