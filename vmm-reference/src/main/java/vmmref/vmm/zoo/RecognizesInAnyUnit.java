package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Unit;
import vmmref.spec.Recognitions;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Recognizer;

/// Compares the 41 bits of a slot, and does not look which instruction they are there.
final class RecognizesInAnyUnit {
    static final Member MEMBER = Member.recognizing("RecognizesInAnyUnit", "what looks like an instruction in a slot of another unit is taken for it",
        Vector.of(Recognitions.PATTERN_DIFFERS), "RecognitionGuarantees.theSameBitsInAnotherUnit", RecognizesInAnyUnit::wrong);

    private RecognizesInAnyUnit() { }

    private static Recognizer wrong(Recognizer right) {
        return right.withCompiled(Patterns.changed(RecognizesInAnyUnit::wrong).andThen(right.compiled()));
    }

    private static Seq<InstructionPattern> wrong(InstructionPattern right) {
        return Vector.of(Unit.M, Unit.I, Unit.F, Unit.B).reject(right.unit()::fits)
            .map(unit -> new InstructionPattern(right.name(), unit, right.mask(), right.value(), right.variables(), right.limits())).prepend(right);
    }
}
