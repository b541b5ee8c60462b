package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.partition.Partitioner;
import vmmref.spec.Partitions;

/// Appends to a packet the status that its sender claims.
final class TakesStatusFromSender {
    static final Member MEMBER = Member.partitioning("TakesStatusFromSender", "a packet has the status that its sender claims",
        Vector.of(Partitions.PACKET_STAMPED), "PacketGuarantees.nobodyChoosesTheStatus", TakesStatusFromSender::wrong);

    private TakesStatusFromSender() { }

    private static Partitioner wrong(Partitioner right) {
        return right.withStamp((hardware, complex, packet) -> packet.claim());
    }
}
