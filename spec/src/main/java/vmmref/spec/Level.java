package vmmref.spec;

/// What a clause asks of an implementation.
public enum Level {
    /// Every implementation does this.
    MUST,
    /// An implementation may do this; both ways conform.
    MAY,
    /// The architecture permits anything here; nothing may be asserted.
    UNSPECIFIED,
    /// A property that follows from the rules for every reachable state. It has no rule of its own.
    GUARANTEE
}
