package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.spec.Partitions;

class LinksTest {
    private static final Event REQUEST = new Event.Request(P0, P1);

    /// Cell 0 is in partition 0 and cell 1 in partition 1, all secure.
    private static At at(String differences) {
        return At.on(differences).at(C0, Phase.RENDEZVOUS, P0).at(C1, Phase.RENDEZVOUS, P1);
    }

    private static At asked() {
        return at("cells 3").after(REQUEST);
    }

    private static At enabled() {
        return asked().after(zero(true), one(true));
    }

    private static Event zero(boolean consent) {
        return new Event.Answer(processor(C0, 0), P0, P1, consent);
    }

    private static Event one(boolean consent) {
        return new Event.Answer(processor(C1, 0), P1, P0, consent);
    }

    private static Vector<Word> links(At at) {
        return Vector.of(P0, P1, P2).map(partition -> at.rules().value(at.complex(), partition, RegisterClass.LINK));
    }

    private static Vector<Word> words(int zero, int one, int two) {
        return Vector.of(zero, one, two).map(bits -> new Word(bits));
    }

    @Test
    void aRequestAsksBoth() {
        assertEquals(Partitions.LINK_ASKED, at("cells 3").does(REQUEST));
        assertEquals(words(0x2, 0x1, 0), links(asked()));
        assertEquals(words(0x6, 0x1, 0x1), links(asked().after(new Event.Request(P2, P0))));
        assertEquals(Partitions.LINK_ASKED, At.quick().does(REQUEST));
    }

    @Test
    void noPartitionIsLinkedToItself() {
        assertEquals(Partitions.LINK_SELF, asked().refuses(new Event.Request(P0, P0)));
        assertEquals(Partitions.LINK_SELF, at("cells 3").set(new Place.Asked(P2), new PartitionSet(0b100)).refuses(new Event.Request(P2, P2)));
    }

    @Test
    void oneRequestIsMadeAtATime() {
        assertEquals(Partitions.LINK_PENDING, asked().refuses(REQUEST));
        assertEquals(Partitions.LINK_PENDING, asked().refuses(new Event.Request(P1, P0)));
        assertEquals(Partitions.LINK_PENDING, asked().after(zero(true)).refuses(REQUEST));
        assertEquals(Partitions.LINK_PENDING, enabled().refuses(REQUEST));
        assertEquals(Partitions.LINK_PENDING, enabled().refuses(new Event.Request(P1, P0)));
        assertEquals(Partitions.LINK_ASKED, enabled().does(new Event.Request(P1, P2)));
    }

    @Test
    void theFirstConsentIsRecorded() {
        assertEquals(Partitions.LINK_CONSENTED, asked().does(zero(true)));
        assertEquals(words(0x202, 0x1, 0), links(asked().after(zero(true))));
        assertEquals(Partitions.LINK_CONSENTED, asked().does(one(true)));
        assertEquals(words(0x2, 0x101, 0), links(asked().after(one(true))));
    }

    @Test
    void theSecondConsentEnablesTheLink() {
        assertEquals(Partitions.LINK_ENABLED, asked().after(zero(true)).does(one(true)));
        assertEquals(words(0x20200, 0x10100, 0), links(enabled()));
        assertEquals(Partitions.LINK_ENABLED, asked().after(one(true)).does(zero(true)));
        assertEquals(words(0x20200, 0x10100, 0), links(asked().after(one(true), zero(true))));
    }

    @Test
    void aConsentToSomebodyElseDoesNotCount() {
        At both = asked().after(new Event.Request(P1, P2), new Event.Answer(processor(C1, 1), P1, P2, true));
        assertEquals(Partitions.LINK_CONSENTED, both.does(zero(true)));
        assertEquals(words(0x202, 0x405, 0x2), links(both.after(zero(true))));
        assertEquals(words(0x20200, 0x10504, 0x2), links(both.after(zero(true), one(true))));
    }

    @Test
    void oneRefusalIsEnough() {
        assertEquals(Partitions.LINK_DENIED, asked().does(zero(false)));
        assertEquals(words(0, 0, 0), links(asked().after(zero(false))));
        assertEquals(words(0, 0, 0), links(asked().after(zero(true), one(false))));
        assertEquals(words(0, 0, 0), links(asked().after(zero(true), zero(false))));
        assertEquals(words(0, 0, 0), links(enabled().after(zero(false))));
        assertEquals(words(0, 0, 0), links(enabled().after(one(false))));
    }

    @Test
    void aRefusalConcernsOneLink() {
        At both = enabled().after(new Event.Request(P0, P2), new Event.Request(P2, P1));
        assertEquals(words(0x20204, 0x10104, 0x3), links(both));
        assertEquals(words(0x4, 0x4, 0x3), links(both.after(zero(false))));
    }

    @Test
    void afterADenialTheyMayBeAskedAgainAndNobodyHasConsented() {
        assertEquals(words(0x2, 0x1, 0), links(enabled().after(one(false), REQUEST)));
        assertEquals(Partitions.LINK_CONSENTED, asked().after(zero(true), one(false), REQUEST).does(one(true)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWasNotAskedDoesNotAnswer(boolean consent) {
        assertEquals(Partitions.LINK_UNASKED, at("cells 3").refuses(zero(consent)));
        assertEquals(Partitions.LINK_UNASKED, asked().refuses(new Event.Answer(processor(C0, 0), P0, P2, consent)));
        assertEquals(Partitions.LINK_UNASKED, asked().refuses(new Event.Answer(processor(C0, 0), P0, P0, consent)));
        assertEquals(Partitions.LINK_UNASKED, asked().after(zero(false)).refuses(one(consent)));
    }

    @Test
    void consentIsGivenOnce() {
        assertEquals(Partitions.LINK_UNASKED, asked().after(zero(true)).refuses(zero(true)));
        assertEquals(Partitions.LINK_DENIED, asked().after(zero(true)).does(zero(false)));
        assertEquals(Partitions.LINK_UNASKED, enabled().refuses(zero(true)));
        assertEquals(Partitions.LINK_UNASKED, enabled().refuses(one(true)));
    }

    @ParameterizedTest
    @CsvSource({"partition, LINK_CLOSED, LINK_CLOSED", "processor, LINK_CONSENTED, LINK_CLOSED"})
    void answersWriteTheRegisterLink(String gate, Partitions first, Partitions second) {
        At left = at("gate " + gate).after(REQUEST, new Event.Leave(processor(C0, 1)));
        assertEquals(first, left.react(zero(true)).because());
        assertEquals(second, left.refuses(new Event.Answer(processor(C0, 1), P0, P1, true)));
        assertEquals(second, left.refuses(new Event.Answer(processor(C0, 1), P0, P1, false)));
        assertEquals(second, left.refuses(new Event.Answer(processor(C0, 1), P0, P2, true)));
        assertEquals(Partitions.LINK_CONSENTED, left.does(one(true)));
    }

    @Test
    void theStatusIsWhatTheControllerThatAnswersSees() {
        At stuck = asked().after(new Event.Stick(new Event.Wire.Status(P0), 0, false));
        assertEquals(Partitions.LINK_CLOSED, stuck.refuses(zero(true)));
        assertEquals(Partitions.LINK_CONSENTED, stuck.does(one(true)));
        String readable = "open-secure status:r route:rw link:r firewall:rw sharing:rw interrupt:rw general:rw";
        assertEquals(Partitions.LINK_CLOSED, at(readable).after(REQUEST).refuses(zero(true)));
    }

    @Test
    void strangersDoNotAnswer() {
        assertEquals(Partitions.ACCESS_IDLE, asked().refuses(new Event.Answer(processor(C2, 0), P0, P1, true)));
        assertEquals(Partitions.ACCESS_IDLE, asked().set(new Place.Assigned(C2), Option.some(P0)).refuses(new Event.Answer(processor(C2, 0), P0, P1, false)));
        assertEquals(Partitions.ACCESS_FOREIGN, asked().refuses(new Event.Answer(processor(C1, 0), P0, P1, true)));
        assertEquals(Partitions.ACCESS_FOREIGN, asked().refuses(new Event.Answer(processor(C0, 0), P2, P1, false)));
    }

    @Test
    void theEndOfTheTimeDeniesARequest() {
        Event time = new Event.Expire(P0, P1);
        assertEquals(Partitions.LINK_DENIED, asked().does(time));
        assertEquals(words(0, 0, 0), links(asked().after(time)));
        assertEquals(words(0, 0, 0), links(asked().after(zero(true), new Event.Expire(P1, P0))));
        assertEquals(words(0x4, 0, 0x1), links(asked().after(new Event.Request(P0, P2), time)));
    }

    @Test
    void withoutARequestNoTimeEnds() {
        assertEquals(Partitions.LINK_UNEXPIRED, at("cells 3").refuses(new Event.Expire(P0, P1)));
        assertEquals(Partitions.LINK_UNEXPIRED, enabled().refuses(new Event.Expire(P0, P1)));
        assertEquals(Partitions.LINK_UNEXPIRED, asked().refuses(new Event.Expire(P0, P2)));
        assertEquals(Partitions.LINK_UNEXPIRED, asked().refuses(new Event.Expire(P0, P0)));
    }
}
