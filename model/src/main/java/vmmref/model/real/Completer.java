package vmmref.model.real;

/// What the mnemonic says of the precision of a result.
public enum Completer {
    /// Nothing: FPSR does.
    NONE,
    /// `.s`
    SINGLE,
    /// `.d`
    DOUBLE,
    /// The instruction computes two lanes.
    PARALLEL
}
