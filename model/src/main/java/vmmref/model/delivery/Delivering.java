package vmmref.model.delivery;

import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Choice;

/// Delivers interruptions. A wrong machine may do it in another way.
@FunctionalInterface
public interface Delivering {
    /// {@return what the delivery of an interruption changes}
    ///
    /// @param machine which goes on where it stands when the interruption returns: at the instruction that faulted, or behind the one that trapped
    Effects of(Machine machine, Cause cause, Choice choice);

    /// {@return the same on another implementation}
    default Delivering on(Profile profile) {
        return this;
    }
}
