package vmmref.model.instruction;

/// How much of a form the model knows.
public enum Status {
    /// The model says what the instruction does.
    EXECUTES,
    /// The model says which bits encode it; what it does is unspecified here.
    DECODES_ONLY,
    /// The encoding was assigned after 2010; decoders of older processors do not know it.
    LATER_THAN_2010
}
