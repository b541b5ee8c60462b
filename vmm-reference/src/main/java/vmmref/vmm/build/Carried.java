package vmmref.vmm.build;

import vmmref.model.bundle.Bundle;
import vmmref.spec.Clause;

/// What comes of a branch patch, and the clause that decided it.
public sealed interface Carried {
    Clause because();

    /// @param bundle that branches to the stub
    record Done(Bundle bundle, Stub stub, Clause because) implements Carried { }

    record Refused(String why, Clause because) implements Carried { }
}
