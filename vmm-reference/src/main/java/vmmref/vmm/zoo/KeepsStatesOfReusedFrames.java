package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.monitor.Monitoring;

/// Leaves a frame as open as its last owner had it.
final class KeepsStatesOfReusedFrames {
    static final Member MEMBER = Member.monitoring("KeepsStatesOfReusedFrames", "instructions of a page are executed that nobody has looked through, after its frame came from somewhere else",
        Vector.of(FirstAccesses.PAGE_REUSED, FirstAccesses.EXECUTION_CAUGHT), "FirstAccessGuarantees.reused", KeepsStatesOfReusedFrames::wrong);

    private KeepsStatesOfReusedFrames() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withWatch(right.watch().withReusing((pages, changed) -> pages));
    }
}
