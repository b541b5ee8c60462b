package vmmref.model.instruction;

import vmmref.spec.Clause;

/// What a text asks for, and the clause that decided it.
public sealed interface Assembled {
    Clause because();

    /// The text is an instruction.
    record Done(Instruction instruction) implements Assembled {
        @Override public Clause because() {
            return instruction.form().clause();
        }
    }

    /// The text cannot be encoded.
    ///
    /// @param why in words, with the part of the text that is wrong
    record Refused(String why, Clause because) implements Assembled { }
}
