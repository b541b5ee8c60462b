package vmmref.vmm.build;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.spec.Clause;

/// What comes of packing instructions into bundles, and the clause that decided it.
public sealed interface Packed {
    Clause because();

    record Done(Seq<Bundle> bundles, Clause because) implements Packed { }

    /// @param why which instruction stands where it may not
    record Refused(String why, Clause because) implements Packed { }
}
