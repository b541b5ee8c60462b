package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Recognitions;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognizer;
import vmmref.vmm.recognize.Scan;

/// Looks at code that it patched as if it were the guest's.
final class RecognizesItsOwnPatches {
    static final Member MEMBER = Member.recognizing("RecognizesItsOwnPatches", "a branch that the monitor put into the code is recognised when it looks again",
        Vector.of(Recognitions.OWN_PASSED), "RecognitionGuarantees.ownPatchesArePassed", RecognizesItsOwnPatches::wrong);

    private RecognizesItsOwnPatches() { }

    private static Recognizer wrong(Recognizer right) {
        return right.withCompiled(right.compiled().andThen(scan -> (Scan) (code, own) -> scan.scan(code, Own.NOTHING)));
    }
}
