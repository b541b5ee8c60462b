package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/// Every member of the zoo.
public final class Zoo {
    private static final Seq<Member> MEMBERS = Vector.of(
        AcceptsReservedTemplates.MEMBER,
        AsksOneProcessor.MEMBER,
        BeginsBundlesAgain.MEMBER,
        BranchesOneBundleOff.MEMBER,
        ChecksDirtyBeforeRights.MEMBER,
        ChecksRightsBeforeKeys.MEMBER,
        ClearsHighUse.MEMBER,
        CollectsAlways.MEMBER,
        CollectsOtherBundle.MEMBER,
        ComparesRegionNumberInPurge.MEMBER,
        DropsNat.MEMBER,
        DropsNatAtCollection.MEMBER,
        DropsStops.MEMBER,
        EmulatesForUsers.MEMBER,
        EndsLowestService.MEMBER,
        EvictsPinned.MEMBER,
        FailsOpen.MEMBER,
        FillsWithOldStatus.MEMBER,
        FlushesCachesAlone.MEMBER,
        FollowsOneAlias.MEMBER,
        ForgetsCover.MEMBER,
        ForgetsEpilogInCalls.MEMBER,
        ForgetsHighUse.MEMBER,
        ForgetsInnerStops.MEMBER,
        ForgetsLevelOfExecution.MEMBER,
        ForgetsSlotOfReturn.MEMBER,
        ForgetsTableInPurge.MEMBER,
        ForgetsToSettle.MEMBER,
        IgnoresByteOrder.MEMBER,
        IgnoresRegionIdentifier.MEMBER,
        KeepsImmediates.MEMBER,
        KeepsParked.MEMBER,
        KeepsStatesOfReusedFrames.MEMBER,
        LeaksCopies.MEMBER,
        LeaksGuestPhysical.MEMBER,
        LeaksScratchToUsers.MEMBER,
        LinksOnOneConsent.MEMBER,
        LosesNatOnSwitch.MEMBER,
        LosesPredicate.MEMBER,
        LosesSignOfLongBranch.MEMBER,
        MapsPastTheEnd.MEMBER,
        MixesOtherElements.MEMBER,
        MovesWithoutLeaving.MEMBER,
        NeverClearsStatus.MEMBER,
        OpensScratchSet.MEMBER,
        OverlooksThashWithUnusedBits.MEMBER,
        PatchesOneAliasOnly.MEMBER,
        PurgesFirstPiece.MEMBER,
        ReadsPatches.MEMBER,
        RecognizesInAnyUnit.MEMBER,
        RecognizesItsOwnPatches.MEMBER,
        ReflectsKeyEvictions.MEMBER,
        ResizesBeforeStores.MEMBER,
        RestoresWithoutEntry.MEMBER,
        ReturnsToThePatch.MEMBER,
        ReusesIdentifiers.MEMBER,
        RotatesTheOtherWay.MEMBER,
        RoutesBeforeItLooks.MEMBER,
        SavesAfterTheFirstUse.MEMBER,
        SavesTwice.MEMBER,
        SetsDirtyBits.MEMBER,
        SharesCopies.MEMBER,
        SharesStreams.MEMBER,
        ShiftsPredicateMask.MEMBER,
        ShowsClosedRegisters.MEMBER,
        SkipsUpdateWhenDeferred.MEMBER,
        SmearsWideValues.MEMBER,
        StaysSecureAfterJoin.MEMBER,
        StepsOverFaults.MEMBER,
        StoresWhatIsNoThing.MEMBER,
        TakesAnyTag.MEMBER,
        TakesKeyOfRegion.MEMBER,
        TakesPredicateOnCover.MEMBER,
        TakesReadsForExecution.MEMBER,
        TakesRights5ForRights3.MEMBER,
        TakesStatusFromSender.MEMBER,
        TakesTtagForThash.MEMBER,
        TellsHostItir.MEMBER,
        TellsStubs.MEMBER,
        TransfersBehindCopies.MEMBER,
        TrustsUsers.MEMBER,
        WalksEveryRegion.MEMBER,
        WrapsRotationAtFloating.MEMBER,
        WritesReadOnly.MEMBER);

    private Zoo() { }

    public static Seq<Member> members() {
        return MEMBERS;
    }

    public static Option<Member> named(String name) {
        return MEMBERS.find(member -> member.name().equals(name));
    }
}
