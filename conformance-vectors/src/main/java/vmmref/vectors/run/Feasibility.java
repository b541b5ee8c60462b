/// Whether a machine can have the parameters of a profile.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Hardware;
import vmmref.model.profile.Identification;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Hashing;

/// Rules read a parameter where it matters; here each is read before any rule is.
public final class Feasibility {

    private static final Seq<String> FLAGS = Vector.of(Profile.LONG_BRANCH, Profile.WIDE_ATOMICS, Profile.VIRTUAL_MACHINE_SWITCH, Profile.MODEL_SPECIFIC_REGISTERS, Profile.EXPORTED_FETCHADD, Profile.MORE_MONITORS);

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
        profile.dimensions();
        Identification.of(profile);
        Hardware.of(profile);
        return profile;
    }
}
