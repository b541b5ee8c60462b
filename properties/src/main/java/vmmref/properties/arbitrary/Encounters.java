package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;

/// What a guest seldom meets with if it does whatever comes: each interruption, each sensitive instruction, in guests that go on after it.
///
/// Pages of which something is wrong have addresses of their own, for instructions and data. Handlers go on behind the bundle that was interrupted, or where b5 says if it was the fetch that was, at level 0 and without tracing; that of external interrupts goes on where it was interrupted, that of nested misses where b5 says.
public final class Encounters {
    /// Where pages are of which something is wrong, in the order of [#WRONG].
    private static final long PAGES = 0xc0000;
    private static final long FRAMES = 0x34000;
    /// How many pages of memory they lead to.
    private static final int OWN = 4;
    private static final int PAGE = 0x1000;
    private static final int PAGE_LOG2 = 12;
    /// A page table of 32 KB in the long format, in which nothing is found.
    private static final long TABLE = 0x38000 | 15 << 2 | 1 << 8 | 1;
    /// One in the short format, where nothing is translated.
    private static final long NOWHERE = 0x100000 | 15 << 2 | 1;
    private static final long OPEN = 0x661 | 3 << 7;
    /// A key that no register holds, and one of which a register disables everything.
    private static final int MISSING = 0x77;
    private static final int DISABLED = 0x66;
    private static final int DISABLING = 6;

    /// Not present; a NaT page; not accessed; not dirty; to be read only; with either key; uncacheable; nothing wrong.
    private static final Seq<Long> WRONG = Vector.of(OPEN & ~1L, OPEN | 7 << 2, OPEN & ~(1L << 5), OPEN & ~(1L << 6), OPEN & ~(7L << 9), OPEN, OPEN, OPEN | 4 << 2, OPEN);
    private static final int ABSENT = 0;
    private static final int NAT = 1;
    private static final int UNACCESSED = 2;
    private static final int CLEAN = 3;
    private static final int READ_ONLY = 4;
    private static final int KEYED = 5;
    private static final int SHUT = 6;
    private static final int UNCACHED = 7;
    private static final int SOUND = 8;
    /// Where in a page a routine is that stores a bundle to the page, and where it stores it.
    private static final int STORING = 0x40;
    private static final int STORED = 0x80;
    /// A region in which nothing is translated, and what makes its table walked.
    private static final String FAR = "movl r28=0xa000000000300000";
    private static final String WALKED = "addl r26=0x531,r0";

    /// A value of FPSR under which nothing interrupts, and a number that has more than 24 bits; of 0 everything does.
    private static final String FPSR = "movl r26=0x9804c0270033f";

    private static final Seq<Integer> VECTORS = Vector.rangeBy(0, 0x5000, 0x400).appendAll(Vector.rangeClosedBy(0x5000, 0x6b00, 0x100));
    private static final int FEWEST = 12;
    private static final int EXTERNAL = 0x3000;
    private static final int NESTED = 0x1400;
    /// All of PSR but cpl, and db, lp, tb, ss and ri.
    private static final long KEPT = ~(3L << 32 | 7L << 24 | 7L << 40);
    private static final Seq<Bundle> HANDLER = Vector.of("mov r20=cr.iip ;; mov r21=cr.ipsr", "mov r22=cr.isr ;; tbit.z p14,p15=r22,32", "movl r23=0x%x".formatted(KEPT), "(p14) adds r20=16,r20 | and r21=r21,r23 | (p15) mov r20=b5",
        "mov cr.iip=r20 ;; mov cr.ipsr=r21", "rfi").map(BundleText::of);
    private static final Seq<Bundle> GOER = Vector.of("mov r20=b5", "mov r21=psr", "dep r21=-1,r21,13,1", "dep r21=-1,r21,44,1", "mov cr.iip=r20", "mov cr.ipsr=r21", "mov cr.ifs=r0", "rfi").map(BundleText::of);
    private static final Seq<Bundle> TAKER = Vector.of("mov r20=cr.ivr", "mov cr.eoi=r0", "srlz.d", "rfi").map(BundleText::of);

    private Encounters() { }

    private static GuestAction one(String name, String... texts) {
        return new GuestAction(name, Vector.of(texts));
    }

    private static String page(int number) {
        return "addl r28=0x%x,r0".formatted(PAGES + (long) number * PAGE);
    }

    /// {@return what refers to data of a page}
    private static GuestAction data(int number, String... texts) {
        return new GuestAction("page", Vector.of(texts).prepend(page(number)));
    }

    /// {@return what executes a page, and goes on behind that}
    private static GuestAction code(int number) {
        return one("page", "mov r26=ip", "adds r26=96,r26", "mov b5=r26", page(number), "mov b6=r28", "br.call.sptk.few b0=b6");
    }

    /// {@return what goes on with some bits of PSR set to what they are not otherwise, by `rfi`}
    private static GuestAction returning(String name, int bit, int bits, String... texts) {
        return new GuestAction(name, Vector.of("mov r26=psr", "rsm 0x2000", "srlz.i", "mov r28=ip", "adds r28=128,r28", "mov cr.iip=r28", "dep r26=-1,r26,44,1", "dep r26=-1,r26,%d,%d".formatted(bit, bits), "mov cr.ipsr=r26", "mov cr.ifs=r0",
            "rfi").appendAll(Vector.of(texts)));
    }

    /// {@return what is done at level 3, from which the first interruption leads back}
    private static GuestAction lower(String... texts) {
        return returning("lower", 32, 2, Vector.of(texts).append("mov r26=cr.iva").toJavaArray(String[]::new));
    }

    /// {@return what is done while a bit of PSR is set}
    private static GuestAction watched(int bit, String... texts) {
        return new GuestAction("watch", Vector.of("mov r27=psr", "dep r27=-1,r27,%d,1".formatted(bit), "mov psr.l=r27", "srlz.i").appendAll(Vector.of(texts)).appendAll(Vector.of("mov r27=psr", "dep r27=0,r27,%d,1".formatted(bit),
            "mov psr.l=r27", "srlz.i")));
    }

    private static GuestAction with(GuestAction action, String... before) {
        return new GuestAction(action.name(), Vector.of(before).appendAll(action.texts()));
    }

    private static GuestAction with(GuestAction action, GuestAction before) {
        return new GuestAction(action.name(), before.texts().appendAll(action.texts()));
    }

    /// {@return what is done in a region in which nothing is translated, with a page table that is walked}
    private static GuestAction far(long table, String... texts) {
        return new GuestAction("table", Vector.of("movl r26=0x%x".formatted(table), "mov cr.pta=r26", FAR, WALKED, "mov rr[r28]=r26", "srlz.d").appendAll(Vector.of(texts)));
    }

    private static GuestAction farCode(long table) {
        return far(table, "mov r26=ip", "adds r26=80,r26", "mov b5=r26", "mov b6=r28", "br.call.sptk.few b0=b6");
    }

    /// {@return what refers to data of a page that the guest inserts where nothing is translated}
    private static GuestAction inserted(long wrong, String... texts) {
        return inserting(wrong | FRAMES + (long) CLEAN * PAGE, "itc.d r26", texts);
    }

    /// {@return what executes a page that the guest inserts where nothing is translated}
    private static GuestAction insertedCode(long wrong) {
        return inserting(wrong | FRAMES, "itc.i r26", "mov r26=ip", "adds r26=80,r26", "mov b5=r26", "mov b6=r28", "br.call.sptk.few b0=b6");
    }

    private static GuestAction inserting(long entry, String insertion, String... texts) {
        return new GuestAction("insert", Vector.of(FAR, "addl r26=48,r0", "rsm 0x2000", "srlz.i", "mov cr.ifa=r28", "mov cr.itir=r26", "addl r26=0x%x,r0".formatted(entry), insertion, "ssm 0x2000", "srlz.i").appendAll(Vector.of(texts)));
    }

    /// {@return what stores a bundle to a page of code, and then executes the page}
    private static GuestAction changed(String text) {
        return new GuestAction("change", bundle(text).appendAll(Vector.of("st8 [r28]=r26,8", "st8 [r28]=r27", "sync.i", "srlz.i")).appendAll(code(SOUND).texts()));
    }

    /// {@return what lets a page of code store a bundle to itself}
    private static GuestAction own(String text) {
        return new GuestAction("own", bundle(text).appendAll(Vector.of("addl r29=0x%x,r0".formatted(PAGES + (long) SOUND * PAGE + STORING), "mov b6=r29", "br.call.sptk.few b0=b6")));
    }

    private static Seq<String> bundle(String text) {
        return Vector.of("movl r26=0x%x".formatted(BundleText.of(text).low()), "movl r27=0x%x".formatted(BundleText.of(text).high()), "addl r28=0x%x,r0".formatted(PAGES + (long) SOUND * PAGE + STORED));
    }

    private static final Seq<GuestAction> USES = Vector.of(changed("mov.m r26=ar.k3"), changed("nop.m 0"), own("mov.m r26=ar.k3"), own("nop.m 0"), data(SOUND, "ld8 r26=[r28]"), code(SOUND),
        new GuestAction("own", code(SOUND).texts().appendAll(own("mov.m r26=ar.k3").texts()).appendAll(own("nop.m 0").texts())), new GuestAction("own",
            changed("nop.m 0").texts().appendAll(own("mov.m r26=ar.k3").texts()).appendAll(own("nop.m 0").texts())),
        new GuestAction("change", code(SOUND).texts().appendAll(changed("nop.m 0").texts()).appendAll(changed("mov.m r26=ar.k3").texts())));

    /// Of data and code that were used before under other addresses.
    private static final Seq<GuestAction> INSERTED = Vector.of(OPEN & ~1L, OPEN | 7 << 2, OPEN & ~(1L << 5), OPEN & ~(1L << 5), OPEN & ~(1L << 5), OPEN & ~(7L << 9)).flatMap(wrong -> Vector.of(with(inserted(wrong, "ld8 r26=[r28]",
        "st8 [r28]=r27"), data(CLEAN, "ld8 r26=[r28]")), with(insertedCode(wrong), code(SOUND))))
        .appendAll(Vector.of(inserted(OPEN & ~(1L << 6), "ld8 r26=[r28]", "st8 [r28]=r27"), inserted(OPEN | 4 << 2, "ld8 r26=[r28]", "xchg8 r26=[r28],r27"), inserted(OPEN | 4 << 2, "ld8 r26=[r28]", "xchg8 r26=[r28],r27"), inserted(OPEN,
            "ld8 r26=[r28]", "sum 0x8", "adds r28=1,r28", "ld8 r26=[r28]", "rum 0x8")));

    private static final Seq<GuestAction> WATCHED = Vector.of(
        with(watched(24, page(SOUND), "ld8 r26=[r28]"), page(SOUND), "ld8 r26=[r28]", "mov dbr[r6]=r28", "dep r26=-1,r0,56,8", "dep r26=-1,r26,3,40", "mov dbr[r7]=r26"),
        with(watched(24, code(SOUND).texts().toJavaArray(String[]::new)), "mov r26=ip", "adds r26=96,r26", "mov b5=r26", page(SOUND), "mov b6=r28", "br.call.sptk.few b0=b6", page(SOUND), "mov ibr[r6]=r28", "dep r26=-1,r0,56,8",
            "dep r26=-1,r26,3,40", "mov ibr[r7]=r26"));

    private static final Seq<GuestAction> INTERRUPTIONS = WATCHED.appendAll(WATCHED).appendAll(Vector.of(
        one("time", "addl r28=0xef,r0", "mov cr.itv=r28", "mov cr.tpr=r0", "srlz.d", "ssm 0x4000", "srlz.d", "mov.m r28=ar.itc", "adds r28=14,r28", "mov cr.itm=r28", "nop.m 0", "nop.m 0", "nop.m 0", "nop.m 0", "rsm 0x4000"),
        one("illegal", "addl r26=0x532,r0", "mov rr[r18]=r26", "break.m 0x5"), one("reserved", "mov.m ar.rsc=r27"), one("reserved", "mov.i ar.pfs=r27"), one("unaligned", "sum 0x8", page(SOUND), "adds r28=1,r28", "ld8 r26=[r28]", "rum 0x8"),
            one("nat", "addl r26=-1,r0", "mov.m ar.unat=r26", page(SOUND), "ld8.fill r26=[r28]", "st8 [r28]=r26"),
        one("beyond", "dep r28=-1,r0,60,1", "ld8 r26=[r28]", "mov r26=ip", "adds r26=80,r26", "mov b5=r26", "mov b6=r28", "br.call.sptk.few b0=b6"), one("frame", "alloc r33=ar.pfs,0,20,10,0", "mov r60=r0"), one("check", "chk.s.m r0,.+0x10"),
        one("float", "ssm 0x80000", "srlz.d", "setf.sig f40=r27", "rsm 0x80000", "srlz.d", "setf.sig f40=r27"), one("float", "ssm 0x40000", "srlz.d", "setf.sig f6=r27", "rsm 0x40000", "srlz.d"),
        one("compute", "mov.m ar.fpsr=r0", "frcpa.s0 f6,p14=f1,f0", FPSR, "mov.m ar.fpsr=r26"), one("compute", "mov.m ar.fpsr=r0", FPSR, "setf.sig f7=r26", "fcvt.xf f7=f7", "fma.s.s0 f6=f7,f1,f0", "mov.m ar.fpsr=r26"),
        data(ABSENT, "ld8 r26=[r28]"), data(NAT, "ld8 r26=[r28]"), data(UNACCESSED, "ld8 r26=[r28]"), data(CLEAN, "ld8 r26=[r28]", "st8 [r28]=r27"), data(READ_ONLY, "ld8 r26=[r28]", "st8 [r28]=r27"), data(UNCACHED, "xchg8 r26=[r28],r27"),
        with(data(KEYED, "ld8 r26=[r28]"), "ssm 0x8000", "srlz.d"), with(data(SHUT, "ld8 r26=[r28]"), "ssm 0x8000", "srlz.d"), with(data(SHUT, "st8 [r28]=r27"), "ssm 0x8000", "srlz.d"),
        code(ABSENT), code(NAT), code(UNACCESSED), code(READ_ONLY), with(code(KEYED), "ssm 0x8000", "srlz.i"), with(code(SHUT), "ssm 0x8000", "srlz.i"),
        far(TABLE, "ld8 r26=[r28]"), far(TABLE, "st8 [r28]=r27"), farCode(TABLE), farCode(TABLE), far(NOWHERE, "ld8 r26=[r28]"), farCode(NOWHERE), far(NOWHERE & ~1L, "ld8 r26=[r28]"), farCode(NOWHERE & ~1L), far(TABLE, "mov r26=ip",
            "adds r26=96,r26", "mov b5=r26", "rsm 0x2000", "srlz.i", "ld8 r26=[r28]", "ssm 0x2000", "srlz.i"),
        watched(26, "br.cond.sptk.few .+0x10"), returning("step", 40, 1, "nop.m 0"), returning("step", 26, 1, "br.cond.sptk.few .+0x10"), lower("mov.m ar.k0=r27"), lower("ptc.e r26"), lower("rfi"), lower("mov.m r26=ar.k1", "adds r30=1,r30"),
        with(one("lower", "mov r28=ip", "adds r28=112,r28", "mov b0=r28", "mov.i r26=ar.pfs", "dep r26=-1,r26,62,2", "mov.i ar.pfs=r26", "br.ret.sptk.few b0"), "mov r27=psr", "dep r27=-1,r27,25,1", "mov psr.l=r27", "srlz.d")));

    private static final Seq<GuestAction> EMULATED = Vector.of(
        one("ask", page(SOUND), "tpa r26=r28", "tak r26=r28", "mov r26=psr"), one("ask", "mov r26=rr[r18]", "mov r26=pkr[r19]", "mov r26=dbr[r7]"), one("ask", "mov r26=ibr[r7]", "addl r28=4,r0", "mov r26=pmc[r28]", "mov r26=cr.iva"),
            one("set", "addl r28=4,r0", "mov pmd[r28]=r27", "mov pmc[r28]=r0"),
        one("set", "addl r26=0x501,r0", "addl r28=5,r0", "mov pkr[r28]=r26", "addl r26=0x531,r0", FAR, "mov rr[r28]=r26", "srlz.d"), one("set", "mov dbr[r6]=r0", "mov ibr[r6]=r0"), one("set", "mov.m ar.k3=r27", "mov.m ar.k4=7"), one("time",
            "mov.m ar.itc=r27", "mov.m ar.itc=3", "mov.m ar.ruc=r27", "mov.m ar.ruc=3"), one("time", "ssm 0x800000", "srlz.d", "mov.m r26=ar.itc", "mov.m r26=ar.ruc", "rsm 0x800000", "srlz.d"),
        one("bank", "bsw.0", "bsw.1"), one("purge", page(SOUND), "ptc.l r28,r16", "ptc.g r28,r16", "ptc.ga r28,r16"), one("purge", "ptc.e r26"),
        one("insert", FAR, "rsm 0x2000", "srlz.i", "mov cr.ifa=r28", "addl r26=48,r0", "mov cr.itir=r26", "addl r26=0x%x,r0".formatted(FRAMES | OPEN), "itc.d r26", "itc.i r26", "ptc.l r28,r16", "itr.d dtr[r24]=r26", "itr.i itr[r24]=r26",
            "ssm 0x2000", "srlz.i", "addl r26=48,r0", "ptr.d r28,r26", "ptr.i r28,r26"));

    private static final Seq<GuestAction> PATCHED = Vector.of(
        one("table", page(SOUND), "nop.m 0 | thash r26=r28 | nop.i 0", "nop.m 0 | ttag r26=r28 | nop.i 0"), one("table", page(SOUND), "thash r26=r28", "ttag r26=r28"), one("table", page(SOUND), "nop.m 0 | thash r26=r28 | adds r30=1,r30",
            "nop.m 0 | ttag r26=r28 | nop.i 0"), one("who", "mov r26=cpuid[r6]", "addl r28=4,r0", "mov r26=pmd[r28]"), one("who", "nop.m 0 | mov r26=cpuid[r7] | nop.i 0", "addl r28=5,r0", "nop.m 0 | mov r26=pmd[r28] | nop.i 0"), one("who",
            "nop.m 0 | mov r26=cpuid[r6] | nop.i 0", "addl r28=4,r0", "nop.m 0 | mov r26=pmd[r28] | nop.i 0"),
        one("kernel", "mov.m r26=ar.k3", "mov.m r26=ar.k3 | mov.m r27=ar.k4 | nop.i 0"), one("kernel", "nop.m 0 | mov.m r26=ar.k3 | adds r30=1,r30"), one("flush", page(SOUND), "fc r28", "fc.i r28"), one("probe", page(SOUND),
            "probe.r r26=r28,0", "probe.w r26=r28,3", "probe.r r26=r28,r0", "probe.w r26=r28,r0"),
        one("probe", page(SOUND), "probe.r.fault r28,0", "probe.w.fault r28,0", "probe.rw.fault r28,0"), one("cover", "cover", "alloc r33=ar.pfs,0,16,8,0"), one("gate", "epc"));

    private static final Seq<GuestAction> EXACT = Vector.of(
        one("level", "mov.m r26=ar.rsc", "mov.m ar.rsc=0", "mov.m ar.rsc=r26", "mov.i r26=ar.pfs", "mov.i ar.pfs=r26"), one("level", "mov.i ar.pfs=0", "mov.i r26=ar.pfs"), one("level", "mov.i ar.pfs=0", "br.call.sptk.few b0=.+0x10",
            "alloc r33=ar.pfs,0,20,10,0", "mov r28=ip", "adds r28=64,r28", "mov b0=r28", "br.ret.sptk.few b0"),
        one("mask", "sum 0x20", "rum 0x20", "mov r26=psr.um", "mov psr.um=r26"), one("eflag", "mov.m ar.eflag=r0", "mov.m ar.eflag=0", "mov.m ar.cflg=r0", "mov.m ar.cflg=0"), one("speculate", page(SOUND), "ld1.s r26=[r28]", "ld2.s r26=[r28]",
            "ld4.s r26=[r28]", "ld8.s r26=[r28]"), one("speculate", page(SOUND), "ld1.sa r26=[r28]", "ld2.sa r26=[r28]", "ld4.sa r26=[r28]", "ld8.sa r26=[r28]"),
        one("speculate", page(SOUND), "ldfs.s f6=[r28]", "ldfd.s f6=[r28]", "ldf8.s f6=[r28]", "ldfe.s f6=[r28]", "ldfps.s f6,f7=[r28]", "ldfpd.s f6,f7=[r28]", "ldfp8.s f6,f7=[r28]"), one("speculate", page(SOUND), "ldfs.sa f6=[r28]",
            "ldfd.sa f6=[r28]", "ldf8.sa f6=[r28]", "ldfe.sa f6=[r28]", "ldfps.sa f6,f7=[r28]", "ldfpd.sa f6,f7=[r28]", "ldfp8.sa f6,f7=[r28]"));

    /// {@return guests of 12 to 24 such encounters, and other actions; most of them begin with everything translated, a quarter at level 3}
    public static Arbitrary<GuestScene> scenes() {
        return GuestScenes.scenes(actions(), FEWEST, Arbitraries.frequencyOf(Tuple.of(7, Arbitraries.just(GuestScene.Mode.VIRTUAL)), Tuple.of(1, Arbitraries.of(GuestScene.Mode.class))));
    }

    private static Arbitrary<GuestAction> actions() {
        return Arbitraries.frequencyOf(Tuple.of(12, of(INTERRUPTIONS)), Tuple.of(4, of(INSERTED)), Tuple.of(4, of(EMULATED)), Tuple.of(5, of(PATCHED)), Tuple.of(6, of(EXACT)), Tuple.of(4, of(USES)), Tuple.of(1, GuestAction.withSensitive()));
    }

    private static Arbitrary<GuestAction> of(Seq<GuestAction> some) {
        return Arbitraries.of(some.asJava());
    }

    /// {@return a guest's own machine with handlers that go on, and with pages of which something is wrong}
    ///
    /// @param seed what chooses which of these pages hold code in which something is to be patched, and whether all regions prefer pages of one size
    public static Machine in(Machine machine, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Memory handled = VECTORS.foldLeft(machine.memory(), (memory, vector) -> Bundles.in(memory, GuestScene.VECTORS + vector, vector == EXTERNAL ? TAKER : vector == NESTED ? GOER : HANDLER));
        Memory coded = Vector.range(0, OWN).map(number -> FRAMES + (long) number * PAGE).foldLeft(handled, (memory, at) -> coded(coded(memory, at, random.nextInt(3) > 0 ? "nop.m 0" : "mov.m r26=ar.k3", "nop.m 0", "br.ret.sptk.few b0"),
            at + STORING, "st8 [r28]=r26,8", "st8 [r28]=r27", "br.ret.sptk.few b0"));
        Tlb tlb = Vector.range(0, WRONG.size()).foldLeft(machine.addressing().tlb(), (all, number) -> Vector.of(Stream.values()).foldLeft(all, (each, stream) -> inserted(machine, each, stream, number)));
        ProtectionKeyRegister disabling = new ProtectionKeyRegister((long) DISABLED << 8 | 0xf);
        RegionRegisters alike = random.nextInt(4) == 0 ? machine.addressing().regions() : RegionRegisters.of(Vector.range(0,
            RegionRegisters.NUMBER).map(region -> new RegionRegister(machine.addressing().regions().get(region).bits() & ~(63L << 2) | (long) PAGE_LOG2 << 2)));
        return machine.withMemory(coded).withAddressing(machine.addressing().withRegions(alike).withTlb(tlb).withKeys(machine.addressing().keys().with(DISABLING, disabling)));
    }

    private static Memory coded(Memory memory, long at, String... texts) {
        return Bundles.in(memory, at, Vector.of(texts).map(BundleText::of));
    }

    private static Tlb inserted(Machine machine, Tlb tlb, Stream stream, int number) {
        VirtualAddress at = new VirtualAddress(PAGES + (long) number * PAGE);
        int key = number == KEYED ? MISSING : number == SHUT ? DISABLED : 1;
        Translation page = Translation.of(at, machine.addressing().regions().of(at).identifier(), new PageSize(PAGE_LOG2), key, new Pte(WRONG.get(number) | FRAMES + (long) (number % OWN) * PAGE));
        return tlb.overlapping(stream, page.rid(), page.page(), page.size()).isEmpty() ? tlb.withCached(stream, page, true) : tlb;
    }
}
