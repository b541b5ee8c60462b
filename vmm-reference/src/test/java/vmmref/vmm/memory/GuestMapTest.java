package vmmref.vmm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vmm.memory.GuestMap.Run;

class GuestMapTest {
    private static final Seq<PageSize> SIZES = Vector.of(12, 13, 14, 16, 18).map(PageSize::new);

    private static Run frames(long first, long number, long host) {
        return new Run(first, number, new Backing.Frames(new PhysicalAddress(host)));
    }

    private static GuestPhysicalAddress at(long bits) {
        return new GuestPhysicalAddress(bits);
    }

    private static Option<Long> host(GuestMap map, long bits) {
        return map.host(at(bits)).map(PhysicalAddress::bits);
    }

    @Test
    void aPageLeadsToItsFrame() {
        GuestMap map = GuestMap.EMPTY.with(frames(4, 2, 0x90000));
        assertEquals(Option.none(), host(map, 0x3fff));
        assertEquals(Option.some(0x90000L), host(map, 0x4000));
        assertEquals(Option.some(0x91abcL), host(map, 0x5abc));
        assertEquals(Option.none(), host(map, 0x6000));
    }

    @Test
    void noTranslationLeadsToADevice() {
        GuestMap map = GuestMap.EMPTY.with(new Run(4, 1, new Backing.Device(7, 0)));
        assertEquals(Option.some(new Backing.Device(7, 0)), map.at(at(0x4010)));
        assertEquals(Option.none(), host(map, 0x4010));
        assertEquals(Option.none(), map.piece(at(0x4010), SIZES));
    }

    @Test
    void runsThatFollowEachOtherAreOne() {
        GuestMap map = GuestMap.EMPTY.with(frames(4, 1, 0x90000)).with(frames(6, 1, 0x92000)).with(frames(5, 1, 0x91000));
        assertEquals(Vector.of(frames(4, 3, 0x90000)), map.runs());
        assertEquals(2, GuestMap.EMPTY.with(frames(4, 1, 0x90000)).with(frames(5, 1, 0x92000)).runs().size());
    }

    @Test
    void whatIsTakenLeavesTheRest() {
        GuestMap map = GuestMap.EMPTY.with(frames(0, 16, 0x100000)).without(4, 2);
        assertEquals(Vector.of(frames(0, 4, 0x100000), frames(6, 10, 0x106000)), map.runs());
        assertEquals(Vector.of(frames(0, 2, 0x100000), frames(10, 6, 0x10a000)), map.without(2, 8).runs());
        assertEquals(map, map.without(4, 2));
        assertEquals(GuestMap.EMPTY, map.without(0, 16));
        assertEquals(Vector.of(frames(0, 4, 0x100000), frames(4, 2, 0x700000), frames(6, 10, 0x106000)), map.with(frames(4, 2, 0x700000)).runs());
    }

    @Test
    void aPieceIsTheLargestPageThatLiesTogether() {
        GuestMap map = GuestMap.EMPTY.with(frames(0, 64, 0x100000)).with(frames(64, 64, 0x801000));
        assertEquals(Option.some(new PageSize(18)), map.piece(at(0x12345), SIZES));
        assertEquals(Option.some(new PageSize(14)), map.piece(at(0x12345), SIZES.take(3)));
        assertEquals(Option.some(new PageSize(12)), map.piece(at(0x40000), SIZES));
        assertEquals(Option.some(new PageSize(16)), map.without(0x20, 1).piece(at(0x12345), SIZES));
        assertEquals(Option.none(), map.piece(at(0x80000), SIZES));
    }

    @Test
    void someRunsAreCutAndOthersStay() {
        GuestMap map = GuestMap.EMPTY.with(frames(0, 4, 0x100000)).with(frames(6, 2, 0x200000)).with(frames(10, 2, 0x300000));
        assertEquals(map, map.without(4, 2));
        assertEquals(map, map.without(8, 2));
        assertEquals(map, map.without(20, 5));
        assertEquals(Vector.of(frames(0, 4, 0x100000), frames(6, 1, 0x200000), frames(11, 1, 0x301000)), map.without(7, 4).runs());
        assertEquals(Vector.of(frames(0, 3, 0x100000), frames(7, 1, 0x201000), frames(10, 2, 0x300000)), map.without(3, 4).runs());
        assertEquals(Vector.of(frames(10, 2, 0x300000)), map.without(0, 10).runs());
        assertEquals(Vector.of(frames(0, 4, 0x100000), frames(5, 2, 0x500000), frames(7, 1, 0x201000), frames(10, 2, 0x300000)), map.with(frames(5, 2, 0x500000)).runs());
    }

    @Test
    void whatIsBehindWhat() {
        GuestMap map = GuestMap.EMPTY.with(frames(4, 2, 0x90000)).with(frames(8, 1, 0x91000)).with(new Run(16, 2, new Backing.Device(7, 3)));
        assertEquals(Vector.of(0x4000L), map.behind(new PhysicalAddress(0x90000)).map(PhysicalAddress::bits));
        assertEquals(Vector.of(0x5fffL, 0x8fffL), map.behind(new PhysicalAddress(0x91fff)).map(PhysicalAddress::bits));
        assertEquals(Vector.empty(), map.behind(new PhysicalAddress(0x92000)));
        assertEquals(Vector.empty(), map.behind(new PhysicalAddress(0x8ffff)));
        assertEquals(Vector.of(0x10000L), map.behind(7, new PhysicalAddress(0x3000)).map(PhysicalAddress::bits));
        assertEquals(Vector.of(0x11fffL), map.behind(7, new PhysicalAddress(0x4fff)).map(PhysicalAddress::bits));
        assertEquals(Vector.empty(), map.behind(7, new PhysicalAddress(0x5000)));
        assertEquals(Vector.empty(), map.behind(7, new PhysicalAddress(0x2fff)));
        assertEquals(Vector.empty(), map.behind(6, new PhysicalAddress(0x3000)));
    }

    @Test
    void anAddressIsSixteenDigits() {
        assertEquals("0000000000012345", at(0x12345).toString());
    }

    @Test
    void whatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> frames(4, 0, 0x90000));
        assertThrows(IllegalArgumentException.class, () -> frames(4, 1, 0x90010));
        assertThrows(IllegalArgumentException.class, () -> at(-1));
    }
}
