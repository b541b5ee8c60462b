package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.FLOATING_MODIFIED;

import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Clause;
import vmmref.spec.RegisterFiles;

/// What writing a floating-point register changes.
final class Floats {
    private static final int MFL = 4;
    private static final int MFH = 5;

    private Floats() { }

    /// {@return the new value, and the bit of PSR that remembers it}
    static Effects written(Machine machine, int register, FloatingValue value, Clause because) {
        return Effects.of(new Place.Floating(register), value, because).then(modified(machine, register));
    }

    /// {@return the bit of PSR that remembers that a register was a target}
    @RegisterFiles.Rule(FLOATING_MODIFIED)
    static Effects modified(Machine machine, int register) {
        int bit = register < 32 ? MFL : MFH;
        return (machine.psr().bits() >>> bit & 1) != 0 ? Effects.NONE : Effects.of(Place.Status.PSR, machine.psr().with(bit, true), FLOATING_MODIFIED);
    }
}
