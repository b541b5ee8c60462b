package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.spec.Translations;

/// Purges translation registers, and not what overlaps the range in the caches, as a published emulator did.
final class LeavesOverlappedCached {
    static final Member MEMBER = Member.executing("LeavesOverlappedCached", "ptr leaves translations of the caches",
        Vector.of(Translations.REGISTER_PURGED), "IndirectGuarantees.translationsChanged", LeavesOverlappedCached::wrong);

    private LeavesOverlappedCached() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().startsWith("ptr") ? execution -> wrong(right.of(execution)) : right;
    }

    private static Executed wrong(Executed right) {
        return right instanceof Executed.Done(var effects, var because) ? new Executed.Done(Effects.of(effects.writes().reject(write -> write.place() instanceof Place.Cached)), because) : right;
    }
}
