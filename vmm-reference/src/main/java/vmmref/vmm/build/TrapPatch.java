package vmmref.vmm.build;

import vmmref.model.bundle.Bundle;

/// A request to have an instruction replaced by a break.
///
/// @param slot      of the instruction; 1 for a long one
/// @param immediate by which whoever handles the break knows the place; `break.b` does not report it, IIM then reads 0 and the place itself tells
public record TrapPatch(Bundle bundle, int slot, long immediate) { }
