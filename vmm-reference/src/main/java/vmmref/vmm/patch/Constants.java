package vmmref.vmm.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Machine;

/// What stubs have as immediates: registers that a guest believes in.
///
/// @param kernel the kernel registers, ar.k0 to ar.k7
public record Constants(Seq<Long> kernel) {
    private static final int KERNEL = 8;

    /// {@return those of a machine}
    public static Constants of(Machine believed) {
        return new Constants(Vector.range(0, KERNEL).map(believed::application));
    }
}
