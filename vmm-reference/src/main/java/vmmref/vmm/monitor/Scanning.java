package vmmref.vmm.monitor;

import static vmmref.spec.FirstAccesses.CODE_SCANNED;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.patch.Patcher;

/// How a page is looked through before it is executed.
record Scanning(Patcher patcher) {
    /// {@return what a page is that is executed; bundles that are alike are looked at once, as no block that is patched is of several instructions}
    @FirstAccesses.Rule(CODE_SCANNED)
    PageState state(Seq<Bundle> bundles, boolean parking) {
        return patcher.isConcerned(bundles.distinct(), parking) ? PageState.PATCHED : PageState.CODE;
    }
}
