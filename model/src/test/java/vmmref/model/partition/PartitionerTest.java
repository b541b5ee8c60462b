package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.model.profile.Profile;

class PartitionerTest {
    private static final Partitioner RULES = Partitioner.architected(Profile.named("itanium2").get());

    @Test
    void oneAnswerIsReplacedAtATime() {
        Hardware hardware = At.hardware("cells 5");
        Code code = (first, second) -> Status.SECURE;
        Aggregate aggregate = (same, complex, partition, statuses) -> Status.SECURE;
        Shown shown = (same, complex, read) -> new Reply.Silent();
        CellLife life = new CellLife(Vector.empty());
        Itinerary itinerary = Itinerary.architected().withJoin(Vector.empty());
        RouteGate gate = (same, cell, seen) -> true;
        Closing closing = (same, cell, register) -> register;
        Stamp stamp = (same, complex, packet) -> packet.claim();
        Agreement agreement = (other, consenting) -> true;
        assertEquals(new Partitioner(hardware, code, aggregate, shown, life, itinerary, gate, closing, stamp, agreement),
            RULES.on(hardware).withCode(code).withAggregate(aggregate).withShown(shown).withLife(life).withItinerary(itinerary).withGate(gate).withClosing(closing).withStamp(stamp)
                .withAgreement(agreement));
        assertSame(code, RULES.withCode(code).code());
    }

    @Test
    void theRulesAreThoseOfAProfile() {
        assertEquals(Hardware.of(Profile.named("itanium2").get()), RULES.hardware());
        assertEquals(Hardware.of(Profile.named("maximal").get()), RULES.on(Profile.named("maximal").get()).hardware());
        assertEquals(RULES, RULES.on(Profile.named("maximal").get()).on(Profile.named("itanium2").get()));
    }
}
