package vmmref.vmm.patch;

import vmmref.model.memory.VirtualAddress;

/// A frame of a guest at an address at which a virtual processor executes it: US 7,213,125, claim 1.
///
/// @param processor its number
/// @param frame     the number of the frame of the host
/// @param page      where it begins for whoever executes it
/// @param ed        whether its speculative loads are deferred, as the bit of the translation says
/// @param parking   whether its stubs may park registers
public record Alias(int processor, long frame, VirtualAddress page, boolean ed, boolean parking) { }
