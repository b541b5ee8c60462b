package vmmref.vmm.build;

import vmmref.model.bundle.Bundle;
import vmmref.spec.Clause;

/// What comes of a trap patch, and the clause that decided it.
public sealed interface Trapped {
    Clause because();

    record Done(Bundle bundle, Clause because) implements Trapped { }

    record Refused(String why, Clause because) implements Trapped { }
}
