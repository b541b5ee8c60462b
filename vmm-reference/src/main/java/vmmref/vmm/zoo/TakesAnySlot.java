package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Translations;

/// Takes the number of a translation register for one that there is, as Xen on IA-64 did, where a guest overwrote memory of the monitor so.
final class TakesAnySlot {
    static final Member MEMBER = Member.executing("TakesAnySlot", "an insertion into a translation register that there is not goes into another one",
        Vector.of(Translations.INDEX_ABSENT), "IndirectGuarantees.translationsChanged", TakesAnySlot::wrong);

    private TakesAnySlot() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().startsWith("itr") ? execution -> right.of(execution.on(wrong(execution))) : right;
    }

    private static Machine wrong(Execution right) {
        int slots = Math.min(right.translator().dimensions().itrs(), right.translator().dimensions().dtrs());
        return right.operands().r3() == 0 ? right.machine() : new Place.General(right.operands().r3()).with(right.machine(), new GeneralValue(right.r3().bits() % slots, right.r3().nat()));
    }
}
