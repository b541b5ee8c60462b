package vmmref.model.instruction;

import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;

/// A row of the decode table: the slots that agree with a key.
public sealed interface Row permits Form, Unassigned {
    Unit unit();

    /// {@return the bits of the slot that the key fixes}
    Slot keyMask();

    /// {@return the values of these bits}
    Slot key();

    /// {@return the condition under which an implementation has this row}
    Option<Need> need();

    /// {@return what a slot that agrees with the key encodes}
    Decoded decode(Slot slot);

    default boolean matches(Slot slot) {
        return slot.and(keyMask()).equals(key());
    }
}
