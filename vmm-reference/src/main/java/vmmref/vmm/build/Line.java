package vmmref.vmm.build;

import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;

/// An instruction of a program that is not cut into bundles yet.
///
/// @param unit of the instruction: A if it may stand in M and I slots, X for a long one
/// @param slot that encodes it
/// @param stop whether the instruction group ends after it
public record Line(Unit unit, Slot slot, boolean stop) {
    public Line {
        Validate.isTrue(unit != Unit.L, "no instruction has the unit L: a long one has the unit X");
        Validate.isTrue(slot.l() == 0 || unit == Unit.X, "an instruction of unit %s has no L slot", unit);
    }

    public Line withSlot(Slot changed) {
        return new Line(unit, changed, stop);
    }

    public Line withStop(boolean changed) {
        return new Line(unit, slot, changed);
    }
}
