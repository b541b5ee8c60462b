package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/// Every member of the zoo.
public final class Zoo {
    private static final Seq<Member> MEMBERS = Vector.of(
        AcceptsReservedTemplates.MEMBER,
        ChecksDirtyBeforeRights.MEMBER,
        ChecksRightsBeforeKeys.MEMBER,
        ComparesRegionNumberInPurge.MEMBER,
        ForgetsInnerStops.MEMBER,
        ForgetsLevelOfExecution.MEMBER,
        IgnoresRegionIdentifier.MEMBER,
        LosesSignOfLongBranch.MEMBER,
        OverlooksThashWithUnusedBits.MEMBER,
        TakesPredicateOnCover.MEMBER,
        TakesRights5ForRights3.MEMBER);

    private Zoo() { }

    public static Seq<Member> members() {
        return MEMBERS;
    }

    public static Option<Member> named(String name) {
        return MEMBERS.find(member -> member.name().equals(name));
    }
}
