package vmmref.vectors.baremetal;

/// A vector that no image can execute.
///
/// @param why what keeps it from that, as the rest of a sentence
public record Inexpressible(String id, String why) { }
