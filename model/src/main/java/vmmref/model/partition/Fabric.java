package vmmref.model.partition;

import static vmmref.spec.Partitions.FABRIC_CONFIGURED;
import static vmmref.spec.Partitions.FABRIC_UNSECURE;
import static vmmref.spec.Partitions.PACKET_TAKEN;

import vmmref.spec.Partitions;

/// What fabric components do with packets.
///
/// @param stamp the status that hardware appends to a packet
record Fabric(Hardware hardware, Stamp stamp) {

    @Partitions.Rule({FABRIC_UNSECURE, FABRIC_CONFIGURED, PACKET_TAKEN})
    Reaction take(Complex complex, Event.Packet packet) {
        Status status = stamp.of(hardware, complex, packet);
        Course course = Course.of(complex);
        if (!packet.configures())      return new Reaction(new Reply.Taken(status), false, PACKET_TAKEN, course);
        if (status == Status.UNSECURE) return Reaction.refused(course, FABRIC_UNSECURE);
        return new Reaction(new Reply.Taken(status), false, FABRIC_CONFIGURED, course.put(new Place.Configuration(packet.partition()), packet.payload(), FABRIC_CONFIGURED));
    }
}
