package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.execute.Meanings;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.spec.Integers;

/// Counts the elements of a register from the other end, as a published emulator did.
final class MixesOtherElements {
    static final Member MEMBER = Member.executing("MixesOtherElements", "mix.l takes the elements that mix.r takes",
        Vector.of(Integers.ELEMENTS_MIXED), "ParallelGuarantees.orders", MixesOtherElements::wrong);

    private MixesOtherElements() { }

    private static Meaning wrong(Form form, Meaning right) {
        String mnemonic = form.syntax().mnemonic();
        return mnemonic.matches("mix[124]\\.l") ? ofOther(mnemonic.replace(".l", ".r")) : right;
    }

    private static Meaning ofOther(String mnemonic) {
        return Forms.architected().find(form -> form.syntax().mnemonic().equals(mnemonic)).flatMap(Meanings::of).get();
    }
}
