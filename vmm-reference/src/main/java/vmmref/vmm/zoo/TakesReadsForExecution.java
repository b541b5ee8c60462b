package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.monitor.Monitoring;

/// Takes any first access to a page for that of code, as a handler does that asks for the key alone.
final class TakesReadsForExecution {
    static final Member MEMBER = Member.monitoring("TakesReadsForExecution", "a page of data that is read first is looked through, and closed to stores",
        Vector.of(FirstAccesses.STATE_MOVED), "FirstAccessGuarantees.moves", TakesReadsForExecution::wrong);

    private TakesReadsForExecution() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withWatch(right.watch().withMoving((state, access, own) -> state == PageState.UNSEEN && access == Access.READ ? Transition.TO_CODE : right.watch().moving().of(state, access, own)));
    }
}
