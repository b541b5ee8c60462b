package vmmref.vmm.build;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;

/// A request to have a bundle replaced by a branch to a stub, in which other instructions stand in place of one.
///
/// @param at          where the bundle executes
/// @param slot        of the instruction that is replaced; 1 for a long one
/// @param replacement what stands in its place
/// @param stub        where the stub will be
public record BranchPatch(Bundle bundle, VirtualAddress at, int slot, Seq<Line> replacement, VirtualAddress stub) { }
