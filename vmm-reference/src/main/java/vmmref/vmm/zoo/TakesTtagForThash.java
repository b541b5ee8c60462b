package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Slot;
import vmmref.spec.Recognitions;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Recognizer;

/// Compares one bit of the key of thash too few.
final class TakesTtagForThash {
    static final Member MEMBER = Member.recognizing("TakesTtagForThash", "ttag, which differs in one bit, is taken for thash",
        Vector.of(Recognitions.SENSITIVE_PATCHED), "RecognitionGuarantees.sensitiveInstructionsAreRecognised", TakesTtagForThash::wrong);

    private TakesTtagForThash() { }

    private static Recognizer wrong(Recognizer right) {
        return right.withCompiled(Patterns.changed(TakesTtagForThash::wrong).andThen(right.compiled()));
    }

    private static Seq<InstructionPattern> wrong(InstructionPattern right) {
        Slot kept = Slot.of(right.mask().bits() & ~(1L << 27));
        return Vector.of(right.name().equals("thash r1=r3") ? new InstructionPattern(right.name(), right.unit(), kept, right.value(), right.variables(), right.limits()) : right);
    }
}
