package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/// Every member of the zoo.
public final class Zoo {
    private static final Seq<Member> MEMBERS = Vector.of(
        AcceptsReservedTemplates.MEMBER,
        AsksOneProcessor.MEMBER,
        ChecksDirtyBeforeRights.MEMBER,
        ChecksRightsBeforeKeys.MEMBER,
        ComparesRegionNumberInPurge.MEMBER,
        FailsOpen.MEMBER,
        ForgetsInnerStops.MEMBER,
        ForgetsLevelOfExecution.MEMBER,
        IgnoresRegionIdentifier.MEMBER,
        LinksOnOneConsent.MEMBER,
        LosesSignOfLongBranch.MEMBER,
        MovesWithoutLeaving.MEMBER,
        OverlooksThashWithUnusedBits.MEMBER,
        RoutesBeforeItLooks.MEMBER,
        ShowsClosedRegisters.MEMBER,
        StaysSecureAfterJoin.MEMBER,
        TakesPredicateOnCover.MEMBER,
        TakesRights5ForRights3.MEMBER,
        TakesStatusFromSender.MEMBER);

    private Zoo() { }

    public static Seq<Member> members() {
        return MEMBERS;
    }

    public static Option<Member> named(String name) {
        return MEMBERS.find(member -> member.name().equals(name));
    }
}
