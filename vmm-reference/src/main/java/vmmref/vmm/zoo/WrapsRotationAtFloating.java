package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Cfm;
import vmmref.spec.Executions;

/// Takes as many general registers to rotate as there are floating-point ones.
final class WrapsRotationAtFloating {
    static final Member MEMBER = Member.executing("WrapsRotationAtFloating", "the rename base of general registers wraps to 95, however few of them rotate",
        Vector.of(Executions.REGISTERS_ROTATED), "RenamingGuarantees.rotation", WrapsRotationAtFloating::wrong);

    private WrapsRotationAtFloating() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().matches("br\\.[cw](top|exit)") ? Results.changed(right, WrapsRotationAtFloating::wrong) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.place() == Place.Frame.CFM && right.value() instanceof Cfm cfm && cfm.sor() > 0 && cfm.rrbGr() == cfm.rotating() - 1
            ? new Write<>(Place.Frame.CFM, cfm.rotated(Cfm.ROTATING_FLOATING - 1, cfm.rrbFr(), cfm.rrbPr()), right.because()) : right;
    }
}
