package vmmref.properties.arbitrary.kernel;

import vmmref.model.memory.VirtualAddress;

/// Where things lie in the memory of a guest that is an operating system. The kernel has the first 256 KB in region 0 at their own addresses; each process has region 1 for itself while it runs.
final class Layout {
    /// What the kernel knows of its processes: one after the other, so many bytes each.
    static final long PROCESSES = 0x8000;
    static final int PROCESS_BYTES = 0x400;
    /// How often each vector was reached at which something was refused: a word for each 256 bytes of the table.
    static final long COUNTERS = 0x9000;
    /// Where the kernel's own registers are spilled to.
    static final long STACK = 0xa000;
    /// A page of data of the kernel.
    static final long KERNEL_DATA = 0xc000;
    /// A page of code that the kernel changes.
    static final long KERNEL_ROUTINE = 0xe000;
    static final long KERNEL = 0x10000;
    /// What a kernel does first, in pages of its own.
    static final long MAIN = 0x18000;
    static final long VECTORS = 0x20000;
    /// A page of entries for each process, in the short format, by the number of the page in region 1.
    static final long TABLES = 0x30000;
    /// The page table in the long format, if there is one.
    static final long HASHED = 0x38000;
    static final int HASHED_LOG2 = 15;
    /// The logarithm of what the kernel's translation registers lead to.
    static final int KERNEL_LOG2 = 18;
    /// The pages of a process, so many bytes each: first its code, then its data.
    static final long PAGES = 0x40000;
    static final long PROCESS_PAGES = 0x8000;
    /// The backing store of a process, 16 KB each.
    static final long STACKS = 0x60000;
    static final int STACK_LOG2 = 14;
    /// How many pages of 4 KB a guest has.
    static final int ALL_PAGES = 0x70;
    /// The table of the short format, at this place of region 1.
    static final long LINEAR = 0x1000000;

    /// Region 1, and region 2, which the kernel plays with.
    static final long REGION = 1L << VirtualAddress.OFFSET_WIDTH;
    static final long PLAYGROUND = 2L << VirtualAddress.OFFSET_WIDTH;
    /// Where a process has its code, the same once more to write to, its data, and its backing store in region 1.
    static final long CODE = 0x10000;
    static final long ALIAS = 0x18000;
    static final long DATA = 0x20000;
    static final long STORE = 0x40000;
    static final int DATA_PAGES = 8;
    static final int PAGE = 0x1000;

    /// What is known of a process, by its place there.
    static final int NEXT = 0x100;
    static final int TABLE = 0x108;
    static final int REGION_REGISTER = 0x110;
    static final int DONE = 0x118;
    static final int STACK_ENTRY = 0x120;
    static final int FLOATING = 0x200;
    static final int UNAT = 0x80;

    private Layout() { }

    static long process(int number) {
        return PROCESSES + (long) number * PROCESS_BYTES;
    }

    static long table(int number) {
        return TABLES + (long) number * PAGE;
    }

    static long pages(int number) {
        return PAGES + number * PROCESS_PAGES;
    }

    static long stack(int number) {
        return STACKS + ((long) number << STACK_LOG2);
    }
}
