package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Memories;

/// Leaves the base register alone when a speculative load is deferred, as a published emulator did.
final class SkipsUpdateWhenDeferred {
    static final Member MEMBER = Member.executing("SkipsUpdateWhenDeferred", "a speculative load that is deferred does not update its base register",
        Vector.of(Memories.TARGET_DEFERRED), "LoadGuarantees.deferredLoads", SkipsUpdateWhenDeferred::wrong);

    private SkipsUpdateWhenDeferred() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().matches("ld[1248]\\.sa?") ? execution -> wrong(right.of(execution)) : right;
    }

    private static Executed wrong(Executed right) {
        return right instanceof Executed.Done done && done.effects().writes().headOption().exists(first -> first.value() instanceof GeneralValue value && value.nat())
            ? done.with(Effects.of(done.effects().writes().filter(write -> write.because() != Memories.BASE_UPDATED))) : right;
    }
}
