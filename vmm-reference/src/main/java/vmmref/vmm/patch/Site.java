package vmmref.vmm.patch;

import io.vavr.collection.Seq;
import vmmref.model.memory.VirtualAddress;

/// Where a page is patched, and what there is for it.
///
/// @param page      where it is executed
/// @param stubs     where stubs may be; none where instructions trap that could be branched around
/// @param constants what the guest believes that executes it
/// @param parking   whether stubs may park registers: then the scratch set is enabled, and what uses it is patched, too
public record Site(VirtualAddress page, Seq<VirtualAddress> stubs, Constants constants, boolean parking) { }
