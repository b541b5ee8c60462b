package vmmref.model.translate;

import static vmmref.spec.RegisterFiles.COLLECTION_EARLY;

import vmmref.model.machine.Addressing;
import vmmref.spec.RegisterFiles;

/// A change of PSR.ic that is not serialised yet, as an interruption finds it.
public final class Flight {
    private Flight() { }

    /// {@return whether a change of PSR.ic is in flight; it may be over before software serialises it}
    @RegisterFiles.Rule(COLLECTION_EARLY)
    public static boolean isOpen(Addressing machine, Choice choice) {
        return machine.inFlight() && !choice.takes(Freedom.IN_FLIGHT);
    }
}
