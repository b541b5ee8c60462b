package vmmref.vmm.keys;

import vmmref.model.protect.Access;

/// How the hardware is told what the state of a page denies.
public enum Catching {
    /// It is not told: no first access is caught.
    NOTHING,
    /// By the protection key of the page.
    KEYS,
    /// By its access rights.
    RIGHTS,
    /// By its present bit.
    PRESENT;

    /// {@return whether the hardware can be let do an access to a page}
    public boolean opens(PageState state, Access access) {
        return switch (this) {
            case NOTHING      -> true;
            case KEYS, RIGHTS -> state.permits(access);
            case PRESENT      -> state.permits(access.executes() ? access : Access.READ_WRITE);
        };
    }
}
