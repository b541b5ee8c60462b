package vmmref.model.translate;

import vmmref.model.memory.VirtualAddress;

/// A reference.
///
/// @param type    what it is
/// @param address where to; of a fetch that of the bundle
/// @param size    bytes, 1, 2, 4 or 8; 16 for a fetch, at most 16 for a load or store, and 1 where no memory is touched
/// @param level   the privilege level that a probe asks for, or at which the register stack is referred to, 0 to 3; otherwise 0
/// @param nat     whether an operand is not a thing
public record Reference(ReferenceType type, VirtualAddress address, int size, int level, boolean nat) implements Operation {
    public Reference {
        if (Integer.bitCount(size) != 1 || size < 0 || size > (type.isOfSixteen() ? 16 : 8)) throw new IllegalArgumentException("a reference " + type + " of " + size + " bytes");
        if (level < 0 || level > (type.isProbe() || type.isOfStack() ? 3 : 0)) throw new IllegalArgumentException("a reference " + type + " at the level " + level);
    }

    public static Reference fetch(VirtualAddress bundle) {
        return new Reference(ReferenceType.FETCH, bundle, 16, 0, false);
    }

    /// A load, store or semaphore.
    public static Reference data(ReferenceType type, VirtualAddress address, int size) {
        return new Reference(type, address, size, 0, false);
    }

    /// A reference that touches no memory, other than a probe.
    public static Reference query(ReferenceType type, VirtualAddress address) {
        return new Reference(type, address, 1, 0, false);
    }

    public static Reference probe(ReferenceType type, VirtualAddress address, int level) {
        return new Reference(type, address, 1, level, false);
    }

    /// A load or store of eight bytes of the backing store.
    public static Reference stack(ReferenceType type, VirtualAddress address, int level) {
        return new Reference(type, address, 8, level, false);
    }

    public Reference withNat() {
        return new Reference(type, address, size, level, true);
    }

    public Reference at(VirtualAddress other) {
        return new Reference(type, other, size, level, nat);
    }

    @Override public Column column() {
        return type.column();
    }

    boolean isMisaligned() {
        return (address.bits() & size - 1) != 0;
    }
}
