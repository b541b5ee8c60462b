package vmmref.model.translate;

import vmmref.model.interruption.Fault;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PhysicalAddress;
import vmmref.spec.Clause;

/// What comes of a reference, and the clause that decided it.
public sealed interface Translated {
    Clause because();

    /// It may go to a physical address.
    record To(PhysicalAddress address, MemoryAttribute attribute, Clause because) implements Translated { }

    /// It is a query, and this is the answer: 64 bits of a general register.
    record Answered(long value, Clause because) implements Translated { }

    /// It is a speculative load, and its target is not a thing.
    record Deferred(Clause because) implements Translated { }

    /// It is a prefetch that has no effect that anybody could see.
    record Dropped(Clause because) implements Translated { }

    /// It faults.
    record Raised(Fault fault, Clause because) implements Translated { }

    /// The architecture permits anything.
    record Unspecified(Clause because) implements Translated { }
}
