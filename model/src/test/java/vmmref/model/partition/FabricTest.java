package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.processor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

class FabricTest {
    /// Cell 0 is secure; cell 1 runs other software.
    private static final At AT = At.quick().at(C0, Phase.RENDEZVOUS, P0).at(C1, Phase.RUNNING, P1);

    private static Event.Packet packet(Cell cell, boolean configures, Status claim) {
        return new Event.Packet(processor(cell, 1), P1, configures, new Word(0xc0ffee), claim);
    }

    private static void taken(Status status, Clause because, Event.Packet packet) {
        Reaction reaction = AT.react(packet);
        assertEquals(new Reply.Taken(status), reaction.reply());
        assertEquals(because, reaction.because());
        assertFalse(reaction.refused());
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aSecurePacketConfigures(Status claim) {
        taken(Status.SECURE, Partitions.FABRIC_CONFIGURED, packet(C0, true, claim));
        assertEquals(AT.set(new Place.Configuration(P1), new Word(0xc0ffee)), AT.after(packet(C0, true, claim)));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void anUnsecurePacketDoesNot(Status claim) {
        assertEquals(Partitions.FABRIC_UNSECURE, AT.refuses(packet(C1, true, claim)));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void otherPacketsAreTaken(Status claim) {
        taken(Status.SECURE, Partitions.PACKET_TAKEN, packet(C0, false, claim));
        taken(Status.UNSECURE, Partitions.PACKET_TAKEN, packet(C1, false, claim));
        assertEquals(AT, AT.after(packet(C0, false, claim), packet(C1, false, claim)));
    }

    @Test
    void aProcessorThatExecutesNothingSendsNoPacket() {
        assertEquals(Partitions.ACCESS_IDLE, AT.after(new Event.Reset(C0)).refuses(packet(C0, true, Status.SECURE)));
        assertEquals(Partitions.ACCESS_IDLE, AT.after(new Event.Reset(C0)).refuses(packet(C0, false, Status.SECURE)));
    }
}
