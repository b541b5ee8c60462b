package vmmref.vectors.running;

import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Exit;
import vmmref.vmm.monitor.Hosting;

/// Sees what guests and their monitor do.
public interface GuestWatcher {
    /// Sees nothing.
    GuestWatcher NONE = new GuestWatcher() { };

    /// The hardware is about to make a turn.
    ///
    /// @param number how many instructions of the guest came before it
    default void turns(long number, Hosting before) { }

    /// The monitor answered.
    ///
    /// @param before the machine and its monitor before the exit
    default void answered(Hosting before, Exit exit, Answer answer) { }

    /// The monitor lets another guest go on.
    ///
    /// @param from the number of the guest that ran
    default void switched(int from, Answer answer) { }
}
