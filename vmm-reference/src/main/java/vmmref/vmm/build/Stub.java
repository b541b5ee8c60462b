package vmmref.vmm.build;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.spec.Clause;

/// What is executed instead of a bundle, and the clause that decided it.
///
/// @param bundles the last one branches to the bundle that follows the replaced one
/// @param lines   the instructions that they hold, but for that branch and for nops that fill slots
public record Stub(Seq<Bundle> bundles, Seq<Line> lines, Clause because) { }
