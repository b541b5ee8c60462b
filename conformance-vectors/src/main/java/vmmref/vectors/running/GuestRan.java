package vmmref.vectors.running;

/// What came of a guest.
///
/// @param ran   its machine at the start and at the end, as it believed that to be, with its own memory
/// @param costs what it cost to let it run
public record GuestRan(Ran ran, Costs costs) { }
