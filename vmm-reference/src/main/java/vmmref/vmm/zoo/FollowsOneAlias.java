package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.memory.PhysicalAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Monitoring;

/// Follows a store to a page only if that is executed at one address.
final class FollowsOneAlias {
    static final Member MEMBER = Member.monitoring("FollowsOneAlias", "code that a device has overwritten is executed still if its page was at two addresses before",
        Vector.of(PatchedPages.ALIASES_CONFLUENT), "CopyGuarantees.confluent", FollowsOneAlias::wrong);

    private FollowsOneAlias() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withFollowing((answer, host) -> isAliased(answer, host) ? answer : right.patching().following().followed(answer, host)));
    }

    private static boolean isAliased(Answer answer, PhysicalAddress host) {
        return answer.monitor().pages().pieces(host.bits() / GuestMap.PAGE).map(Pages.Piece::page).size() > 1;
    }
}
