package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Machine;
import vmmref.model.register.Pta;
import vmmref.spec.PatchedPages;

/// Looks up a guest's entries in the short format, whatever PTA says, as Xen on IA-64 did.
final class HashesShort {
    static final Member MEMBER = Member.emulating("HashesShort", "thash and ttag tell a guest of the short format although its table has the long one",
        Vector.of(PatchedPages.PATCH_TRAPPED), "PatchedPageGuarantees.alike", HashesShort::wrong);

    private static final long LONG = 1L << 8;

    private HashesShort() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().matches("thash|ttag") ? execution -> right.of(execution.on(wrong(execution.machine()))) : right;
    }

    private static Machine wrong(Machine right) {
        return right.withAddressing(right.addressing().withPta(new Pta(right.addressing().pta().bits() & ~LONG)));
    }
}
