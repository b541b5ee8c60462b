package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.SplittableRandom;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;

/// Pages of a guest that hold code and data, each of which has two virtual addresses: routines that are called, changed, read and written.
///
/// A page begins with the routine that is called; behind it there are two others that may be copied there, a plain one and one with an instruction that does not trap and whose predicate is 0, two that copy either of them there, and a word of data. At first either stands there. The last bundle of a page leads to the next page.
public final class Routines {
    /// Where the word of data is in a page.
    static final int WORD = 0x100;
    /// Where the routine is in which something is to be patched.
    static final int OTHER = 0x200;
    /// Where the plain one is.
    static final int PLAIN = 0x300;

    /// Where the routine is that copies the first of those there.
    static final int COPIES_OTHER = 0x400;
    /// Where the routine is that copies the plain one there.
    static final int COPIES_PLAIN = 0x500;
    static final int GATE = 0x600;
    /// Where the last bundle is.
    static final int LAST = 0xff0;

    private static final long FIRST = 0x30000;
    private static final int PAGES = 3;
    private static final int PAGE = 0x1000;
    /// What lies between the two addresses of a page.
    private static final long ALIAS = 0x80000;
    private static final int IDENTITY_LOG2 = 18;
    private static final Pte OPEN = new Pte(0x661 | 3 << 7);
    private static final Seq<String> PLAIN_CODE = Vector.of("adds r26=1,r26", "br.ret.sptk.few b0");
    private static final Seq<String> OTHER_CODE = Vector.of("(p6) thash r26=r8", "br.ret.sptk.few b0");

    private static final Seq<String> GATE_CODE = Vector.of("epc", "mov.m r26=ar.k3", "probe.r r26=r8,2", "br.ret.sptk.few b0");
    /// Bits 11:7 of an entry.
    private static final long RIGHTS = 31L << 7;

    private Routines() { }

    /// {@return the guest-physical addresses of pages}
    public static Seq<Long> pages() {
        return Vector.range(0, PAGES).map(page -> FIRST + (long) page * PAGE);
    }

    /// {@return where pages begin, under both of their addresses}
    static Seq<Long> addresses() {
        return pages().flatMap(at -> Vector.of(at, at + ALIAS));
    }

    /// {@return a guest's own machine with pages of routines}
    ///
    /// @param seed which routines are in them at first
    public static Machine in(Machine machine, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Translation alias = Translation.of(new VirtualAddress(ALIAS), machine.addressing().regions().get(0).identifier(), new PageSize(IDENTITY_LOG2), 2, OPEN);
        Tlb tlb = Vector.of(Stream.values()).filter(stream -> machine.addressing().tlb().overlapping(stream, alias.rid(), alias.page(), alias.size()).isEmpty())
            .foldLeft(machine.addressing().tlb(), (all, stream) -> all.withRegister(stream, 1, Option.some(alias)));
        Memory memory = Vector.range(0, PAGES).foldLeft(machine.memory(), (filled, page) -> {
            long at = FIRST + (long) page * PAGE;
            boolean plain = random.nextInt(3) > 0;
            Memory pure = coded(coded(filled, at, plain ? PLAIN_CODE : OTHER_CODE), at + PLAIN, PLAIN_CODE);
            Memory copied = coded(coded(coded(pure, at + COPIES_OTHER, copying(at, OTHER)), at + COPIES_PLAIN, copying(at, PLAIN)), at + LAST, Vector.of("nop.m 0"));
            return plain && random.nextBoolean() ? copied : coded(copied, at + OTHER, OTHER_CODE);
        });
        return machine.withTlb(tlb).withMemory(memory);
    }

    /// {@return the same with gates, of which some are open: in each page a routine that takes the level of its page, and rights under the second addresses by which it does}
    ///
    /// @param seed which level that is, and whether code may take it
    public static Machine gated(Machine machine, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        Pte gate = new Pte(OPEN.bits() & ~RIGHTS | (long) (random.nextInt(4) == 0 ? 3 : 7) << 9 | (long) (random.nextInt(2) * 3) << 7);
        Tlb tlb = machine.addressing().tlb();
        Tlb opened = tlb.register(Stream.INSTRUCTION, 1).map(alias -> tlb.withRegister(Stream.INSTRUCTION, 1, Option.some(alias.with(gate)))).getOrElse(tlb);
        return machine.withTlb(opened).withMemory(pages().foldLeft(machine.memory(), (memory, at) -> coded(memory, at + GATE, GATE_CODE)));
    }

    private static Seq<String> copying(long page, int from) {
        return Vector.of("addl r28=0x%x,r0".formatted(page + from), "ld8 r26=[r28],8", "ld8 r27=[r28]", "addl r28=0x%x,r0".formatted(page), "st8 [r28]=r26,8", "st8 [r28]=r27", "br.ret.sptk.few b0");
    }

    private static Memory coded(Memory memory, long at, Seq<String> texts) {
        return Bundles.in(memory, at, texts.map(BundleText::of));
    }
}
