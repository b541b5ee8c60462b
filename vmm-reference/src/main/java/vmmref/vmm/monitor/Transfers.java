package vmmref.vmm.monitor;

import static vmmref.spec.PatchedPages.TRANSFER_FOLLOWED;

import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// Stores that devices make to memory of guests, which no translation of a guest sees.
final class Transfers {
    private static final int WORD = 8;

    private Transfers() { }

    /// {@return the answer after a device has stored a word; code that it has changed is looked through again}
    ///
    /// @param machine the number of the guest
    /// @param at      a multiple of 8, behind which there is a frame
    @PatchedPages.Rule(TRANSFER_FOLLOWED)
    static Answer to(Answer answer, int machine, GuestPhysicalAddress at, long word) {
        Machine believed = Answering.believed(answer);
        PhysicalAddress host = answer.monitor().maps().get(machine).host(at).get();
        Answer stored = answer.because(TRANSFER_FOLLOWED).then(new Privileged.Storing(host, WORD, word, false));
        return Resuming.of(stored.rules().patching().following().followed(stored, host), believed);
    }
}
