package vmmref.vmm.patch;

import vmmref.model.memory.VirtualAddress;

/// A frame of a guest at an address at which it is executed: US 7,213,125, claim 1.
///
/// @param frame the number of the frame of the host
/// @param page  where it begins for whoever executes it
public record Alias(long frame, VirtualAddress page) { }
