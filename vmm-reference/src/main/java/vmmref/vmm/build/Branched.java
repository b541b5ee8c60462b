package vmmref.vmm.build;

import vmmref.model.bundle.Bundle;
import vmmref.spec.Clause;

/// The bundle that branches from one address to another, and the clause that decided it.
public sealed interface Branched {
    Clause because();

    /// @param bundle of which nothing but the branch does anything
    record Done(Bundle bundle, Clause because) implements Branched { }

    record Refused(String why, Clause because) implements Branched { }
}
