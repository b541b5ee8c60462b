package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Memories;

/// Loses through memory that a floating-point register holds no thing.
final class FillsNumbersAlone {
    static final Member MEMBER = Member.executing("FillsNumbersAlone", "a floating-point register that was spilled as NaTVal is filled as 0",
        Vector.of(Memories.FLOAT_LOADED), "StoreGuarantees.spillsComeBack", FillsNumbersAlone::wrong);

    private FillsNumbersAlone() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().startsWith("ldf.fill") ? Results.changed(right, FillsNumbersAlone::wrong) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.place() instanceof Place.Floating target && right.value() instanceof FloatingValue value && value.isNatVal()
            ? new Write<>(target, FloatingValue.ZERO, right.because()) : right;
    }
}
