package vmmref.properties.arbitrary.kernel;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.SplittableRandom;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;

/// A process before it runs.
///
/// @param number of it
/// @param of     how many there are
/// @param acts   what it does
record Process(int number, int of, Seq<Act> acts) {
    private static final int WORD = 8;
    private static final int FIRST_IDENTIFIER = 11;
    private static final int WORDS = 4;
    private static final int REGISTERS = 8;
    /// Present, write back, accessed, dirty, level 3, read and write.
    private static final long OPEN = 0x7e1 & ~0x600 | 2 << 9;
    /// Present, write back, accessed, level 3, read and execute.
    private static final long CODE = 0x1a1 | 1 << 9 | 1 << 7;
    /// What entries of data may be: open, not accessed, not dirty, not present, only to be read, the kernel's, no entry, not cacheable, for NaTs, with keys.
    private static final Seq<Long> KINDS = Vector.of(OPEN, OPEN, OPEN & ~(1L << 5), OPEN & ~(1L << 6), OPEN & ~1L, OPEN & ~(7L << 9), OPEN & ~(3L << 7), OPEN | 4 << 2, OPEN | 7 << 2, OPEN | 1L << 56, OPEN | 1L << 56 | 1L << 59, OPEN | 2L << 56 | 3L << 59);
    private static final long ACCESSED = 1L << 5;
    private static final long IFS_VALID = Long.MIN_VALUE;
    private static final int FRAME = 8;
    /// How much of its backing store is filled.
    private static final long STACKED = 0x200;

    /// {@return memory with what the process has and what is known of it}
    ///
    /// @param status PSR when it begins
    Memory in(Memory memory, TableFormat format, long status, SplittableRandom random) {
        Listing code = new ProcessCode(acts).listing();
        return known(tabled(filled(code.in(memory, Layout.pages(number)), random), random), code.labels(), format, status, random);
    }

    private Memory filled(Memory memory, SplittableRandom random) {
        return Vector.range(1, Layout.DATA_PAGES).flatMap(page -> Vector.range(0, WORDS).map(word -> Layout.pages(number) + (long) page * Layout.PAGE + word * WORD * (long) page)).foldLeft(memory, (filled, at) -> stored(filled, at, random.nextInt(4) == 0 ? 0 : random.nextLong()));
    }

    private Memory tabled(Memory memory, SplittableRandom random) {
        Memory coded = entry(entry(memory, Layout.CODE, Layout.pages(number) | CODE & ~(random.nextInt(4) == 0 ? ACCESSED : 0)), Layout.ALIAS, Layout.pages(number) | OPEN);
        return Vector.range(0, Layout.DATA_PAGES).foldLeft(coded, (filled, page) -> entry(filled, Layout.DATA + (long) page * Layout.PAGE, data(page, KINDS.get(random.nextInt(KINDS.size())), random)));
    }

    /// {@return an entry of a page of data; a sixteenth of pages have none}
    private long data(int page, long kind, SplittableRandom random) {
        return random.nextInt(16) == 0 ? 0 : Layout.pages(number) + (1 + page % (Layout.DATA_PAGES - 1)) * (long) Layout.PAGE | kind;
    }

    private Memory entry(Memory memory, long page, long entry) {
        return stored(memory, Layout.table(number) + page / Layout.PAGE * WORD, entry);
    }

    private Memory known(Memory memory, Map<String, Long> labels, TableFormat format, long status, SplittableRandom random) {
        long at = Layout.process(number);
        Seq<Long> begins = Vector.of(0L, labels.get("start").get(), status, IFS_VALID | FRAME, Layout.REGION + Layout.STORE + STACKED, 0L, 0L, labels.get("leave").get()).appendAll(Vector.fill(REGISTERS, random::nextLong)).append(0L);
        Memory begun = begins.zipWithIndex().foldLeft(memory, (filled, word) -> stored(filled, at + (long) word._2 * WORD, word._1));
        Memory linked = stored(stored(begun, at + Layout.NEXT, Layout.process((number + 1) % of)), at + Layout.TABLE, Layout.table(number));
        return stored(stored(linked, at + Layout.REGION_REGISTER, format.region(FIRST_IDENTIFIER + number)), at + Layout.STACK_ENTRY, Layout.stack(number) | OPEN);
    }

    private static Memory stored(Memory memory, long at, long word) {
        return memory.with(new PhysicalAddress(at), WORD, word);
    }
}
