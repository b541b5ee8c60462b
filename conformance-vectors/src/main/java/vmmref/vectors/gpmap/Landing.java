/// Where a reference of a guest ends.
package vmmref.vectors.gpmap;

import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.Clause;

public sealed interface Landing {
    /// {@return what a vector says of it in one word or a few}
    String text();

    /// {@return the clause that decided}
    Clause because();

    /// At a byte of a frame or a device.
    ///
    /// @param attribute none where the monitor made the reference
    record Reached(String place, Option<MemoryAttribute> attribute, Clause because) implements Landing {
        @Override public String text() {
            return place;
        }
    }

    /// The guest is told of a fault, and, while it collects interruptions, of the address where IFA holds one.
    record Faulted(Interruption kind, Option<VirtualAddress> address, Clause because) implements Landing {
        @Override public String text() {
            return "fault " + kind.text();
        }
    }

    /// Nothing is behind the address.
    record Absent(Clause because) implements Landing {
        @Override public String text() {
            return "absent";
        }
    }

    /// A speculative load is deferred.
    record Deferred(Clause because) implements Landing {
        @Override public String text() {
            return "deferred";
        }
    }

    /// A prefetch has no effect that anybody could see.
    record Dropped(Clause because) implements Landing {
        @Override public String text() {
            return "dropped";
        }
    }

    /// Nothing is said of it.
    record Unspecified(Clause because) implements Landing {
        @Override public String text() {
            return "unspecified";
        }
    }
}
