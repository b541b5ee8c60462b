package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// Where an image has its parts in physical memory, and which registers its handlers use.
///
/// @param fetched the bits that distinguish addresses of its code from where they are in memory: none, or bit 63
/// @param kept    the first of four kernel registers in which the harness keeps what it needs
record Site(long fetched, int kept) {
    /// The interruption vector table, 32 KB, and the rest of the code: where branches reach it from the code of cases. Memory below is that of the cases.
    static final long CODE = 0xf00000;
    /// The page of the code is so large.
    static final int PAGE = 16;
    /// How many bytes the page of the code has.
    static final long CODE_SIZE = 1L << PAGE;
    /// Where a case is entered by a branch.
    static final long JUMP = CODE + 0x8000;
    /// The same, with PSR.ic set just before.
    static final long SET_JUMP = JUMP + 0x100;
    /// The same, with PSR.ic cleared just before.
    static final long CLEARED_JUMP = JUMP + 0x200;
    /// Where the rest of the code begins.
    static final long START = CODE + 0x8600;
    static final long VARIABLES = CODE + 0xf000;
    /// Where the register stack would go to, if it went to memory.
    static final long STACK = CODE + 0xe000;
    static final long TABLE = CODE + CODE_SIZE;
    /// The case table ends before it. From here to the log memory is that of the cases, too.
    static final long UPPER = 0x1200000;
    static final long LOG = 0xa000000;
    /// Simulators have so much memory.
    static final long MEMORY = 0x10000000;

    /// Two regions, with two choices of kernel registers each.
    static final Seq<Site> ALL = Vector.of(new Site(Long.MIN_VALUE, 4), new Site(0, 4), new Site(Long.MIN_VALUE, 0), new Site(0, 0));

    /// {@return where the branch of a slot leads that is in the place of an instruction at which a case is over}
    static long leaving(int slot) {
        return JUMP + 0x100 * (slot + 3);
    }

    long iva() {
        return CODE | fetched;
    }

    /// {@return whether a case may use memory here}
    static boolean isFree(long address) {
        return address >= 0 && address < CODE || address >= UPPER && address < LOG;
    }
}
