package vmmref.model.translate;

import vmmref.model.machine.Effects;

/// What comes of a reference, and what it reaches before anything is checked.
public record Arrival(Translated translated, Target target) {
    /// {@return what a walk for the reference changes: nothing if the reference faults}
    public Effects walked() {
        return target instanceof Target.Page page && !(translated instanceof Translated.Raised) ? page.walked() : Effects.NONE;
    }
}
