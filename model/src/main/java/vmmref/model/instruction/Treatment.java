package vmmref.model.instruction;

/// What a processor does with a slot that encodes no instruction.
public enum Treatment {
    /// Illegal Operation fault if the qualifying predicate is 1, nothing otherwise.
    ILLEGAL_IF_PREDICATED,
    /// Illegal Operation fault whatever the predicates hold.
    ILLEGAL,
    /// Nothing.
    NOP
}
