package vmmref.vmm.monitor;

import static vmmref.spec.FirstAccesses.CODE_SCANNED;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.patch.Patcher;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Scan;

/// How a page is looked through before it is executed.
///
/// @param scan for sensitive instructions
record Scanning(Scan scan) {
    /// {@return what a page is that is executed; bundles that are alike are looked at once, as no block that is patched is of several instructions}
    @FirstAccesses.Rule(CODE_SCANNED)
    PageState state(Seq<Bundle> bundles) {
        return scan.scan(new Code(new VirtualAddress(0), bundles.distinct()), Own.NOTHING).exists(Patcher::isPatched) ? PageState.PATCHED : PageState.CODE;
    }
}
