package vmmref.model.interruption;

import io.vavr.control.Option;
import vmmref.model.memory.VirtualAddress;

/// A fault, the address that it reports where the manual defines one, and what ISR.code tells that only the operands decide.
public record Fault(Interruption kind, Option<VirtualAddress> at, int code) {
    /// A fault whose code nothing decides but its kind and the instruction.
    public Fault(Interruption kind, Option<VirtualAddress> at) {
        this(kind, at, 0);
    }

    public static Fault of(Interruption kind, VirtualAddress address) {
        return new Fault(kind, Option.when(kind.isAddressed(), address));
    }
}
