package vmmref.model.machine;

import vmmref.model.interruption.Fault;
import vmmref.spec.Clause;

/// What comes of an instruction, or of a step, and the clause that decided it.
public sealed interface Executed {
    Clause because();

    /// It was done, with these effects.
    record Done(Effects effects, Clause because) implements Executed { }

    /// It faults, and changes nothing.
    record Raised(Fault fault, Clause because) implements Executed { }

    /// It ends in a machine check, and nothing more is said.
    record MachineCheck(Clause because) implements Executed { }

    /// The architecture permits anything, or this model does not say what happens.
    record Unspecified(Clause because) implements Executed { }
}
