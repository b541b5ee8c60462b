package vmmref.properties.campaign;

/// Where a case comes from, in the order in which findings count.
public enum Stage {
    /// A finding that was stored earlier, in this campaign or in another one beside it.
    REPLAY,
    /// The edge cases of the generators, one after the other.
    EDGES,
    /// Random cases, each from a seed of its own.
    SEARCH
}
