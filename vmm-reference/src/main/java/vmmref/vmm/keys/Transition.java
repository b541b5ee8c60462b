package vmmref.vmm.keys;

import static vmmref.spec.FirstAccesses.STATE_MOVED;

import vmmref.model.protect.Access;
import vmmref.spec.FirstAccesses;

/// What an access that a guest's own machine permits makes of its page.
public enum Transition {
    /// The state permits it.
    NONE,
    /// The page is data from now on.
    TO_DATA,
    /// The page is looked through, and is code from now on.
    TO_CODE,
    /// The monitor does the access; the page stays what it is.
    EMULATED;

    /// {@return what an access makes of its page}
    ///
    /// @param own whether the instruction that makes it is in the same page
    @FirstAccesses.Rule(STATE_MOVED)
    public static Transition of(PageState state, Access access, boolean own) {
        if (state.permits(access)) return NONE;
        if (access.executes())     return TO_CODE;
        if (access.writes())       return own ? EMULATED : TO_DATA;
        return state == PageState.UNSEEN ? TO_DATA : EMULATED;
    }
}
