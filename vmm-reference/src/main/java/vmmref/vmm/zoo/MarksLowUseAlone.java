package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.spec.RegisterFiles;

/// Does not set PSR.mfh, so that nobody saves the high floating-point registers.
final class MarksLowUseAlone {
    static final Member MEMBER = Member.executing("MarksLowUseAlone", "PSR.mfh stays 0 when f32 to f127 are written",
        Vector.of(RegisterFiles.FLOATING_MODIFIED), "RenamingGuarantees.floatingTargets", MarksLowUseAlone::wrong);

    private static final int FIRST_HIGH = 32;

    private MarksLowUseAlone() { }

    private static Meaning wrong(Form form, Meaning right) {
        Meaning wrong = execution -> right.of(execution) instanceof Executed.Done done
            ? done.with(Effects.of(done.effects().writes().reject(write -> isMark(done.effects(), write)))) : right.of(execution);
        return right.ignoresPredicate() ? new Meaning.Unpredicated(wrong) : wrong;
    }

    private static boolean isMark(Effects effects, Write<?> write) {
        return write.because() == RegisterFiles.FLOATING_MODIFIED && effects.writes().exists(each -> each.place() instanceof Place.Floating(int number) && number >= FIRST_HIGH);
    }
}
