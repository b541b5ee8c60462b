package vmmref.model.instruction;

import vmmref.spec.Clause;

/// What a text asks for.
public sealed interface Assembled {
    /// The text is an instruction.
    record Done(Instruction instruction) implements Assembled { }

    /// The text cannot be encoded.
    ///
    /// @param why in words, with the part of the text that is wrong
    record Refused(String why, Clause because) implements Assembled { }
}
