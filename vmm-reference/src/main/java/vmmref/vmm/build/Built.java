package vmmref.vmm.build;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Slot;
import vmmref.spec.Clause;

/// What comes of building instructions, all of them or none, and the clause that decided it.
public sealed interface Built {
    Clause because();

    /// @param slots in the order of the descriptions
    record Done(Seq<Slot> slots, Clause because) implements Built { }

    /// @param why what is wrong, and what it would have to be
    record Refused(String why, Clause because) implements Built { }
}
