/// Whether a machine can have the parameters of a profile.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;
import vmmref.model.partition.Hardware;
import vmmref.model.profile.Identification;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Hashing;

/// Rules read a parameter where it matters; here each is read before any rule is.
public final class Feasibility {

    private static final Seq<String> FLAGS = Vector.of(Profile.LONG_BRANCH, Profile.WIDE_ATOMICS, Profile.VIRTUAL_MACHINE_SWITCH, Profile.MODEL_SPECIFIC_REGISTERS, Profile.COUNT_LEADING_ZEROS, Profile.EXPORTED_FETCHADD, Profile.MORE_MONITORS);

    /// Bits of virtual address; the machine that a guest believes in may have one less, and no other one.
    private static final int FEWEST = 51;
    private static final int MOST   = 61;

    private Feasibility() { }

    /// {@return the profile}
    /// @throws IllegalArgumentException that says which parameter has a value that no machine has
    public static Profile feasible(Profile profile) {
        FLAGS.forEach(profile::has);
        profile.trapsUnimplementedFetch();
        profile.longTrapSlot();
        profile.reservesUpperStatus();
        profile.stacked();
        Hashing.of(profile);
        int virtual = profile.number("va");
        Validate.isTrue(virtual >= FEWEST && virtual <= MOST, "va is %d to %d, not %d", FEWEST, MOST, virtual);
        profile.dimensions();
        Identification.of(profile);
        Hardware.of(profile);
        return profile;
    }
}
