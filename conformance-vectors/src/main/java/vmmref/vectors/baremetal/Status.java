package vmmref.vectors.baremetal;

/// What an entry of the log says of a case: nothing, that it was observed, or in which phase the harness itself was interrupted.
final class Status {
    static final int ABSENT   = 0;
    static final int OBSERVED = 1;
    /// With the phase of [Variables] added to it.
    static final int MISHAP   = 16;

    private Status() { }
}
