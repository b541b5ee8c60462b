package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Cfm;
import vmmref.spec.Executions;

/// Counts the rename bases up.
final class RotatesTheOtherWay {
    static final Member MEMBER = Member.executing("RotatesTheOtherWay", "a loop branch renames each register to the one with the number before",
        Vector.of(Executions.REGISTERS_ROTATED), "RenamingGuarantees.rotation", RotatesTheOtherWay::wrong);

    private RotatesTheOtherWay() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().matches("br\\.[cw](top|exit)") ? Results.changed(right, RotatesTheOtherWay::wrong) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.place() == Place.Frame.CFM && right.value() instanceof Cfm cfm ? new Write<>(Place.Frame.CFM, up(cfm), right.because()) : right;
    }

    private static Cfm up(Cfm down) {
        return down.rotated(up(down.rrbGr(), down.rotating()), up(down.rrbFr(), Cfm.ROTATING_FLOATING), up(down.rrbPr(), Cfm.ROTATING_PREDICATES));
    }

    /// {@return the base after the one that comes before it}
    private static int up(int down, int size) {
        return size == 0 ? 0 : (down + 2) % size;
    }
}
