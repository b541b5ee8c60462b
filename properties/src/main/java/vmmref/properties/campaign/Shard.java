package vmmref.properties.campaign;

/// Cases of one law that one worker executes in their order.
///
/// @param law   that they are of
/// @param stage where they come from
/// @param first the number of the first
/// @param count how many there are; of edge cases fewer where the generators have no more
record Shard(Law law, Stage stage, long first, int count) { }
