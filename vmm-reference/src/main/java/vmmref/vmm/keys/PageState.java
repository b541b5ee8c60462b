package vmmref.vmm.keys;

import static vmmref.spec.FirstAccesses.STATE_PERMITS;

import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.spec.FirstAccesses;

/// What a page of a guest has been used as.
public enum PageState {
    /// Nobody has used it.
    UNSEEN,
    DATA,
    /// Code in which nothing is to be patched.
    CODE,
    /// Code in which something is.
    PATCHED;

    /// {@return whether an access needs no answer of the monitor}
    @FirstAccesses.Rule(STATE_PERMITS)
    public boolean permits(Access access) {
        return switch (this) {
            case UNSEEN  -> false;
            case DATA    -> !access.executes();
            case CODE    -> !access.writes();
            case PATCHED -> access.executes();
        };
    }

    /// {@return whether another state permits all that this one does}
    public boolean isWithin(PageState other) {
        return Vector.of(Access.values()).forAll(access -> !permits(access) || other.permits(access));
    }
}
