package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;

/// Takes the first copy of a frame for all addresses at which it is executed.
final class PatchesOneAliasOnly {
    static final Member MEMBER = Member.monitoring("PatchesOneAliasOnly", "code under its second address comes back from a stub to the first one",
        Vector.of(PatchedPages.ALIAS_COPIED), "PatchedPageGuarantees.alike", PatchesOneAliasOnly::wrong);

    private PatchesOneAliasOnly() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withAliasing(PatchesOneAliasOnly::first));
    }

    private static Alias first(Copies copies, Alias alias) {
        return copies.made().keySet().find(made -> made.frame() == alias.frame() && made.processor() == alias.processor()).getOrElse(alias);
    }
}
