package vmmref.properties.arbitrary;

import java.util.SplittableRandom;
import vmmref.model.profile.Dimensions;

/// Values for the registers of a guest: few addresses, identifiers, keys and pages, so that they meet each other often.
///
/// @param random  where they come from
/// @param machine what the guest's machine implements
record GuestValues(SplittableRandom random, Dimensions machine) {
    private static final long DIRTY = 1L << 6;
    private static final int[] SIZES = {12, 12, 13, 14, 14, 16, 18};
    private static final long SECOND = 1L << 61;
    private static final long UNCACHED = Long.MIN_VALUE;

    private int pick(int number) {
        return random.nextInt(number);
    }

    /// {@return an address of data, in one of three regions, seldom one that does not exist}
    long address() {
        long offset = GuestScene.DATA + pick(32) * 0x1000L + pick(4) * 0x400L + (pick(8) == 0 ? pick(16) : 0);
        return switch (pick(16)) {
            case 0          -> offset | UNCACHED;
            case 1          -> offset | 1L << machine.virtualBits();
            case 2          -> pick(0x10) * 0x1000L;
            case 3, 4, 5, 6 -> offset | SECOND;
            case 7          -> offset | 7L << 61;
            default         -> offset;
        };
    }

    int size() {
        return SIZES[pick(SIZES.length)];
    }

    /// {@return a page-table entry: half of them permit all, but that some are not dirty, the others what comes}
    long entry() {
        long frame = (GuestScene.DATA + pick(32) * 0x1000L) & -(1L << size());
        long open = 0x661 | 3 << 7;
        return frame | switch (pick(4)) {
            case 0  -> (long) pick(2) | (pick(3) == 0 ? (4L + pick(2)) << 2 : 0) | pick(2) << 5 | pick(2) << 6 | (pick(2) * 3L) << 7 | (long) pick(8) << 9 | (long) pick(2) << 52;
            case 1  -> 0x61 | (pick(2) * 3L) << 7 | (long) pick(8) << 9;
            default -> pick(4) == 0 ? open & ~DIRTY : open;
        };
    }

    long itir() {
        return (long) pick(5) << 8 | (long) size() << 2;
    }

    /// {@return a region register}
    long region() {
        return (long) (1 + pick(3)) << 8 | (long) (12 + pick(3)) << 2 | pick(2);
    }

    /// {@return where a page table may lie, if it is walked}
    long pta() {
        return pick(2) == 0 ? 15 << 2 : (GuestScene.DATA + (pick(4) * 0x8000L) | 15 << 2 | (long) pick(2) << 8 | 1);
    }

    /// {@return PSR of which a guest may believe anything}
    long status() {
        GuestScene.Mode[] modes = GuestScene.Mode.values();
        return 1L << 13 | 1L << 44 | modes[pick(modes.length)].bits() | (long) pick(2) << 15 | (pick(4) == 0 ? 1L << 24 : 0) | (pick(8) == 0 ? 1L << 25 : 0) | (pick(8) == 0 ? 1L << 40 : 0) | (pick(8) == 0 ? 1L << 26 : 0) | (pick(4) == 0 ? (1L + pick(3)) << 32 : 0);
    }

    /// {@return what a general register holds at the start, by what instructions of guests use it for}
    long of(int register) {
        return switch (register) {
            case 3            -> GuestScene.CODE + pick(64) * 0x10L;
            case 4            -> (long) pick(4) << 62 | 16;
            case 5            -> (long) pick(4) << 62 | (long) pick(16) << 56 | (1L << 56) - (pick(2) == 0 ? 8 : 0x1000);
            case 6            -> 0;
            case 7            -> 1;
            case 8, 9, 10, 11 -> address();
            case 12           -> address();
            case 13, 14       -> entry();
            case 15           -> itir();
            case 16           -> (long) size() << 2;
            case 17           -> region();
            case 18           -> (long) pick(8) << 61;
            case 19           -> pick(8);
            case 22           -> status();
            case 23           -> status();
            case 24           -> pick(6) == 0 ? 0 : 1 + pick(3);
            case 25           -> (long) pick(5) << 8 | pick(16);
            case 28           -> pta();
            case 31           -> (long) pick(2) * 7 << 61 | 1L << machine.virtualBits() - pick(2) | pick(4) * 0x10L;
            case 29           -> random.nextLong() & 0x7f00;
            default           -> random.nextLong();
        };
    }
}
