package vmmref.vmm.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;

/// What stubs have as immediates: registers that a guest believes in, and what it believes of its implementation.
///
/// @param kernel     the kernel registers, ar.k0 to ar.k7
/// @param addressing where PTA, the region registers and the performance monitor data registers are
/// @param profile    the implementation that the guest believes to have
public record Constants(Seq<Long> kernel, Addressing addressing, Profile profile) {
    private static final int KERNEL = 8;

    /// {@return those of a machine that a guest believes in}
    ///
    /// @param machine  the kernel registers of which are the guest's
    /// @param believed what the guest believes of translation
    public static Constants of(Machine machine, Addressing believed, Profile profile) {
        return new Constants(Vector.range(0, KERNEL).map(machine::application), believed, profile);
    }
}
