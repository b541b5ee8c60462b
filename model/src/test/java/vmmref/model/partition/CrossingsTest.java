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

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.spec.Partitions;

class CrossingsTest {
    private static final Processor SENDER = processor(C0, 1);
    private static final Event DATA = new Event.Data(SENDER, C1);
    private static final Event REACH = reach(0x123456);
    private static final Event INTERRUPT = interrupt(0x7f);

    /// Cell 0 in the mask of partition 0 and cells 1 and 3 in that of partition 1, of which the registers permit all of this and the link is enabled.
    private static At at(String differences) {
        return At.on("cells 4; status-lines 16; " + differences).after(new Event.Start(C0), new Event.Start(C2))
            .set(new Place.Route(P0), new CellSet(0b0001)).set(new Place.Route(P1), new CellSet(0b1010))
            .set(new Place.Enabled(P0), new PartitionSet(0b010)).set(new Place.Enabled(P1), new PartitionSet(0b001))
            .set(new Place.FirewallOf(P1), new Firewall(0x00020001)).set(new Place.SharingOf(P1), new Sharing(0x12345612345601L)).set(new Place.InterruptsOf(P1), new InterruptList(0x00802001));
    }

    private static At at() {
        return at("cells 4");
    }

    private static Event reach(int page) {
        return new Event.Reach(SENDER, P1, new Page(page));
    }

    private static Event interrupt(int vector) {
        return new Event.Interrupt(SENDER, P1, new InterruptVector(vector));
    }

    private static void arrives(At at, Event.Interrupt interrupt, int vector) {
        assertEquals(new Reaction(new Reply.Interrupted(new InterruptVector(vector)), false, Partitions.CROSSING_PERMITTED, Course.of(at.complex())), at.react(interrupt));
    }

    @Test
    void whatIsPermittedArrivesAndChangesNothing() {
        assertEquals(Partitions.CROSSING_PERMITTED, at().does(DATA));
        assertEquals(Partitions.CROSSING_PERMITTED, at().does(REACH));
        arrives(at(), new Event.Interrupt(SENDER, P1, new InterruptVector(0x7f)), 0x7f);
        assertEquals(at().complex(), at().after(DATA, REACH, INTERRUPT).complex());
    }

    @Test
    void insideAPartitionNothingIsAsked() {
        At inside = At.quick().after(new Event.Start(C0)).set(new Place.Route(P1), new CellSet(0b011));
        assertEquals(Partitions.CROSSING_PERMITTED, inside.does(DATA));
        assertEquals(Partitions.CROSSING_PERMITTED, inside.does(new Event.Data(SENDER, C0)));
        assertEquals(Partitions.CROSSING_PERMITTED, inside.does(REACH));
        arrives(inside, new Event.Interrupt(SENDER, P1, new InterruptVector(0x80)), 0x80);
    }

    @Test
    void aCellOfNoMaskSendsNothing() {
        At away = at().set(new Place.Route(P0), new CellSet(0b0100));
        assertEquals(Partitions.ROUTE_DISABLED, away.refuses(DATA));
        assertEquals(Partitions.ROUTE_DISABLED, away.refuses(new Event.Data(SENDER, C0)));
        assertEquals(Partitions.ROUTE_DISABLED, away.refuses(REACH));
        assertEquals(Partitions.ROUTE_DISABLED, away.refuses(INTERRUPT));
    }

    @Test
    void nothingGoesToACellOfNoMask() {
        assertEquals(Partitions.ROUTE_DISABLED, at().refuses(new Event.Data(SENDER, C2)));
        assertEquals(Partitions.ROUTE_DISABLED, at().set(new Place.Enabled(P0), PartitionSet.NONE).refuses(new Event.Data(SENDER, C2)));
    }

    @Test
    void theProfileMakesNoRoute() {
        At assigned = at().set(new Place.Route(P0), CellSet.NONE).set(new Place.Assigned(C0), Option.some(P0));
        assertEquals(Partitions.ROUTE_DISABLED, assigned.refuses(DATA));
    }

    @Test
    void withoutLinkNothingCrosses() {
        At apart = at().set(new Place.Enabled(P0), new PartitionSet(0b100)).set(new Place.Enabled(P1), new PartitionSet(0b100));
        assertEquals(Partitions.LINK_DISABLED, apart.refuses(DATA));
        assertEquals(Partitions.LINK_DISABLED, apart.refuses(REACH));
        assertEquals(Partitions.LINK_DISABLED, apart.refuses(INTERRUPT));
        assertEquals(Partitions.LINK_DISABLED, apart.set(new Place.FirewallOf(P1), new Firewall(0)).refuses(DATA));
        assertEquals(Partitions.LINK_DISABLED, at("bad-interrupt replace").set(new Place.Enabled(P0), PartitionSet.NONE).set(new Place.Enabled(P1), PartitionSet.NONE).refuses(INTERRUPT));
    }

    @ParameterizedTest
    @CsvSource({"0x00020001, true", "0xffffffff, true", "0xfffffffe, false", "0xfffdffff, false", "0x00020000, false", "0x00010002, false", "0x00000001, false"})
    void theFirewallPermitsSourceAndDestination(String bits, boolean permits) {
        At walled = at().set(new Place.FirewallOf(P1), new Firewall(Long.decode(bits))).set(new Place.FirewallOf(P0), new Firewall(-1));
        if (permits) assertEquals(Partitions.CROSSING_PERMITTED, walled.does(DATA));
        else         assertEquals(Partitions.PORT_FIREWALLED, walled.refuses(DATA));
        assertEquals(Partitions.CROSSING_PERMITTED, walled.does(REACH));
    }

    @ParameterizedTest
    @CsvSource({
        "0x00000000000001, 0x000000, true",
        "0x00000000000001, 0x000001, false",
        "0xffffffffffff01, 0xffffff, true",
        "0xffffffffffff01, 0xfffffe, false",
        "0xffffff00000001, 0x000000, true",
        "0xffffff00000001, 0xffffff, true",
        "0xffffff000000fe, 0x000000, false",
        "0x00001200001001, 0x000010, true",
        "0x00001200001001, 0x00000f, false",
        "0x00001200001001, 0x000012, true",
        "0x00001200001001, 0x000013, false",
        "0x00001000001201, 0x000011, false"})
    void theWindowHoldsItsFirstAndItsLastPage(String bits, String page, boolean permits) {
        At shared = at().set(new Place.SharingOf(P1), new Sharing(Long.decode(bits))).set(new Place.SharingOf(P0), new Sharing(0));
        Event reach = reach(Integer.decode(page));
        if (permits) assertEquals(Partitions.CROSSING_PERMITTED, shared.does(reach));
        else         assertEquals(Partitions.WINDOW_CLOSED, shared.refuses(reach));
        assertEquals(Partitions.CROSSING_PERMITTED, shared.does(DATA));
    }

    @ParameterizedTest
    @CsvSource({
        "0x00802001, 0x70, true",
        "0x00802001, 0x7f, true",
        "0x00802001, 0x6f, false",
        "0x00802001, 0x80, false",
        "0xff7f20ff, 0x7f, false",
        "0xffff20fe, 0x7f, false",
        "0x00012001, 0x00, true",
        "0x00012001, 0x10, false",
        "0x80002001, 0xff, true",
        "0x80002001, 0xef, false"})
    void anInterruptNeedsItsSenderAndItsGroup(String bits, String vector, boolean permits) {
        Event.Interrupt interrupt = new Event.Interrupt(SENDER, P1, new InterruptVector(Integer.decode(vector)));
        At reject  = at("bad-interrupt reject").set(new Place.InterruptsOf(P1), new InterruptList(Long.decode(bits)));
        At replace = at("bad-interrupt replace").set(new Place.InterruptsOf(P1), new InterruptList(Long.decode(bits)));
        if (permits) {
            arrives(reject, interrupt, Integer.decode(vector));
            arrives(replace, interrupt, Integer.decode(vector));
        } else {
            assertEquals(Partitions.INTERRUPT_BARRED, reject.refuses(interrupt));
            assertEquals(new Reaction(new Reply.Interrupted(new InterruptVector(0x20)), true, Partitions.INTERRUPT_BARRED, Course.of(replace.complex())), replace.react(interrupt));
        }
    }

    @Test
    void registersListPartitionsByTheirBits() {
        Partition last = new Partition(7);
        assertTrue(new Sharing(0x80).permits(last, new Page(0)));
        assertFalse(new Sharing(0x7f).permits(last, new Page(0)));
        assertTrue(new InterruptList(0x00010080).permits(last, new InterruptVector(15)));
        assertFalse(new InterruptList(0x0001007f).permits(last, new InterruptVector(15)));
        assertEquals(new InterruptVector(255), new InterruptList(0xff00).notification());
        assertEquals(new InterruptVector(0), new InterruptList(0xffff00ffL).notification());
        assertTrue(new Firewall(0x00800040).permits(new Cell(6), new Cell(7)));
        assertFalse(new Firewall(0x0080ffbfL).permits(new Cell(6), new Cell(7)));
    }

    @Test
    void whoExecutesNothingSendsNothing() {
        Processor idle = processor(C1, 0);
        assertEquals(Partitions.ACCESS_IDLE, at().refuses(new Event.Data(idle, C0)));
        assertEquals(Partitions.ACCESS_IDLE, at().refuses(new Event.Data(idle, C2)));
        assertEquals(Partitions.ACCESS_IDLE, at().refuses(new Event.Reach(idle, P1, new Page(0))));
        assertEquals(Partitions.ACCESS_IDLE, at().refuses(new Event.Interrupt(idle, P1, new InterruptVector(0))));
    }
}
