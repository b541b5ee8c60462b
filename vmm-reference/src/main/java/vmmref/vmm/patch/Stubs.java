package vmmref.vmm.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;

/// The room of the monitor for stubs: as many pieces of 512 bytes as fit into its pages. It is executed under two addresses, as the bit ed of its translation must be that of the code for which a stub stands.
///
/// @param first    where it lies
/// @param at       where it is executed with ed = 0
/// @param sizeLog2 the logarithm of its bytes; 0 if there is no room
public record Stubs(PhysicalAddress first, VirtualAddress at, int sizeLog2) {
    /// How many bundles a stub has at most.
    static final int BUNDLES = 32;
    private static final int PIECE_LOG2 = 9;
    /// What lies between the two addresses.
    private static final long DEFERRING = 1L << 29;

    /// {@return where stubs can be, those in use left out}
    Seq<VirtualAddress> free(Set<PhysicalAddress> used, boolean ed) {
        return isEmpty() ? Vector.empty() : Vector.range(0, 1 << sizeLog2 - PIECE_LOG2).map(piece -> new VirtualAddress(at(ed).bits() + ((long) piece << PIECE_LOG2))).reject(stub -> used.contains(physical(stub)));
    }

    /// {@return where it is executed}
    public VirtualAddress at(boolean ed) {
        return new VirtualAddress(at.bits() | (ed ? DEFERRING : 0));
    }

    public boolean isEmpty() {
        return sizeLog2 == 0;
    }

    /// {@return whether an address is one of stubs}
    public boolean has(VirtualAddress address) {
        return !isEmpty() && Long.compareUnsigned((address.bits() & ~DEFERRING) - at.bits(), 1L << sizeLog2) < 0;
    }

    /// {@return where a stub lies}
    public PhysicalAddress physical(VirtualAddress stub) {
        return new PhysicalAddress(first.bits() + (stub.bits() & ~DEFERRING) - at.bits());
    }

    /// {@return the first address behind it}
    public PhysicalAddress end() {
        return new PhysicalAddress(first.bits() + (isEmpty() ? 0 : 1L << sizeLog2));
    }
}
