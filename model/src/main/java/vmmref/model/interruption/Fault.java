package vmmref.model.interruption;

import io.vavr.control.Option;
import vmmref.model.memory.VirtualAddress;

/// A fault, and the address that it reports where the manual defines one.
public record Fault(Interruption kind, Option<VirtualAddress> at) {
    public static Fault of(Interruption kind, VirtualAddress address) {
        return new Fault(kind, Option.when(kind.isAddressed(), address));
    }
}
