package vmmref.vmm.scratch;

import static vmmref.spec.ScratchRegisters.SET_KEPT;
import static vmmref.spec.ScratchRegisters.SET_RESTORED;
import static vmmref.spec.ScratchRegisters.SET_SAVED;
import static vmmref.spec.ScratchRegisters.SET_UNTOUCHED;

import io.vavr.control.Option;
import vmmref.spec.Clause;
import vmmref.spec.ScratchRegisters;

/// Where what a guest believes to be in the set is: outside, in the registers; inside, in the area.
public enum Presence {
    OUTSIDE, INSIDE;

    /// What is done with the set.
    public enum Action { SAVE, RESTORE, NOTHING }

    /// What a passage leads to.
    ///
    /// @param because the clause that decided; none where there was no passage
    public record Move(Presence next, Action action, Option<Clause> because) {
        private static Move of(Presence next, Action action, Clause because) {
            return new Move(next, action, Option.some(because));
        }
    }

    /// {@return what a passage leads to}
    @ScratchRegisters.Rule({SET_SAVED, SET_KEPT, SET_RESTORED, SET_UNTOUCHED})
    public Move on(Passage passage) {
        return switch (passage) {
            case NONE  -> new Move(this, Action.NOTHING, Option.none());
            case ENTRY -> this == OUTSIDE ? Move.of(INSIDE, Action.SAVE, SET_SAVED) : Move.of(INSIDE, Action.NOTHING, SET_KEPT);
            case EXIT  -> this == INSIDE ? Move.of(OUTSIDE, Action.RESTORE, SET_RESTORED) : Move.of(OUTSIDE, Action.NOTHING, SET_UNTOUCHED);
        };
    }
}
