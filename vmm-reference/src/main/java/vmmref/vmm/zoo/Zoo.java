package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/// Every member of the zoo.
public final class Zoo {
    private static final Seq<Member> MEMBERS = Vector.of(
        AcceptsReservedTemplates.MEMBER,
        AsksOneProcessor.MEMBER,
        BranchesOneBundleOff.MEMBER,
        ChecksDirtyBeforeRights.MEMBER,
        ChecksRightsBeforeKeys.MEMBER,
        ComparesRegionNumberInPurge.MEMBER,
        DropsStops.MEMBER,
        FailsOpen.MEMBER,
        ForgetsInnerStops.MEMBER,
        ForgetsLevelOfExecution.MEMBER,
        ForgetsToSettle.MEMBER,
        IgnoresRegionIdentifier.MEMBER,
        LinksOnOneConsent.MEMBER,
        LosesPredicate.MEMBER,
        LosesSignOfLongBranch.MEMBER,
        MovesWithoutLeaving.MEMBER,
        OverlooksThashWithUnusedBits.MEMBER,
        RecognizesInAnyUnit.MEMBER,
        RecognizesItsOwnPatches.MEMBER,
        ReturnsToThePatch.MEMBER,
        RoutesBeforeItLooks.MEMBER,
        ShowsClosedRegisters.MEMBER,
        SmearsWideValues.MEMBER,
        StaysSecureAfterJoin.MEMBER,
        TakesPredicateOnCover.MEMBER,
        TakesRights5ForRights3.MEMBER,
        TakesStatusFromSender.MEMBER,
        TakesTtagForThash.MEMBER);

    private Zoo() { }

    public static Seq<Member> members() {
        return MEMBERS;
    }

    public static Option<Member> named(String name) {
        return MEMBERS.find(member -> member.name().equals(name));
    }
}
