package vmmref.vmm.build;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.spec.Clause;

/// What is executed instead of a bundle, and the clause that decided it.
///
/// @param bundles the last one branches to the bundle that follows the replaced one
public record Stub(Seq<Bundle> bundles, Clause because) { }
