package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;

/// What runs in a partition: a monitor with guests.
///
/// @param guests  at least one
/// @param patches whether the monitor executes copies of code
/// @param astray  which memory of the first guest is not the partition's
public record Tenancy(Seq<GuestScene> guests, boolean patches, Astray astray) {
    private static final long DISTANCE = 1L << 24;
    /// Where the last frame of a guest ends, from its first one on.
    private static final long EXTENT = 0x620000;
    private static final int PAGES = 32;
    private static final int GRANTED = 2;

    /// Pages of a guest that a wrong map leads to other partitions: those of data to the first pages of the next partition, one of code to its first page, or those of data to two pages that the last of the others may grant.
    public enum Astray { NONE, DATA, CODE, WINDOW }

    /// {@return where the memory of a guest lies: that of the first one ends where the memory of the partition does}
    ///
    /// @param number of the guest
    /// @param end    the first address behind the partition's
    /// @param others where the memory of other partitions begins, the next one first
    public GuestMap map(int number, long end, Seq<Long> others) {
        GuestMap map = guests.get(number).map(end - EXTENT - number * DISTANCE, number);
        return number > 0 ? map : switch (astray) {
            case NONE   -> map;
            case DATA   -> map.with(run(GuestScene.DATA, PAGES, others.head()));
            case CODE   -> map.with(run(GuestScene.CODE, 1, others.head()));
            case WINDOW -> Vector.rangeBy(0, PAGES, GRANTED).foldLeft(map, (each, page) -> each.with(run(GuestScene.DATA + (long) page * GuestMap.PAGE, GRANTED, others.last() + GuestMap.PAGE)));
        };
    }

    private static GuestMap.Run run(long at, int pages, long first) {
        return new GuestMap.Run(at / GuestMap.PAGE, pages, new Backing.Frames(new PhysicalAddress(first)));
    }

    /// {@return the same with maps that are right}
    public Tenancy confined() {
        return new Tenancy(guests, patches, Astray.NONE);
    }
}
