package vmmref.model.machine;

import io.vavr.control.Option;
import vmmref.model.memory.VirtualAddress;

/// Which instruction comes next.
///
/// @param bundle the address of its bundle, the register IP; bits 3:0 are 0
/// @param slot   0 to 2, the field `ri` of PSR
/// @param code   the bundle if it was fetched for an earlier slot
public record Position(VirtualAddress bundle, int slot, Option<Code> code) {
    public Position {
        if ((bundle.bits() & 15) != 0) throw new IllegalArgumentException("a bundle is aligned to 16 bytes, not at " + bundle);
        if (slot < 0 || slot > 2) throw new IllegalArgumentException("a bundle has the slots 0 to 2, not " + slot);
    }

    /// {@return slot 0 of a bundle that was not fetched yet; bits 3:0 of the address are ignored}
    public static Position at(long bundle) {
        return new Position(new VirtualAddress(bundle & -16), 0, Option.none());
    }

    public Position withCode(Code fetched) {
        return new Position(bundle, slot, Option.some(fetched));
    }

    /// {@return the same, to be fetched anew}
    public Position unfetched() {
        return code.isEmpty() ? this : new Position(bundle, slot, Option.none());
    }

    /// {@return another slot of the same bundle}
    public Position withSlot(int other) {
        return new Position(bundle, other, code);
    }

    /// {@return slot 0 of the next bundle}
    public Position nextBundle() {
        return new Position(new VirtualAddress(bundle.bits() + 16), 0, Option.none());
    }

    /// {@return address and slot, such as `0000000000004000.1`}
    @Override public String toString() {
        return bundle + "." + slot;
    }
}
