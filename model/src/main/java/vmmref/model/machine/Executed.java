package vmmref.model.machine;

import vmmref.model.interruption.Fault;
import vmmref.model.real.TrapCode;
import vmmref.spec.Clause;

/// What comes of an instruction, or of a step, and the clause that decided it.
public sealed interface Executed {
    Clause because();

    /// It was done, with these effects.
    ///
    /// @param trap what a floating-point trap after it tells
    record Done(Effects effects, Clause because, TrapCode trap) implements Executed {
        /// What was done, and no floating-point trap after it.
        public Done(Effects effects, Clause because) {
            this(effects, because, TrapCode.NONE);
        }

        /// {@return the same with other effects}
        public Done with(Effects other) {
            return new Done(other, because, trap);
        }
    }

    /// It faults, and changes nothing.
    record Raised(Fault fault, Clause because) implements Executed { }

    /// It ends in a machine check, and nothing more is said.
    record MachineCheck(Clause because) implements Executed { }

    /// The architecture permits anything, or this model does not say what happens.
    record Unspecified(Clause because) implements Executed { }
}
