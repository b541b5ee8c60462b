package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;

/// Takes the copy of any virtual processor for all that execute a frame at one address.
final class SharesCopies {
    static final Member MEMBER = Member.monitoring("SharesCopies", "a move from a kernel register gives what another virtual processor has there",
        Vector.of(PatchedPages.CONSTANTS_APART), "CopyGuarantees.own", SharesCopies::wrong);

    private SharesCopies() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withAliasing(SharesCopies::first));
    }

    private static Alias first(Copies copies, Alias alias) {
        return copies.made().keySet().find(made -> new Alias(alias.processor(), made.frame(), made.page(), made.ed(), made.parking()).equals(alias)).getOrElse(alias);
    }
}
