package vmmref.vmm.build;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Slot;

/// What comes of building instructions: all of them, or none.
public sealed interface Built {
    /// @param slots in the order of the descriptions
    record Done(Seq<Slot> slots) implements Built { }

    /// @param why which supplied value is wrong, and what it would have to be
    record Refused(String why) implements Built { }
}
