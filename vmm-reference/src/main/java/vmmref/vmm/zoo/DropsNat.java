package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Encodings;
import vmmref.spec.Integers;

/// Computes with the 64 bits of registers alone.
final class DropsNat {
    static final Member MEMBER = Member.executing("DropsNat", "the result of an integer instruction is a thing even if its sources are not",
        Vector.of(Integers.NAT_PROPAGATED), "ArithmeticGuarantees.nats", DropsNat::wrong);

    private DropsNat() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.clause() == Encodings.INTEGER_ALU_FORM ? Results.changed(right, DropsNat::wrong) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.place() instanceof Place.General target && right.value() instanceof GeneralValue value
            ? new Write<>(target, GeneralValue.of(value.bits()), right.because()) : right;
    }
}
