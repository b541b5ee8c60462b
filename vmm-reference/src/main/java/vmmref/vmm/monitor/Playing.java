package vmmref.vmm.monitor;

import java.util.function.UnaryOperator;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;

/// What a monitor takes the machine of a guest for where it does itself what that would do. An honest one takes it for what it is.
///
/// @param change what it makes of the rules of that machine
/// @param step   steps of what it takes it for
public record Playing(UnaryOperator<Semantics> change, Step step) {
    /// {@return what comes of a change of the machine that guests believe in}
    static Playing of(UnaryOperator<Semantics> change, Step guest) {
        Semantics changed = change.apply(guest.rules());
        return new Playing(change, changed.equals(guest.rules()) ? guest : Step.of(changed));
    }

    /// {@return the rules by which it acts}
    public Semantics rules() {
        return step.rules();
    }
}
