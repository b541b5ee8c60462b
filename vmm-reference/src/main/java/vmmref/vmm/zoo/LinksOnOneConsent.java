package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.partition.Partitioner;
import vmmref.spec.Partitions;

/// Enables a link when the first of the two consents.
final class LinksOnOneConsent {
    static final Member MEMBER = Member.partitioning("LinksOnOneConsent", "a link is enabled by the consent of one side",
        Vector.of(Partitions.LINK_CONSENTED), "LinkGuarantees.bothMustConsent", LinksOnOneConsent::wrong);

    private LinksOnOneConsent() { }

    private static Partitioner wrong(Partitioner right) {
        return right.withAgreement((other, consenting) -> true);
    }
}
