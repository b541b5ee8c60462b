package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.processor;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

class ControllersTest {
    private static final String OPENINGS = "open-secure status:r route:- link:w firewall:rw sharing:r interrupt:w general:-; open-unsecure status:- route:r link:r firewall:- sharing:w interrupt:r general:rw";
    private static final Word VALUE = new Word(0x123456789abcdefL);

    /// Cell 0 is in partition 0, whose registers hold something, and cell 1 in partition 1.
    private static At at(String differences) {
        return At.on(differences).at(C0, Phase.RENDEZVOUS, P0).at(C1, Phase.RENDEZVOUS, P1)
            .set(new Place.Route(P0), new CellSet(0x01)).set(new Place.Asked(P0), new PartitionSet(0x81)).set(new Place.Consented(P0), new PartitionSet(0x82))
            .set(new Place.Enabled(P0), new PartitionSet(0x84)).set(new Place.FirewallOf(P0), new Firewall(0xf1)).set(new Place.SharingOf(P0), new Sharing(0xf2))
            .set(new Place.InterruptsOf(P0), new InterruptList(0xf3)).set(new Place.General(P0), new Word(0xf4));
    }

    private static Event.Read read(int number, RegisterClass register) {
        return new Event.Read(processor(C0, number), P0, register);
    }

    private static Event.Write write(int number, RegisterClass register) {
        return new Event.Write(processor(C0, number), P0, register, VALUE);
    }

    private static void refused(Clause because, Reply reply, At at, Event event) {
        Reaction reaction = at.react(event);
        assertEquals(because, reaction.because());
        assertTrue(reaction.refused());
        assertEquals(reply, reaction.reply());
        assertEquals(at.complex(), reaction.complex());
    }

    private static boolean isOpen(At at, Event event) {
        Reaction reaction = at.react(event);
        assertEquals(reaction.refused() ? Partitions.ACCESS_CLOSED : Partitions.ACCESS_PERFORMED, reaction.because());
        return !reaction.refused();
    }

    private static String open(At at, int number) {
        return Vector.of(RegisterClass.values()).filter(register -> isOpen(at, read(number, register))).map(RegisterClass::text).mkString(" ");
    }

    private static String writable(At at, int number) {
        return Vector.of(RegisterClass.values()).drop(3).filter(register -> isOpen(at, write(number, register))).map(RegisterClass::text).mkString(" ");
    }

    @Test
    void eachClassIsOpenAsTheStatusSays() {
        At secure = at(OPENINGS);
        At unsecure = secure.after(new Event.Leave(processor(C0, 1)));
        assertEquals("status firewall sharing", open(secure, 0));
        assertEquals("firewall interrupt", writable(secure, 0));
        assertEquals("route link interrupt general", open(unsecure, 0));
        assertEquals("sharing general", writable(unsecure, 0));
    }

    @Test
    void theStatusIsThatOfThePartitionOrTheProcessor() {
        At left = at(OPENINGS + "; gate processor").after(new Event.Leave(processor(C0, 1)));
        assertEquals("status firewall sharing", open(left, 0));
        assertEquals("route link interrupt general", open(left, 1));
        At partition = at(OPENINGS + "; gate partition").after(new Event.Leave(processor(C0, 1)));
        assertEquals("route link interrupt general", open(partition, 0));
        assertEquals("route link interrupt general", open(partition, 1));
        assertEquals("route link interrupt general", open(at(OPENINGS).set(new Place.Assigned(C2), Option.some(P0)), 0));
    }

    @ParameterizedTest
    @EnumSource(Hardware.Gate.class)
    void theStatusIsWhatTheControllerSees(Hardware.Gate gate) {
        At slow = at(OPENINGS + "; status-lines 6; gate " + gate.name().toLowerCase(Locale.ROOT)).after(new Event.Leave(processor(C0, 0)));
        assertEquals("status firewall sharing", open(slow, 0));
        assertEquals("route link interrupt general", open(slow.ticks(1), 0));
        At unsecure = at(OPENINGS + "; status-lines 6; in-transfer unsecure; gate " + gate.name().toLowerCase(Locale.ROOT)).after(new Event.Start(C2));
        assertEquals("route link interrupt general", open(unsecure, 0));
        assertEquals("status firewall sharing", open(unsecure.ticks(1), 0));
    }

    @ParameterizedTest
    @CsvSource({"STATUS, 0xf", "ROUTE, 0x1", "LINK, 0x848281", "FIREWALL, 0xf1", "SHARING, 0xf2", "INTERRUPT, 0xf3", "GENERAL, 0xf4"})
    void aReadGivesTheRegister(RegisterClass register, String value) {
        At at = at("open-secure status:r route:r link:r firewall:r sharing:r interrupt:r general:r");
        Reaction reaction = at.react(read(1, register));
        assertEquals(new Reply.Value(new Word(Long.decode(value))), reaction.reply());
        assertEquals(Partitions.ACCESS_PERFORMED, reaction.because());
        assertFalse(reaction.refused());
        assertEquals(at.complex(), reaction.complex());
        assertEquals(new Word(Long.decode(value)), at.rules().value(at.complex(), P0, register));
    }

    @Test
    void aStatusRegisterOfThirtyTwoProcessorsIsPositive() {
        At widest = At.on("cells 8; processors 4; report-lines 8; status-lines 64").after(new Event.Start(new Cell(7)), new Event.Post(new Cell(7), Option.some(P0)));
        assertEquals(new Reply.Value(new Word(0xf0000000L)), widest.react(new Event.Read(processor(new Cell(7), 3), P0, RegisterClass.STATUS)).reply());
    }

    @Test
    void theStatusRegisterIsTheCopyThatTheControllerSees() {
        At slow = at("status-lines 6").after(new Event.Start(C2));
        assertEquals(new Word(0xf), slow.rules().value(slow.complex(), P0, RegisterClass.STATUS));
        assertEquals(new Word(0x3f), slow.rules().value(slow.ticks(1).complex(), P0, RegisterClass.STATUS));
    }

    @Test
    void aWriteReplacesTheRegister() {
        At at = at("cells 3");
        assertEquals(at.set(new Place.FirewallOf(P0), new Firewall(0x123456789abcdefL)), at.after(write(0, RegisterClass.FIREWALL)));
        assertEquals(at.set(new Place.SharingOf(P0), new Sharing(0x123456789abcdefL)), at.after(write(0, RegisterClass.SHARING)));
        assertEquals(at.set(new Place.InterruptsOf(P0), new InterruptList(0x123456789abcdefL)), at.after(write(0, RegisterClass.INTERRUPT)));
        assertEquals(at.set(new Place.General(P0), VALUE), at.after(write(0, RegisterClass.GENERAL)));
        assertEquals(Partitions.ACCESS_PERFORMED, at.does(write(0, RegisterClass.GENERAL)));
    }

    @ParameterizedTest
    @EnumSource(value = RegisterClass.class, names = {"STATUS", "ROUTE", "LINK"})
    void noAccessWritesAHardwiredRegister(RegisterClass register) {
        At open = at("open-secure status:rw route:rw link:rw firewall:rw sharing:rw interrupt:rw general:rw");
        refused(Partitions.REGISTER_HARDWIRED, Reply.Done.DONE, open, write(0, register));
        refused(Partitions.REGISTER_HARDWIRED, Reply.Done.DONE, at("open-secure status:- route:- link:- firewall:- sharing:- interrupt:- general:-"), write(0, register));
        refused(Partitions.REGISTER_HARDWIRED, new Reply.Failed(), at("refusal error"), write(0, register));
    }

    @ParameterizedTest
    @EnumSource(Hardware.Refusal.class)
    void aRefusedAccessShowsNothing(Hardware.Refusal refusal) {
        Vector<Reply> replies = Vector.of(new Reply.Value(new Word(-1)), new Reply.Silent(), new Reply.Failed());
        Vector<Reply> ignored = Vector.of(Reply.Done.DONE, new Reply.Silent(), new Reply.Failed());
        At at = at("open-secure status:- route:- link:- firewall:- sharing:- interrupt:- general:-; refusal " + refusal.name().toLowerCase(Locale.ROOT));
        for (RegisterClass register : RegisterClass.values()) refused(Partitions.ACCESS_CLOSED, replies.get(refusal.ordinal()), at, read(0, register));
        for (RegisterClass register : Vector.of(RegisterClass.values()).drop(3)) refused(Partitions.ACCESS_CLOSED, ignored.get(refusal.ordinal()), at, write(0, register));
        Processor stranger = processor(C1, 0);
        refused(Partitions.ACCESS_FOREIGN, replies.get(refusal.ordinal()), at, new Event.Read(stranger, P0, RegisterClass.GENERAL));
        refused(Partitions.ACCESS_FOREIGN, ignored.get(refusal.ordinal()), at, new Event.Write(stranger, P0, RegisterClass.STATUS, VALUE));
    }

    @Test
    void aProcessorThatExecutesNothingAsksForNothing() {
        Processor idle = processor(C2, 0);
        At at = at("refusal error").set(new Place.Assigned(C2), Option.some(P0));
        assertEquals(Partitions.ACCESS_IDLE, at.refuses(new Event.Read(idle, P0, RegisterClass.STATUS)));
        assertEquals(Partitions.ACCESS_IDLE, at.refuses(new Event.Read(idle, P1, RegisterClass.STATUS)));
        assertEquals(Partitions.ACCESS_IDLE, at.refuses(new Event.Write(idle, P0, RegisterClass.STATUS, VALUE)));
        assertEquals(Partitions.ACCESS_IDLE, at.refuses(new Event.Write(idle, P1, RegisterClass.GENERAL, VALUE)));
    }

    @Test
    void aCellInTheMaskIsNoStranger() {
        At routed = at("cells 3").set(new Place.Route(P0), new CellSet(0b010));
        assertFalse(routed.react(new Event.Read(processor(C1, 0), P0, RegisterClass.GENERAL)).refused());
        assertFalse(routed.react(new Event.Read(processor(C1, 0), P1, RegisterClass.GENERAL)).refused());
        assertFalse(routed.react(read(0, RegisterClass.GENERAL)).refused());
    }
}
